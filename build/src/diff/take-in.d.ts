import type { Fleet, Machine } from '../model/fleet.ts';
import type { BiosValue, Identity } from '../model/inventory.ts';
import type { Memory, Requested } from '../model/memory.ts';
import type { CommitId, Digest, MachineName, RackName, RequestId } from '../model/names.ts';
import { type Verb } from '../model/verb.ts';
/** What was asked before memory began: taken as done long ago, so that a lost memory repeats nothing. */
export interface Prior {
    readonly fleet: Fleet;
    /** Every machine that a manifest of this commit or an ancestor ever named, with all that was ever asked of it. */
    readonly ever: ReadonlyMap<MachineName, Former>;
}
export interface Former {
    readonly rack: RackName;
    readonly identity: Identity;
    readonly asked: ReadonlyMap<RequestId, {
        readonly verb: Verb;
        readonly spec: Digest;
    }>;
}
/**
 * Takes a newly accepted commit into memory: every declared value that the commit changed, and every id that nobody has
 * seen before, becomes a pending request; everything that is gone stops being asked for.
 *
 * `prior` is given when memory is missing or is older than what was acted upon: whatever stood there already is assumed.
 */
export declare function takeIn(before: Memory, fleet: Fleet, commit: CommitId, prior: Prior | null): Memory;
/** Power first, then the BIOS keys by name. */
export declare function declaredFields(machine: Machine): readonly (readonly [string, BiosValue])[];
/** Of the worst that a request may do; an operation that only looks or blinks disrupts nothing. */
export declare const disrupts: (request: Requested) => boolean;
