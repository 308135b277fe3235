import { checkAcross } from '../manifest/across.ts';
import { checkTree, type TreeFile } from '../manifest/check-tree.ts';
import { linkFleet } from '../manifest/link.ts';
import { type ParsedFile, parseFile } from '../manifest/parse.ts';
import { isManifestPath } from '../manifest/path.ts';
import { printablePath } from '../manifest/printable.ts';
import { facilitiesOf, scopeOf } from '../manifest/scope.ts';
import { namePattern } from '../model/names.ts';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import { sortProblems } from './problems.ts';

/** A whole fleet, wherever its files lie. */
export interface FleetSource {
  /** Files, and what stands in a file's place; folders are left out. */
  readonly entries: readonly TreeFile[];
  /** In the order asked. */
  read(paths: readonly string[]): Promise<readonly (Uint8Array | 'too-large' | null)[]>;
}

export interface Verdict {
  readonly facilities: number;
  readonly machines: number;
  readonly problems: readonly Problem[];
}

const batch = 256;

/** Every facility by itself, as its reconciler would take it, and then what must be unique in the whole fleet. */
export async function checkFleet(source: FleetSource, progress: (done: number, of: number) => void): Promise<Verdict> {
  const { entries } = source;
  const facilities = facilitiesOf(entries.map(({ path }) => path));
  const problems: Problem[] = [...checkFolders(entries, facilities)];
  const parsed = await parseAll(source, facilities, progress);
  let machines = 0;
  for (const facility of facilities) {
    const wrong = checkTree(facility, entries);
    const belonging = scopeOf(facility);
    const own = [...parsed].filter(([path]) => belonging(path) === 'inside').map(([, result]) => result);
    const broken = [...wrong, ...own.flatMap((result) => (result.ok ? [] : result.error))];
    const files = own.flatMap((result) => (result.ok ? [result.value] : []));
    const linked = broken.length === 0 ? linkFleet(facility, files) : null;
    problems.push(...broken, ...(linked && !linked.ok ? linked.error : []));
    machines += files.filter(({ manifest }) => manifest.kind === 'Machine').length;
  }
  const whole = [...parsed.values()].flatMap((result) => (result.ok ? [result.value] : []));
  problems.push(...(facilities.length > 1 ? checkAcross(whole) : []));
  return { facilities: facilities.length, machines, problems: sortProblems(problems) };
}

/** Each file once, although the fleet-wide ones belong to every facility. */
async function parseAll(
  source: FleetSource,
  facilities: readonly string[],
  progress: (done: number, of: number) => void,
): Promise<ReadonlyMap<string, Result<ParsedFile, readonly Problem[]>>> {
  const scopes = facilities.map(scopeOf);
  const paths = source.entries
    .filter(({ path, mode }) => mode === '100644' && isManifestPath(path))
    .map(({ path }) => path)
    .filter((path) => scopes.some((belonging) => belonging(path) === 'inside'));
  const parsed = new Map<string, Result<ParsedFile, readonly Problem[]>>();
  for (let at = 0; at < paths.length; at += batch) {
    const part = paths.slice(at, at + batch);
    const contents = await source.read(part);
    part.forEach((path, i) => {
      parsed.set(path, parseContent(path, contents[i] ?? null));
    });
    progress(parsed.size, paths.length);
  }
  return parsed;
}

function parseContent(path: string, content: Uint8Array | 'too-large' | null): Result<ParsedFile, readonly Problem[]> {
  if (content instanceof Uint8Array) return parseFile(path, content);
  const file = printablePath(path);
  const problem: Problem =
    content === 'too-large'
      ? { code: 'file-too-large', file, message: 'the file is larger than a manifest may be, 256 KiB' }
      : {
          code: 'file-mode',
          file,
          message: 'the file cannot be read',
          remedy: 'see whether it is there, and whose it is',
        };
  return { ok: false, error: [problem] };
}

/** What no facility would look at, because its folder has a name that no facility can have. */
function checkFolders(entries: readonly TreeFile[], facilities: readonly string[]): readonly Problem[] {
  if (facilities.length === 0) {
    const file = 'facilities';
    const message = 'there is no facility here';
    return [
      { code: 'tree-empty', file, message, remedy: 'go to the root of a fleet repo, or begin one: nanometal init DIR' },
    ];
  }
  const folders = new Set<string>();
  for (const { path } of entries) {
    const [top, name, below] = path.split('/', 3);
    if (top === 'facilities' && name !== undefined && below !== undefined) folders.add(name);
  }
  return [...folders]
    .filter((name) => !namePattern.test(name) && !name.startsWith('.') && !facilities.includes(name.toLowerCase()))
    .map((name) => ({
      code: 'file-name',
      file: printablePath(`facilities/${name}`),
      message: 'a facility is called by 1 to 63 lower-case letters, digits and hyphens',
      remedy: 'rename the folder',
    }));
}
