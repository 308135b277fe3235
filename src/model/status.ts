import type { Inside } from './boot.ts';
import type { ClusterName } from './cluster.ts';
import type { ComponentName, HostName } from './component.ts';
import type { Findings } from './discovery.ts';
import type { Capabilities, Facts, Hardware, Identity, PartChange, PowerState } from './inventory.ts';
import type { Memory } from './memory.ts';
import type { CommitId, Digest, Instant, MachineName, RackName } from './names.ts';
import type { Hold } from './plan.ts';
import type { Problem } from './problem.ts';

/** As in Kubernetes: `since` moves only when `status` does. */
export interface Condition {
  readonly type: string;
  readonly status: 'True' | 'False' | 'Unknown';
  readonly reason: string;
  readonly message: string;
  readonly since: Instant;
}

/** One derived word for people; nothing branches on it. */
export type Phase = 'Discovered' | 'Enrolled' | 'Available' | 'InUse' | 'Releasing' | 'Unmanaged';

/** A commit that is not acted upon, and why. */
export interface Rejection {
  readonly commit: CommitId | null;
  readonly reason: 'Invalid' | 'Rewritten' | 'Missing' | 'Unreadable';
  readonly message: string;
  readonly problems: readonly Problem[];
}

export interface MachineStatus {
  readonly name: MachineName;
  readonly rack: RackName;
  readonly phase: Phase;
  /** `parked`, `quarantined`, `fault`. */
  readonly overlays: readonly string[];
  readonly conditions: readonly Condition[];
  readonly specDigest?: Digest;
  readonly providerId?: string;
  /** What was seen, once settled, so that what flips does not commit. */
  readonly observed?: {
    readonly power: PowerState;
    readonly boot: Facts['boot'];
    readonly bios: Facts['bios']['attributes'];
  };
  /** Who answers at its address, while that is another machine or another board. */
  readonly answers?: Identity;
  readonly inventory?: MachineInventory;
}

/** Slow facts, and what the BMC offers, so that a plan can be made from committed status alone. */
export interface MachineInventory {
  readonly identity: Identity;
  readonly capabilities: Capabilities;
  /** ComputerSystem.LastResetTime is told: a reboot leaves evidence. */
  readonly tellsResets: boolean;
  readonly hardware?: Hardware;
  /** What our agent saw of it from inside. */
  readonly inside?: Inside;
  /** Since people last agreed to the hardware; absent: none. */
  readonly changes?: readonly PartChange[];
}

/** Everything that the status branch says; `src/status/files.ts` lays it out as files and reads it back. */
export interface Status {
  readonly memory: Memory;
  readonly rejected?: Rejection;
  readonly conditions: readonly Condition[];
  readonly machines: ReadonlyMap<MachineName, MachineStatus>;
  readonly holds: readonly Hold[];
  /** Passwords of machines' own BMC accounts, each file as it is sealed. */
  readonly sealed: ReadonlyMap<MachineName, string>;
  /** Their conditions; what must not be forgotten of them is in `memory`. */
  readonly clusters?: ReadonlyMap<ClusterName, readonly Condition[]>;
  /** Of each component on each host; what must not be forgotten of them is in `memory`. */
  readonly components?: ReadonlyMap<ComponentName, ReadonlyMap<HostName, readonly Condition[]>>;
  /** What the last sweep found, where the facility's discovery asks for sweeps. */
  readonly discovered?: Findings;
}
