import type { Machine } from '../model/fleet.ts';
import type { Phase } from '../model/status.ts';
/** One word for people, derived anew each time; nothing branches on it. */
export declare function phaseOf(machine: Machine | undefined, verified: boolean): Phase;
