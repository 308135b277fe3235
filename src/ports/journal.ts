import type { Caller } from '../model/boot.ts';
import type { Open } from '../model/memory.ts';
import type { CommitId, Digest, Instant, MachineName, ObjectId } from '../model/names.ts';
import type { Outcome } from '../model/outcome.ts';

/** The write-ahead log: what this host meant to do, before it did it. */
export type JournalRecord =
  /** Fsynced before the intent is pushed. */
  | { readonly kind: 'INTENT'; readonly machine: MachineName; readonly open: Open }
  /** Fsynced before the one request leaves. `attempt` counts from 1; from 2 on a quirk is named. */
  | {
      readonly kind: 'SENT';
      readonly machine: MachineName;
      readonly grant: Digest;
      readonly attempt: number;
      readonly quirk?: string;
      /** The agent that it is handed out to. */
      readonly caller?: Caller;
    }
  /** The request that the last SENT announced was accepted, or may have been. */
  | { readonly kind: 'ANSWERED'; readonly machine: MachineName; readonly grant: Digest }
  /** The request that the last SENT announced was definitely refused, or not a byte of it left. */
  | { readonly kind: 'NOT_SENT'; readonly machine: MachineName; readonly grant: Digest; readonly message: string }
  | { readonly kind: 'OUTCOME'; readonly machine: MachineName; readonly grant: Digest; readonly outcome: Outcome }
  /** An installed system called home: the evidence for the install of this grant. */
  | { readonly kind: 'HOME'; readonly machine: MachineName; readonly grant: Digest; readonly evidence: string }
  /** Taken in, and in force from here on, also where no status commit could say so yet. */
  | { readonly kind: 'ACCEPTED'; readonly commit: CommitId }
  /** The status branch holds everything up to here. */
  | { readonly kind: 'PUBLISHED'; readonly status: ObjectId; readonly accepted: CommitId | null };

export interface Journaled {
  readonly at: Instant;
  /** Of the host, when the record was written. */
  readonly bootId: string;
  readonly record: JournalRecord;
}

export interface Journal {
  /** What was durable when the journal was opened, in order; a torn last record is cut off beforehand. */
  readonly records: readonly Journaled[];
  /** Any other damage: nothing may be sent until a person has looked. */
  readonly damage: string | null;
  /** Durable when it resolves. */
  append(records: readonly JournalRecord[]): Promise<void>;
}
