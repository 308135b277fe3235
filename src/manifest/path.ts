import type { FacilityName, RackName } from '../model/names.ts';
import { namePattern } from '../model/names.ts';
import type { Kind } from './kind.ts';

/** What a path in the fleet repo says about the file that lies there (design §3). */
export type ManifestPath =
  | { readonly kind: 'Fleet' }
  | { readonly kind: 'MachineClass' | 'Image' | 'Component'; readonly name: string }
  | { readonly kind: 'Facility' | 'Discovery' | 'ControlPlane'; readonly facility: FacilityName; readonly name: string }
  | { readonly kind: 'Machine'; readonly facility: FacilityName; readonly rack: RackName; readonly name: string }
  | { readonly kind: 'Cluster'; readonly facility: FacilityName; readonly name: string }
  /** Encrypted, never parsed here. */
  | { readonly kind: 'secret'; readonly facility: FacilityName; readonly name: string };

/** Null: nothing that we know of has its place there. */
export function readPath(path: string): ManifestPath | null {
  if (path === 'fleet.yaml') return { kind: 'Fleet' };
  const [top, facility, folder, ...rest] = path.split('/');
  if (top === undefined || facility === undefined) return null;
  if (folder === undefined) {
    const name = nameIn(facility, '.yaml');
    const kind = foldersOfKinds.get(top);
    return name !== null && kind !== undefined ? { kind, name } : null;
  }
  if (top !== 'facilities' || !namePattern.test(facility)) return null;
  const [first = '', second, third] = rest;
  if (folder === 'facility.yaml' && rest.length === 0) return { kind: 'Facility', facility, name: facility };
  if (folder === 'discovery.yaml' && rest.length === 0) return { kind: 'Discovery', facility, name: facility };
  if (folder === 'control-plane.yaml' && rest.length === 0) return { kind: 'ControlPlane', facility, name: facility };
  if (folder === 'secrets' && second === undefined) {
    const name = nameIn(first, '.age');
    return name === null ? null : { kind: 'secret', facility, name };
  }
  if (folder === 'clusters' && second === undefined) {
    const name = nameIn(first, '.yaml');
    return name === null ? null : { kind: 'Cluster', facility, name };
  }
  if (folder === 'machines' && second !== undefined && third === undefined && namePattern.test(first)) {
    const name = nameIn(second, '.yaml');
    return name === null ? null : { kind: 'Machine', facility, rack: first, name };
  }
  return null;
}

/** A file that `parseFile` takes. */
export function isManifestPath(path: string): boolean {
  const where = readPath(path);
  return where !== null && where.kind !== 'secret';
}

/** Where an object of this kind lies, for people. */
export const homeOf: Readonly<Record<Kind, string>> = {
  Fleet: 'fleet.yaml',
  MachineClass: 'classes/<name>.yaml',
  Image: 'images/<name>.yaml',
  Facility: 'facilities/<facility>/facility.yaml',
  Discovery: 'facilities/<facility>/discovery.yaml',
  Machine: 'facilities/<facility>/machines/<rack>/<name>.yaml',
  Cluster: 'facilities/<facility>/clusters/<name>.yaml',
  Component: 'components/<name>.yaml',
  ControlPlane: 'facilities/<facility>/control-plane.yaml',
};

const foldersOfKinds: ReadonlyMap<string, 'MachineClass' | 'Image' | 'Component'> = new Map([
  ['classes', 'MachineClass'],
  ['images', 'Image'],
  ['components', 'Component'],
]);

function nameIn(file: string, ending: string): string | null {
  const name = file.endsWith(ending) ? file.slice(0, -ending.length) : '';
  return namePattern.test(name) ? name : null;
}
