import type { Bmc } from '../bmc.ts';
import { type JsonObject } from '../json.ts';
import { type Change } from '../route.ts';
/** What the twin allows of the Boot object (Redfish ComputerSystem schema). */
export declare const bootEnabled: string[];
export declare const bootTargets: string[];
export declare const bootModes: string[];
/** PATCH of the system: everything in the body is taken, or nothing. `shown` tells read-only from unknown. */
export declare function changeSystem(bmc: Bmc, body: JsonObject, shown: JsonObject): Change;
