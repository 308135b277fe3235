import type { ParsedFile } from './parse.ts';
import type { RenderedRelease } from './release.ts';

/** One release and where it comes from. */
export interface Placement extends RenderedRelease {
  readonly file: ParsedFile;
}

/** Something that a component asks for, and where it does. */
interface Asking {
  readonly placement: Placement;
  readonly pointer: string;
}

/** Two components of one host that want what it has only once. */
export interface Conflict {
  readonly earlier: Asking;
  readonly later: Asking;
  readonly host: string;
  /** `port 53/udp`, `file /etc/chrony/chrony.conf` */
  readonly word: string;
}

interface Wish {
  readonly pointer: string;
  readonly word: string;
  /** What nobody else may hold. */
  readonly wants: readonly string[];
  /** What others cannot want then. */
  readonly holds: readonly string[];
}

/** Each wish that somebody before already has, with the first who has it. */
export function conflictsOf(placements: readonly Placement[]): Conflict[] {
  const holders = new Map<string, Asking>();
  const found: Conflict[] = [];
  for (const placement of placements) {
    const { host } = placement.release;
    for (const { pointer, word, wants, holds } of wishesOf(placement)) {
      const later = { placement, pointer };
      const earlier = wants.map((key) => holders.get(`${host} ${key}`)).find((holder) => holder !== undefined);
      if (earlier !== undefined) found.push({ earlier, later, host, word });
      for (const key of holds) if (!holders.has(`${host} ${key}`)) holders.set(`${host} ${key}`, later);
    }
  }
  return found;
}

function* wishesOf({ release, ports, paths }: Placement): Generator<Wish> {
  for (const [i, { port, protocol }] of ports.entries()) {
    const word = `port ${port}/${protocol}`;
    yield { pointer: `/spec/ports/${i}/port`, word, wants: [word], holds: [word] };
  }
  for (const { path, pointer } of paths) {
    const folders = foldersOf(path);
    // A file cannot be where another file has a folder.
    const wants = [`file ${path}`, `folder ${path}`, ...folders.map((folder) => `file ${folder}`)];
    const holds = [`file ${path}`, ...folders.map((folder) => `folder ${folder}`)];
    yield { pointer, word: `file ${path}`, wants, holds };
  }
  const { service } = release;
  if (service?.kind !== 'unit') return;
  const word = `unit ${service.unit}`;
  yield { pointer: '/spec/service/unit', word, wants: [word], holds: [word] };
}

const foldersOf = (path: string): string[] => {
  const names = path.split('/');
  return names.slice(2).map((_, i) => names.slice(0, i + 2).join('/'));
};
