import type { Instant } from '../model/names.ts';
import type { Bmc } from './bmc.ts';
/**
 * Lets everything happen that is due by `now`, each at its own time. `receive` begins with it, so nobody needs to
 * call it for the answers to be right.
 */
export declare function tick(bmc: Bmc, now: Instant): Bmc;
