import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FileWithContent, readFleet } from '../../manifest/read.ts';
import { renderProblem } from '../../manifest/render.ts';
import { facilitiesOf, scopeOf } from '../../manifest/scope.ts';
import type { Machine } from '../../model/fleet.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import { dealPersona } from '../../twin/personas.ts';
import { specOfMachine } from '../../twin/spec.ts';
import type { Timings } from '../../twin/timings.ts';
import type { TwinServerOptions } from './start.ts';

export interface ReadOptions {
  /** Absent: the only one that the repo holds. */
  readonly facility?: string;
  readonly seed: number;
  readonly persona: string;
  readonly timings: Timings;
  /** Machine i, in the order of names, at `portBase + i`, with TLS or without; absent: as its manifest says. */
  readonly elsewhere?: { readonly portBase: number; readonly tls: boolean };
}

export interface ReadTwins {
  readonly machines: TwinServerOptions['machines'];
  /** Names of the credentials that the manifests ask for. */
  readonly credentials: readonly string[];
}

/** `rejected`: the manifests are wrong, and the message lists why. */
export type ReadFailure = { readonly rejected: boolean; readonly message: string };

/** The machines of one facility, as the manifests in a folder describe them. */
export function readTwins(folder: string, options: ReadOptions): Result<ReadTwins, ReadFailure> {
  const paths = walk(folder);
  const facility = chooseFacility(facilitiesOf(paths), options.facility);
  if (!facility.ok) return fail({ rejected: false, message: `${folder}: ${facility.error}` });
  const belonging = scopeOf(facility.value);
  const files = paths.filter((path) => belonging(path) === 'inside').map((path) => readEntry(folder, path));
  const { fleet } = readFleet(facility.value, files);
  if (!fleet.ok) return fail({ rejected: true, message: fleet.error.map(renderProblem).join('\n') });
  const machines: TwinServerOptions['machines'][number][] = [];
  for (const [index, machine] of fleet.value.machines.entries()) {
    const place = options.elsewhere ? moved(options.elsewhere, index) : placeOf(machine);
    if (place === null) {
      const message = `${machine.file}: ${machine.bmc.address} is not 127.0.0.1; serve it elsewhere: --port P`;
      return fail({ rejected: false, message });
    }
    const persona = dealPersona(options.persona, `${options.seed} ${machine.name}`);
    machines.push({ spec: specOfMachine(machine, { ...options, persona }), ...place });
  }
  const credentials = [...new Set(fleet.value.machines.map((machine) => machine.bmc.credentials))].sort();
  return ok({ machines, credentials });
}

function chooseFacility(names: readonly string[], wanted: string | undefined): Result<string, string> {
  const [only, ...others] = names;
  if (only === undefined) return fail('no facility in it');
  if (wanted === undefined)
    return others.length === 0 ? ok(only) : fail(`say which one: --facility ${names.join(' | ')}`);
  return names.includes(wanted) ? ok(wanted) : fail(`no facility ${wanted}, only ${names.join(', ')}`);
}

interface Place {
  readonly port: number;
  readonly tls: boolean;
}

const moved = ({ portBase, tls }: { portBase: number; tls: boolean }, index: number): Place => ({
  port: portBase + index,
  tls,
});

function placeOf(machine: Machine): Place | null {
  const { protocol, hostname, port } = new URL(machine.bmc.address);
  if (hostname !== '127.0.0.1' && hostname !== 'localhost') return null;
  const tls = protocol === 'https:';
  return { tls, port: port === '' ? (tls ? 443 : 80) : Number(port) };
}

/** With the mode that Git would give it; the content of a link is not followed. */
function readEntry(folder: string, path: string): FileWithContent {
  const stat = lstatSync(join(folder, path));
  const mode = stat.isSymbolicLink() ? '120000' : stat.mode & 0o100 ? '100755' : '100644';
  return { path, mode, content: stat.isFile() ? readFileSync(join(folder, path)) : new Uint8Array() };
}

/** Paths of all files but Git's own, relative to the folder, with `/`; a folder that is not there throws ENOENT. */
function walk(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.name !== '.git' && entry.name !== 'node_modules')
    .flatMap((entry) =>
      entry.isDirectory() ? walk(join(folder, entry.name)).map((path) => `${entry.name}/${path}`) : [entry.name],
    );
}
