import type { DiskName } from './boot.ts';
import type { Management } from './fleet.ts';
import type { BiosValue, Identity, PowerState } from './inventory.ts';
import type { CommitId, Digest, Instant, MachineName, RackName, RequestId } from './names.ts';
import type { Verb } from './verb.ts';

/** What a verb needs to be told: everything is chosen when the plan is made, nothing when it is carried out. */
export type Arguments =
  | { readonly verb: 'PowerOn' }
  | { readonly verb: 'PowerOff'; readonly force: boolean }
  | { readonly verb: 'Reboot' }
  | { readonly verb: 'PowerCycle' }
  | { readonly verb: 'Identify'; readonly indicator: 'Lit' | 'Off' }
  | { readonly verb: 'SetBootOnce'; readonly target: string }
  | { readonly verb: 'SetBios'; readonly attributes: Readonly<Record<string, BiosValue>> }
  | { readonly verb: 'ResetBmc' }
  | { readonly verb: 'ClearTasks' }
  /** The password is not in it: it is made, sealed and pushed with the intent. */
  | { readonly verb: 'RotateCredentials'; readonly username: string }
  /** Our agent, as a CD. Where it is to be fetched is told to the driver only: whoever reads status could fetch it too. */
  | { readonly verb: 'InsertMedia' }
  /** Only ever ours. */
  | { readonly verb: 'EjectMedia' }
  | { readonly verb: 'Inspect' }
  | {
      readonly verb: 'Install';
      readonly image: string;
      readonly sha256: string;
      /** Absent: the image runs from memory. */
      readonly disk?: DiskName;
      readonly overwrite: boolean;
    }
  | { readonly verb: 'Erase'; readonly disks: readonly DiskName[] };

/** What must still be true of the hardware just before the request leaves, and what evidence is compared with. */
export interface Expect {
  readonly identity: Identity;
  readonly power: PowerState;
  readonly lastReset?: string;
  readonly bmcLastReset?: string;
}

/** One request to one machine. */
export interface Action {
  readonly kind: 'action';
  readonly machine: MachineName;
  readonly rack: RackName;
  readonly request: RequestId;
  readonly args: Arguments;
  /** sha256 over facility, machine, verb and request: what one effect is ever allowed for. */
  readonly grant: Digest;
  /** Of what was asked; the same request with another spec is a problem, not a new grant. */
  readonly spec: Digest;
  /** The accepted commit that brought the request. */
  readonly commit: CommitId;
  readonly expect: Expect;
  /** Why, as a person would say it: "power: Off was declared by 3f2a1c9". */
  readonly because: string;
  /** How long evidence is waited for, from the moment it was sent. */
  readonly patienceMs: number;
}

/** Closed list: why something that was asked for is not done now. */
export const holdReasons = [
  'Parked',
  'Protected',
  'Paused',
  'Window',
  'Budget',
  'BlastRadius',
  'Approval',
  'Identity',
  'Unreachable',
  'Stale',
  'TaskOpen',
  'TaskStuck',
  'ManagedElsewhere',
  'MediaInUse',
  'TokenContested',
  'DiskNotBlank',
  'DiskAmbiguous',
  'OutcomeUnknown',
  'Drifted',
  'Fighting',
  'Unsupported',
  'Unlicensed',
  'CredentialsRefused',
  'Quarantined',
  'Assumed',
  'Expired',
  'Superseded',
  'WaitingForPower',
  'InCluster',
  'Lease',
] as const;
export type HoldReason = (typeof holdReasons)[number];

/** Not acting is a result too. */
export interface Hold {
  readonly kind: 'hold';
  readonly machine: MachineName;
  readonly rack: RackName;
  readonly verb: Verb;
  readonly request: RequestId;
  readonly reason: HoldReason;
  /** What is so, and the remedy. Stable: no times that tick, no counters. */
  readonly message: string;
  /** When it ends by itself. */
  readonly until?: Instant;
  /** It lasts for moments: a power transition, POST, the first look. Not worth a line in history. */
  readonly settling?: true;
}

/** The red button: `nanometal hold`, pressed on the reconciler's host, without Git. It only ever reduces action. */
export interface OperatorHold {
  /** A machine's name, `rack/<rack>`, or `all`. */
  readonly what: string;
  readonly reason: string;
  readonly until: Instant;
}

/** How a machine that is only looked at differs from its manifest. Nothing is done about it; `nanometal adopt` writes it down. */
export interface Difference {
  readonly machine: MachineName;
  readonly rack: RackName;
  readonly management: Management;
  /** `power`, `bios/<key>`, `identity`, `class`; `seen`: it could not be compared. */
  readonly field: string;
  /** Stable, for people: "Off is declared, On is observed". */
  readonly message: string;
}

export interface Plan {
  readonly commit: CommitId;
  /** Ready to be carried out now, at most one a machine, in the order of machine names. */
  readonly actions: readonly Action[];
  readonly holds: readonly Hold[];
  /** Of machines in `observe` or `adopt`, in the order of their names. */
  readonly differences: readonly Difference[];
  /** What will follow once an action of this plan is done (the reboot of a BIOS write), for people. */
  readonly later: readonly Pick<Action, 'machine' | 'rack' | 'request' | 'args' | 'because'>[];
}

/** What a look says about whether this is the machine, and the hardware, that the manifest means. */
export interface Verdict {
  readonly identity: 'matches' | 'differs';
  /** For people; empty when it matches. */
  readonly identityMessage: string;
  /** What was seen may be shown as this machine's. */
  readonly isOwn: boolean;
  /** Each way in which it misses its class; null: the hardware has not been seen. */
  readonly hardware: readonly string[] | null;
}
