import type { Ended } from '../diff/conclude.ts';
import type { Plan } from '../model/plan.ts';
import type { Status } from '../model/status.ts';
import { type CommitKind } from '../status/commit-message.ts';
/** What a status commit says of itself; facility, fleet commit and epoch are added where it is pushed. */
export interface Message {
    readonly kind: CommitKind;
    readonly subject: string;
    readonly trailers: readonly (readonly [string, string])[];
}
/** Before anything is sent. Ends that no commit has told yet go along. */
export declare const intentMessage: (plan: Plan, untold: readonly Ended[]) => Message;
export declare const outcomeMessage: (plan: Plan | null, untold: readonly Ended[]) => Message;
/** "12 machines, 12 reachable, 12 as declared". */
export declare function observationMessage(plan: Plan | null, status: Status): Message;
