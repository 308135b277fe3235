import type { Facts, PowerState } from '../../../model/inventory.ts';
import { type Resource } from '../../../redfish/fields.ts';
/** ComputerSystem.PowerState; what it does not say is `Unknown`, and never "off". */
export declare function readPower(system: Resource): PowerState;
/** Whether a machine that is on is past POST: BootProgress (ComputerSystem schema), or HPE's PostState. */
export declare function readPastPost(system: Resource): boolean | undefined;
/** The boot override (ComputerSystem.Boot). */
export declare function readBoot(system: Resource): Facts['boot'];
/** LocationIndicatorActive, and where that is missing the older IndicatorLED. */
export declare function readIndicator(system: Resource): Facts['indicator'];
export declare const hasIndicator: (system: Resource) => boolean;
