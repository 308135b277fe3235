import { canonical } from '../../../model/canonical.ts';
import type { Content, HealthCheck, Package, Release, ReleaseFile, Service } from '../../../model/component.ts';
import { fail, ok, type Result } from '../../../model/result.ts';

/**
 * What a host itself remembers of one component, in `<base>/<component>/record.json`. It is all that going back and removing
 * need, also after the reconciler and its state are gone.
 */
export interface HostRecord {
  /** What was healthy here last; null: nothing ever was. */
  readonly healthy: Release | null;
  /** Package → exact version, as installed when it was healthy. */
  readonly versions: Readonly<Record<string, string>>;
  /** What was begun since, and neither became healthy nor was taken back: empty when all is settled. */
  readonly attempts: readonly Release[];
}

/** The first line of the file: all that a look at many components needs. */
export interface RecordHead {
  readonly digest: string | null;
  readonly version: string;
  readonly settled: boolean;
  /** Names of the packages that it needs, so that no other component takes them away. */
  readonly packages: readonly string[];
}

export const noRecord: HostRecord = { healthy: null, versions: {}, attempts: [] };

const format = 1;

/** Two lines: head and whole. */
export function printRecord(record: HostRecord): string {
  const { healthy, attempts } = record;
  const packages = new Set([healthy, ...attempts].flatMap((release) => (release?.packages ?? []).map((p) => p.name)));
  const head = {
    format,
    digest: healthy?.digest ?? null,
    version: healthy?.version ?? '',
    settled: attempts.length === 0,
    packages: [...packages].sort(),
  };
  return `${canonical(head)}\n${canonical(record)}\n`;
}

/** The error is for people; the file is theirs to look at, so it is never replaced by a guess. */
export function parseHead(line: string): Result<RecordHead, string> {
  try {
    const head = fieldsOf(JSON.parse(line));
    if (head.format !== format) return fail(`its format is not ${format}`);
    return ok({
      digest: head.digest === null ? null : textOf(head.digest),
      version: textOf(head.version),
      settled: head.settled === true,
      packages: listOf(head.packages, textOf),
    });
  } catch (error) {
    return fail(shapeOf(error));
  }
}

export function parseRecord(line: string): Result<HostRecord, string> {
  try {
    const record = fieldsOf(JSON.parse(line));
    return ok({
      healthy: record.healthy === null ? null : releaseOf(record.healthy),
      versions: mapOf(record.versions),
      attempts: listOf(record.attempts, releaseOf),
    });
  } catch (error) {
    return fail(shapeOf(error));
  }
}

/** Thrown and caught in this file only. */
class WrongShape extends Error {}

function shapeOf(error: unknown): string {
  if (error instanceof WrongShape) return error.message;
  if (error instanceof SyntaxError) return 'it is not JSON';
  throw error;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new WrongShape('it lacks a map');
  return Object.fromEntries(Object.entries(value));
}

function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new WrongShape('it lacks a text');
  return value;
}

function numberOf(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new WrongShape('it lacks a number');
  return value;
}

function listOf<T>(value: unknown, of: (item: unknown) => T): readonly T[] {
  if (!Array.isArray(value)) throw new WrongShape('it lacks a list');
  return value.map((item) => of(item));
}

const mapOf = (value: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(fieldsOf(value)).map(([key, inner]) => [key, textOf(inner)]));

function releaseOf(value: unknown): Release {
  const fields = fieldsOf(value);
  return {
    component: textOf(fields.component),
    host: textOf(fields.host),
    after: listOf(fields.after, textOf),
    state: fields.state === 'absent' ? 'absent' : 'present',
    version: textOf(fields.version),
    packages: listOf(fields.packages, packageOf),
    files: listOf(fields.files, fileOf),
    ...(fields.service === undefined ? {} : { service: serviceOf(fields.service) }),
    ...(fields.manifests === undefined ? {} : { manifests: listOf(fields.manifests, contentOf) }),
    health: listOf(fields.health, checkOf),
    deadlineMs: numberOf(fields.deadlineMs),
    onChange: fields.onChange === 'reload' ? 'reload' : 'restart',
    digest: textOf(fields.digest),
  };
}

function packageOf(value: unknown): Package {
  const { name, version } = fieldsOf(value);
  return version === undefined ? { name: textOf(name) } : { name: textOf(name), version: textOf(version) };
}

function fileOf(value: unknown): ReleaseFile {
  const { path, mode, content } = fieldsOf(value);
  return { path: textOf(path), mode: numberOf(mode), content: contentOf(content) };
}

function contentOf(value: unknown): Content {
  const { kind, text, url, sha256 } = fieldsOf(value);
  if (kind === 'inline') return { kind, text: textOf(text) };
  return { kind: 'url', url: textOf(url), sha256: textOf(sha256) };
}

function serviceOf(value: unknown): Service {
  const { kind, unit, command, environment, user, capabilities, state } = fieldsOf(value);
  if (kind === 'unit') return { kind, unit: textOf(unit) };
  return {
    kind: 'process',
    command: listOf(command, textOf),
    environment: mapOf(environment),
    ...(user === undefined ? {} : { user: textOf(user) }),
    capabilities: listOf(capabilities, textOf),
    ...(state === undefined ? {} : { state: textOf(state) }),
  };
}

function checkOf(value: unknown): HealthCheck {
  const { kind, url, host, port, command } = fieldsOf(value);
  switch (kind) {
    case 'http':
      return { kind, url: textOf(url) };
    case 'tcp':
      return { kind, host: textOf(host), port: numberOf(port) };
    case 'systemd':
      return { kind };
    case 'command':
      return { kind, command: listOf(command, textOf) };
    default:
      throw new WrongShape('it has another kind of health check');
  }
}
