import type { DiskName, DiskState, ImageFile, Receipt } from './boot.ts';
import type { ClusterMemory, ClusterName } from './cluster.ts';
import type { ComponentMemory } from './component.ts';
import type { BiosValue, Identity } from './inventory.ts';
import type { CommitId, Digest, FacilityName, Instant, MachineName, RackName, RequestId, Ticks } from './names.ts';
import type { Arguments, Expect } from './plan.ts';
import type { Verb } from './verb.ts';

/**
 * What nanometal must not forget, for ever: which requests were spent on which hardware, and what is under way.
 * It lives in the status branch and, until published, in the journal. Everything else is derived by looking.
 */
export interface Memory {
  readonly facility: FacilityName;
  /** The newest commit whose requests this memory has taken in; absent: no memory yet. */
  readonly accepted?: CommitId;
  /** By machine name; a machine whose manifest is gone stays, as a tombstone. */
  readonly machines: ReadonlyMap<MachineName, MachineMemory>;
  /** A cluster whose manifest is gone stays, as a tombstone. Absent: there never was one. */
  readonly clusters?: Readonly<Record<ClusterName, ClusterMemory>>;
  /** Absent: nothing was ever applied. */
  readonly components?: ComponentMemory;
}

export interface MachineMemory {
  readonly rack: RackName;
  /** What was enrolled, so that spent ids follow the hardware when it gets another name. */
  readonly identity: Identity;
  /** False: a tombstone. */
  readonly managed: boolean;
  /** Last declared value by field (`power`, `bios/<key>`, `account`, `release`), and the request that it made. */
  readonly declared: Readonly<Record<string, Declared>>;
  readonly requests: Readonly<Record<RequestId, Requested>>;
  /** The password of the machine's own BMC account that last let us in, by the grant that set it, and since when. */
  readonly account?: { readonly grant: Digest; readonly since: Instant };
  /** The one thing under way. */
  readonly open?: Open;
}

export interface Declared {
  readonly value: BiosValue;
  /**
   * `<commit>:power`, `<commit>:bios` or `<commit>:release`, pending until it is so. `assumed:<commit>:…` was already declared when memory
   * began with that commit, or while the machine was not managed: no request stands behind it, so that a difference is drift
   * and not a command.
   */
  readonly request: RequestId;
}

export type RequestState =
  | 'pending'
  | 'assumed' // found in the first accepted commit, or while it was not managed: taken as done long ago
  | 'done'
  | 'failed'
  | 'unknown'
  | 'expired'
  | 'superseded';

export interface Requested {
  readonly verb: Verb;
  readonly spec: Digest;
  readonly commit: CommitId;
  readonly state: RequestState;
  /** Verbs of this request that came to an end, with how: `{ "SetBios": "done" }`. A forced repeat is `PowerOff/force`. */
  readonly steps: Readonly<Record<string, 'done' | 'failed' | 'unknown'>>;
  /** How often a step was lost in a crash around sending, by step; each further one has a grant of its own. */
  readonly lost?: Readonly<Record<string, number>>;
  /** For people, when it did not end well. */
  readonly message?: string;
  /** Of a request that an agent carries out. */
  readonly work?: Work;
}

/** What is known of an Install, an Erase or an Inspect beside its steps. */
export interface Work {
  /** The name under which it was asked for: grants and boot attempts keep it, also when the machine gets another. */
  readonly name: MachineName;
  /** What it is about; Erase of an operation, Inspect and what runs from memory: absent. */
  readonly disks?: readonly DiskName[];
  /** The agent has found this ISO to be right: from now on it is what the machine is made to boot. */
  readonly iso?: ImageFile;
  /** Boot attempts that are over; absent: none. */
  readonly attempts?: number;
  /** Whether the machine was on when it began. */
  readonly from?: 'On' | 'Off';
  /** Of the agent's step, once that has ended. */
  readonly grant?: Digest;
  /** When the agent's step ended, or our medium was out after it; wall clock. */
  readonly endedAt?: Instant;
  /** What is known of the disk, where the agent's step has not gone well so far. */
  readonly disk?: DiskState;
  /** What shows that it is done. */
  readonly evidence?: string;
  readonly receipts?: readonly Receipt[];
  /** The installed system called home, and said this. */
  readonly home?: string;
  /** No commit asks for it any more: what was begun is cleared away, and nothing else. */
  readonly takenBack?: true;
  /** In this boot attempt two runs of an agent showed its token: nothing is handed out, also after a restart. */
  readonly contested?: true;
}

/** An intent without an outcome. */
export interface Open {
  readonly grant: Digest;
  readonly request: RequestId;
  readonly spec: Digest;
  readonly commit: CommitId;
  readonly args: Arguments;
  readonly expect: Expect;
  readonly patienceMs: number;
  /** When it left, or may have left; absent while it surely has not. Never committed: the journal knows. */
  readonly sentAt?: Ticks;
  /** Its answer is still waited for: only an effect that is seen ends it. */
  readonly flying?: boolean;
  /** Ours, and sent, if at all, by a process that died before it heard an answer: it has arrived by now, or never will. */
  readonly interrupted?: boolean;
  /** No local journal knows of it: it may have left at any time before we began. */
  readonly inherited?: boolean;
}

/** `PowerOff`, or `PowerOff/force` for the escalation that follows a graceful one in vain. */
export const stepOf = (args: Arguments): string =>
  args.verb === 'PowerOff' && args.force ? 'PowerOff/force' : args.verb;
