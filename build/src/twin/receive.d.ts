import type { Instant } from '../model/names.ts';
import { type Answer } from './answer.ts';
import { type Bmc } from './bmc.ts';
import { type EffectEntry } from './effect.ts';
import { type TwinRequest } from './serve.ts';
export interface Received {
    readonly bmc: Bmc;
    readonly answer: Answer;
    /** Must be on record before the answer leaves: one entry for a mutating request, none for a reading one. */
    readonly effects: readonly EffectEntry[];
}
/** One request reaches the BMC. Never throws, whatever the request looks like. */
export declare function receive(bmc: Bmc, request: TwinRequest, now: Instant): Received;
