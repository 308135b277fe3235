import type { Ended } from '../diff/conclude.ts';
import type { Restraint } from '../manifest/restraint.ts';
import type { BootService, Inside } from '../model/boot.ts';
import type { ComponentName, ComponentPlan } from '../model/component.ts';
import type { Fleet } from '../model/fleet.ts';
import type { Hardware, Inventory } from '../model/inventory.ts';
import type { Memory, Open } from '../model/memory.ts';
import type {
  CommitId,
  Digest,
  FacilityName,
  Instant,
  MachineName,
  ObjectId,
  RackName,
  Ticks,
} from '../model/names.ts';
import type { Action } from '../model/plan.ts';
import type { Rejection, Status } from '../model/status.ts';
import type { Verb } from '../model/verb.ts';
import type { Agents, BootMedium } from '../ports/agents.ts';
import type { Clock } from '../ports/clock.ts';
import type { Disk } from '../ports/disk.ts';
import type { ControlPlaneDriver, InfrastructureDriver, OwnLogin } from '../ports/driver.ts';
import type { Events } from '../ports/events.ts';
import type { Host } from '../ports/host.ts';
import type { Journal } from '../ports/journal.ts';
import type { LoginBook } from '../ports/login-book.ts';
import type { Random } from '../ports/random.ts';
import type { Reach } from '../ports/reach.ts';
import type { Repo } from '../ports/repo.ts';
import type { Vault } from '../ports/vault.ts';
import type { Wake } from '../ports/wake.ts';
import type { StatusFiles } from '../status/files.ts';
import type { Doubt } from '../status/hardware.ts';
import type { Steadiness } from '../status/reachability.ts';
import type { Homes } from './homes.ts';
import type { Hosts } from './hosts.ts';
import type { Keys } from './keys.ts';
import type { ManifestCache } from './manifests.ts';
import type { Message } from './message.ts';
import type { Watch } from './observe.ts';
import type { Reaches } from './reaches.ts';
import type { Sweeps } from './sweeps.ts';

/** Everything outside, as ports: the simulation holds them all. */
export interface Ports {
  /** Where people commit. */
  readonly fleetRepo: Repo;
  /** Where we commit; often the same. */
  readonly statusRepo: Repo;
  readonly drivers: ReadonlyMap<string, InfrastructureDriver>;
  readonly controlPlaneDrivers: ReadonlyMap<string, ControlPlaneDriver>;
  readonly agents: Agents;
  readonly reach: Reach;
  readonly journal: Journal;
  readonly vault: Vault;
  readonly disk: Disk;
  readonly loginBook: LoginBook;
  readonly clock: Clock;
  readonly random: Random;
  readonly host: Host;
  readonly events: Events;
  readonly wake: Wake;
}

export interface Settings {
  readonly facility: FacilityName;
  /** Branch that people write. */
  readonly branch: string;
  /** Until settled, then stop. */
  readonly once: boolean;
  /** Time between two looks at a machine that rests. */
  readonly pollMs: number;
  /** Renewal of the lease; three of them without a sign of the holder, and another may take it. */
  readonly leaseTermMs: number;
  /** How much longer than that one waits who only stands by: the longest request that the holder may have sent last. */
  readonly standbyMs: number;
  /** Step down once this component is healthy: it is the reconciler of the facility itself. */
  readonly handOverTo?: ComponentName;
  /** How long routine commits are gathered. */
  readonly gatherMs: number;
  /** Least time between two reads of the remote's refs, while something is under way. */
  readonly fetchMs: number;
  /** How long one pass waits for looks to come back. */
  readonly lookMs: number;
  readonly author: { readonly name: string; readonly email: string };
}

/** What lives as long as the process, beside what is known: the looks under way, and what was parsed before. */
export interface Tools extends Ports {
  readonly settings: Settings;
  readonly watch: Watch;
  readonly sweeps: Sweeps;
  readonly hosts: Hosts;
  readonly manifests: ManifestCache;
  /** Grants with a SENT that was not taken back, by this journal: none of them may ever be sent again. */
  readonly sentGrants: Set<Digest>;
  /** Requests on their way, by machine: a slow BMC is waited for in the background. */
  readonly flights: Map<MachineName, Flight>;
  /** Passwords of machines' own accounts in the order in which they are shown (keys.ts). */
  readonly logins: Map<MachineName, readonly OwnLogin[]>;
  /** What the BMC of a machine that is to start our agent is given, or asked about. */
  readonly mediums: Map<MachineName, BootMedium>;
  /** Installed systems that called home. */
  readonly homes: Homes;
  /** Installed systems that are to take a connection. */
  readonly reaches: Reaches;
  /**
   * What is known while a pass is under way: an agent may ask in the middle of it, and learn that the remote has moved.
   * `boot`: the boot service that was named last.
   */
  readonly latest: { known: Knowledge | null; hasMoved: boolean; boot: BootService | null };
  /** Who we are, to the lease. */
  readonly holder: string;
}

/** What one action changes in what is known, once it has come back. */
export type Change = (known: Knowledge) => Knowledge;

export interface Flight {
  readonly action: Action;
  readonly began: Ticks;
  /** From just before `SENT` is written, and anew when it is answered; null again when it surely did not leave. */
  sentAt: Ticks | null;
  /** The plan no longer wants it: it must not leave any more. */
  withdrawn: boolean;
  /** Called off: whoever waits for an agent waits no longer. */
  readonly over: AbortController;
  /** Null while it is out. */
  change: Change | null;
  /** Resolves when it is back; rejects only where the journal cannot be written. */
  landing: Promise<void>;
}

export interface Accepted {
  /** The newest commit that changed this facility's scope. */
  readonly commit: CommitId;
  /** Ids of everything in scope: equal keys, equal manifests. */
  readonly scope: string;
  readonly fleet: Fleet;
  /** When this process took it in. */
  readonly at: Ticks;
}

/** The status branch as it stands at the remote, and what we have still to say. */
export interface Published {
  readonly head: CommitId | null;
  readonly tree: ObjectId | null;
  readonly files: StatusFiles;
  readonly status: Status | null;
  /** When something to say was first held back, to be gathered with more. */
  readonly waitingSince?: Ticks;
}

/** A status commit that was pushed, and whether it landed nobody said. */
export interface Attempt {
  readonly head: CommitId;
  readonly files: StatusFiles;
  readonly status: Status;
  readonly message: Message;
}

export interface Lease {
  readonly holder: string;
  readonly epoch: number;
  readonly sequence: number;
  /** When this holder got it; wall clock. */
  readonly since: Instant;
  readonly released: boolean;
  /** The newest commit that was acted upon when the lease was last renewed: the second witness of memory. */
  readonly accepted: CommitId | null;
  /** The status branch's head then. */
  readonly status: CommitId | null;
}

export interface Retry {
  /** Times that not a byte left. */
  readonly failures: number;
  readonly at: Ticks;
  /** Definite refusals, and the form to try next. */
  readonly refusals?: number;
  readonly quirk?: string;
}

export interface LeaseView {
  readonly id: CommitId | null;
  readonly lease: Lease | null;
  /** Ours: when the renewal began. Another's: when we first saw this very commit. */
  readonly at: Ticks;
  readonly ours: boolean;
}

/** Of the control plane, beside what is in memory. */
export interface Components {
  readonly plan: ComponentPlan;
  /** Releases that could not be applied, by `retryKey`: when to try again. */
  readonly retries: ReadonlyMap<string, { readonly count: number; readonly at: Ticks; readonly message: string }>;
}

/** What the reconciler knows between two passes; each pass makes the next one out of it. */
export interface Knowledge {
  readonly accepted: Accepted | null;
  /** The branch's head as last read, and the head of the last fetch that failed to be accepted. */
  readonly head: CommitId | null;
  readonly rejected: Rejection | null;
  readonly restraint: Restraint;
  readonly memory: Memory;
  /** Memory is missing, or older than what was acted upon: what the next accepted commit asks for is assumed. */
  readonly begins: boolean;
  readonly inventory: Inventory;
  readonly keys: Keys;
  readonly components: Components;
  readonly published: Published;
  /** Found at the remote, it is what we say, and not somebody else's. */
  readonly unanswered: Attempt | null;
  readonly lease: LeaseView;
  readonly steadiness: ReadonlyMap<MachineName, Steadiness>;
  readonly hardware: ReadonlyMap<MachineName, Hardware>;
  /** What agents saw from inside, since the process began. */
  readonly inside: ReadonlyMap<MachineName, Inside>;
  readonly doubts: ReadonlyMap<MachineName, Doubt>;
  readonly poweredOnAt: ReadonlyMap<RackName, Ticks>;
  /** Grants whose request did not leave: when to try again. */
  readonly retries: ReadonlyMap<Digest, Retry>;
  /** Ends that no commit has told yet. */
  readonly untold: readonly Ended[];
  /** Requests that ended badly since the process began: `--once` exits 1. */
  readonly failures: number;
  /** When the refs were last read. */
  readonly fetchedAt: Ticks;
}

export const verbsOf = (ports: Ports): ReadonlyMap<string, readonly Verb[]> =>
  new Map([...ports.drivers].map(([name, driver]) => [name, driver.verbs]));

/** Intents that surely have not left: they are planned anew, and go on only if the plan still wants them. */
export const isUnsent = (open: Open | undefined): open is Open => open !== undefined && open.sentAt === undefined;

export const refsOf = (settings: Settings) => ({
  branch: `refs/heads/${settings.branch}`,
  status: `refs/heads/status/${settings.facility}`,
  lease: `refs/nanometal/lease/${settings.facility}`,
});
