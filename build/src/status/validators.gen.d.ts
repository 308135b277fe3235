import type { ValidateFunction } from 'ajv';
import type { FacilityStatus, MachineStatus, MachineInventory, Plan } from './file-types.ts';
export declare const facilityStatus: ValidateFunction<FacilityStatus>;
export declare const machineStatus: ValidateFunction<MachineStatus>;
export declare const machineInventory: ValidateFunction<MachineInventory>;
export declare const plan: ValidateFunction<Plan>;
