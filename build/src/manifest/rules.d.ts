import type { FacilityManifest, MachineManifest } from '../model/manifest.gen.ts';
import type { Fault } from './fault.ts';
/** What a schema cannot say, of one file by itself. `at` is filled in by whoever knows the text. */
export type RuleFault = Omit<Fault, 'at'> & {
    readonly pointer: string;
};
export declare function checkMachine({ spec }: MachineManifest): RuleFault[];
export declare function checkFacility({ spec }: FacilityManifest): RuleFault[];
