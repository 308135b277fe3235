import type { Pause } from '../model/fleet.ts';
import type { FacilityName, MachineName } from '../model/names.ts';
import { linkPause } from './link-machine.ts';
import type { ParsedFile } from './parse.ts';
import { readPath } from './path.ts';

/** What reduces action, and therefore is heeded even in a commit that is rejected for something else (law 4). */
export interface Restraint {
  readonly paused?: Pause;
  readonly parked: ReadonlyMap<MachineName, Pause>;
  readonly protected: ReadonlySet<MachineName>;
}

/** From the files that are right by themselves, whatever is wrong between them or with others. */
export function readRestraint(facility: FacilityName, files: Iterable<ParsedFile>): Restraint {
  const parked = new Map<MachineName, Pause>();
  const protectedMachines = new Set<MachineName>();
  let paused: Pause | undefined;
  for (const { path, manifest } of files) {
    const where = readPath(path);
    if (where === null || !('facility' in where) || where.facility !== facility) continue;
    if (manifest.kind === 'Facility' && manifest.spec.paused !== undefined) paused = linkPause(manifest.spec.paused);
    if (manifest.kind !== 'Machine') continue;
    const { metadata, spec } = manifest;
    if (spec.parked !== undefined) parked.set(metadata.name, linkPause(spec.parked));
    if (spec.protected === true) protectedMachines.add(metadata.name);
  }
  return { ...(paused === undefined ? {} : { paused }), parked, protected: protectedMachines };
}
