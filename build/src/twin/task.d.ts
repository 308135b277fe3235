import type { Instant } from '../model/names.ts';
import type { Bmc } from './bmc.ts';
/** Something that the BMC does by itself: running until `endsAt`, or for ever. Opened by a test, not by a request. */
export declare function openTask(bmc: Bmc, name: string, endsAt: Instant | null, now: Instant): Bmc;
