import { fail, ok, type Result } from '../../../model/result.ts';
import { type HostRecord, noRecord, parseHead, parseRecord, type RecordHead } from './record.ts';

/** What a host said about one release, before it is compared with it. Indexes are those of the release's own lists. */
export interface Reading {
  readonly head: RecordHead | null;
  /** What is wrong with the host's record; null: nothing, or there is none. */
  readonly fault: string | null;
  /** The whole record, still as text; null: there is none, or it was not asked for. */
  readonly record: string | null;
  readonly packages: readonly (string | null)[];
  readonly files: readonly FileState[];
  readonly service: ServiceState | null;
  readonly manifests: 'same' | 'differ' | 'unknown' | null;
  readonly checks: readonly CheckState[];
  /** Seconds since the host was started. */
  readonly uptime: number;
}

export type FileState =
  | { readonly kind: 'none' }
  /** A link, a folder, a device. */
  | { readonly kind: 'other' }
  | { readonly kind: 'file'; readonly mode: number; readonly sha256: string };

export interface ServiceState {
  readonly loaded: boolean;
  readonly enabled: boolean;
  readonly active: boolean;
  /** How often it was started again by itself since somebody started it. */
  readonly restarts: number;
  /** For how long it has been active, in seconds; 0 where it is not. */
  readonly seconds: number;
  /** Changes with every start. */
  readonly run: string;
  /** For people: `failed (exit-code)`. */
  readonly words: string;
}

export type CheckState = { readonly ok: true } | { readonly ok: false; readonly said: string };

/** How many of each a component of the look must have brought. */
export interface Expected {
  readonly packages: number;
  readonly files: number;
  readonly checks: number;
  readonly unit: boolean;
  readonly manifests: boolean;
}

export type Looked =
  | { readonly kind: 'read'; readonly readings: readonly Reading[]; readonly others: readonly RecordHead[] }
  | { readonly kind: 'lacks'; readonly program: string };

/**
 * What the look script prints, one fact a line. Strict: a line that is missing, doubled or of another shape means that
 * something else answered, and then nothing of it counts. The error names the line, for people.
 */
export function parseLook(text: string, expected: readonly Expected[]): Result<Looked, string> {
  const lines = text.split('\n');
  if (lines.pop() !== '') return fail('its last line is cut off');
  const reader = new LineReader(lines);
  reader.exactly('nanometal 1');
  const lacks = reader.take(/^lacks ([a-z0-9-]+)$/);
  if (lacks) return ok({ kind: 'lacks', program: lacks[1] ?? '' });
  const uptime = Number(reader.must(/^uptime (\d{1,12})$/)[1]);
  const readings = expected.map((counts, i) => readOne(reader, i, counts, uptime));
  const others: RecordHead[] = [];
  for (let other = reader.take(/^other (.+)$/); other; other = reader.take(/^other (.+)$/)) {
    const head = parseHead(other[1] ?? '');
    // Somebody else's record that cannot be read protects nothing; its own component says so.
    if (head.ok) others.push(head.value);
  }
  reader.exactly('end');
  return reader.problem() ?? ok({ kind: 'read', readings, others });
}

function readOne(reader: LineReader, i: number, counts: Expected, uptime: number): Reading {
  reader.exactly(`component ${i}`);
  let head: RecordHead | null = null;
  let fault: string | null = null;
  const line = reader.take(/^head (.*)$/);
  if (line) {
    const parsed = parseHead(line[1] ?? '');
    if (parsed.ok) head = parsed.value;
    else fault = parsed.error;
  }
  const record = reader.take(/^record (.*)$/)?.[1] ?? null;
  const packages = times(counts.packages, (k) => {
    const [, state, version] = reader.must(new RegExp(`^package ${k} (none|installed) ?([A-Za-z0-9.+:~-]*)$`));
    return state === 'installed' ? (version ?? '') : null;
  });
  const files = times(counts.files, (k): FileState => {
    const [, kind, mode, sha256] = reader.must(
      new RegExp(`^file ${k} (none|other|file) ?([0-7]{0,5}) ?([0-9a-f]{64}|)$`),
    );
    if (kind === 'file' && mode && sha256) return { kind: 'file', mode: Number.parseInt(mode, 8), sha256 };
    if (kind === 'file') reader.fault(`file ${k} has no digest`);
    return { kind: kind === 'none' ? 'none' : 'other' };
  });
  const service = counts.unit ? parseUnit(reader.must(/^unit (.*)$/)[1] ?? '', uptime) : null;
  const manifests = counts.manifests ? readManifests(reader) : null;
  const checks = times(counts.checks, (k): CheckState => {
    const [, state, said] = reader.must(new RegExp(`^check ${k} (ok|bad) ?([ -~]*)$`));
    return state === 'ok' ? { ok: true } : { ok: false, said: (said ?? '').trim() };
  });
  return { head, fault, record, packages, files, service, manifests, checks, uptime };
}

/** The host's whole record, as far as it was asked for. */
export function recordOf({ head, fault, record }: Reading): Result<HostRecord, string> {
  if (fault !== null) return fail(fault);
  if (head === null) return ok(noRecord);
  return record === null || record === '' ? fail('its second line is missing') : parseRecord(record);
}

function readManifests(reader: LineReader): 'same' | 'differ' | 'unknown' {
  const code = reader.must(/^manifests (\d{1,3})$/)[1];
  return code === '0' ? 'same' : code === '1' ? 'differ' : 'unknown';
}

const times = <T>(count: number, of: (k: number) => T): readonly T[] => Array.from({ length: count }, (_, k) => of(k));

/** `systemctl show`, its lines joined by spaces: `ActiveState=active NRestarts=0 …`. What is missing reads as not so. */
export function parseUnit(line: string, uptime: number): ServiceState {
  const said = new Map(
    line.split(' ').flatMap((part): [string, string][] => {
      const at = part.indexOf('=');
      return at > 0 ? [[part.slice(0, at), part.slice(at + 1)]] : [];
    }),
  );
  const number = (key: string): number => {
    const value = Number(said.get(key) ?? '0');
    return Number.isSafeInteger(value) && value >= 0 ? value : 0;
  };
  const active = said.get('ActiveState') === 'active';
  const since = number('ActiveEnterTimestampMonotonic') / 1_000_000;
  const result = said.get('Result');
  return {
    loaded: said.get('LoadState') === 'loaded',
    enabled: ['enabled', 'enabled-runtime', 'static', 'alias', 'indirect', 'generated'].includes(
      said.get('UnitFileState') ?? '',
    ),
    active,
    restarts: number('NRestarts'),
    seconds: active ? Math.max(0, uptime - since) : 0,
    run: `${said.get('MainPID') ?? ''}/${said.get('ActiveEnterTimestampMonotonic') ?? ''}`,
    words: `${said.get('ActiveState') ?? 'unknown'} (${result && result !== 'success' ? result : (said.get('SubState') ?? '')})`,
  };
}

/** Reads on after a fault, so that there is one place that tells of the first. */
class LineReader {
  readonly #lines: readonly string[];
  #at = 0;
  #fault: string | null = null;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  take(pattern: RegExp): RegExpExecArray | null {
    const found = pattern.exec(this.#lines[this.#at] ?? '');
    if (found) this.#at++;
    return found;
  }

  must(pattern: RegExp): readonly string[] {
    const found = this.take(pattern);
    if (!found) this.fault(`line ${this.#at + 1} is not what was asked for`);
    return found ?? [];
  }

  exactly(line: string): void {
    if (this.#lines[this.#at] === line) this.#at++;
    else this.fault(`line ${this.#at + 1} is not what was asked for`);
  }

  fault(message: string): void {
    this.#fault ??= message;
  }

  problem(): Result<never, string> | null {
    if (this.#fault === null && this.#at < this.#lines.length) this.fault(`line ${this.#at + 1} is one too many`);
    return this.#fault === null ? null : fail(this.#fault);
  }
}
