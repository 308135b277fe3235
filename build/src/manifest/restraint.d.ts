import type { Pause } from '../model/fleet.ts';
import type { FacilityName, MachineName } from '../model/names.ts';
import type { ParsedFile } from './parse.ts';
/** What reduces action, and therefore is heeded even in a commit that is rejected for something else (law 4). */
export interface Restraint {
    readonly paused?: Pause;
    readonly parked: ReadonlyMap<MachineName, Pause>;
    readonly protected: ReadonlySet<MachineName>;
}
/** From the files that are right by themselves, whatever is wrong between them or with others. */
export declare function readRestraint(facility: FacilityName, files: Iterable<ParsedFile>): Restraint;
