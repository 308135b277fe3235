import type { Started } from '../../../model/outcome.ts';
import type { Arguments } from '../../../model/plan.ts';
import type { Approach } from './approach.ts';
type PowerArguments = Extract<Arguments, {
    verb: 'PowerOn' | 'PowerOff' | 'Reboot' | 'PowerCycle';
}>;
/** ComputerSystem.Reset. */
export declare function resetSystem(to: Approach, args: PowerArguments): Promise<Started>;
export {};
