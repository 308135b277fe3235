import type { Instant } from '../../model/names.ts';
import type { Bmc } from '../bmc.ts';
import type { JsonObject } from '../json.ts';
import { type Change } from '../route.ts';
/** 204 also for what is so already, without an effect; 409 while a change is on its way, and to restart what is off. */
export declare function postReset(bmc: Bmc, body: JsonObject, now: Instant): Change;
