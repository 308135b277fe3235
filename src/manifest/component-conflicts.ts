import type { ParsedFile } from './parse.ts';
import type { RenderedRelease } from './release.ts';

/** Something of which a host has one only. */
interface Wish {
  readonly key: string;
  /** For people. */
  readonly word: string;
  /** Where the component asks for it. */
  readonly pointer: string;
}

/** One release and where it comes from. */
export interface Placement extends RenderedRelease {
  readonly file: ParsedFile;
}

/** Two components of one host that want the same. */
export interface Conflict {
  readonly earlier: { readonly placement: Placement; readonly pointer: string };
  readonly later: { readonly placement: Placement; readonly pointer: string };
  readonly host: string;
  /** `port 53/udp`, `/etc/chrony/chrony.conf` */
  readonly word: string;
}

/** At most one for each pair of a release and what it wants. */
export function conflictsOf(placements: readonly Placement[]): Conflict[] {
  const first = new Map<string, { readonly placement: Placement; readonly pointer: string }>();
  const found: Conflict[] = [];
  const note = (host: string, key: string, word: string, later: Conflict['later']): void => {
    const earlier = first.get(`${host} ${key}`);
    if (earlier !== undefined && earlier.placement !== later.placement) found.push({ earlier, later, host, word });
  };
  for (const placement of placements) {
    const { host } = placement.release;
    const wishes = [...wishesOf(placement)];
    for (const { key, word, pointer } of wishes) note(host, key, word, { placement, pointer });
    for (const { key, pointer } of wishes) {
      if (!first.has(`${host} ${key}`)) first.set(`${host} ${key}`, { placement, pointer });
    }
  }
  return found;
}

function* wishesOf({ release, ports, file: { manifest } }: Placement): Generator<Wish> {
  if (manifest.kind !== 'Component') return;
  for (const [i, { port, protocol }] of ports.entries()) {
    yield { key: `port ${port}/${protocol}`, word: `port ${port}/${protocol}`, pointer: `/spec/ports/${i}/port` };
  }
  for (const { path } of release.files) yield { key: `path ${path}`, word: path, pointer: '/spec/install/files' };
  const { service } = release;
  if (service?.kind === 'unit')
    yield { key: `unit ${service.unit}`, word: service.unit, pointer: '/spec/service/unit' };
}
