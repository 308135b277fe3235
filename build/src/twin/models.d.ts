import type { ExpectedHardware } from '../model/fleet.ts';
/** What the generated facility is made of: a machine class each, and hardware that is exactly as the class expects. */
export interface MachineModel {
    readonly class: string;
    readonly expects: ExpectedHardware;
}
export declare const models: {
    compute: MachineModel;
    storage: MachineModel;
};
/** The last machine of each rack holds the disks. */
export declare const modelOf: (unit: number, perRack: number) => MachineModel;
