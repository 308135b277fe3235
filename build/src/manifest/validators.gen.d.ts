import type { ValidateFunction } from 'ajv';
import type { FleetManifest, FacilityManifest, MachineClassManifest, ImageManifest, MachineManifest } from '../model/manifest.gen.ts';
export declare const fleet: ValidateFunction<FleetManifest>;
export declare const facility: ValidateFunction<FacilityManifest>;
export declare const machineClass: ValidateFunction<MachineClassManifest>;
export declare const image: ValidateFunction<ImageManifest>;
export declare const machine: ValidateFunction<MachineManifest>;
