import type { Facts, Hardware, Identity } from './inventory.ts';
import type { Memory } from './memory.ts';
import type { CommitId, Instant, MachineName, RackName } from './names.ts';
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
  readonly conditions: readonly Condition[];
  /** What was seen last and settled (two looks agree), so that what flips does not commit. */
  readonly observed?: Pick<Facts, 'power' | 'boot'> & { readonly bios: Facts['bios']['attributes'] };
  readonly identity?: Identity;
  readonly hardware?: Hardware;
}

/** Everything that the status branch says; `src/status/files.ts` lays it out as files and reads it back. */
export interface Status {
  readonly memory: Memory;
  readonly rejected?: Rejection;
  readonly conditions: readonly Condition[];
  readonly machines: ReadonlyMap<MachineName, MachineStatus>;
  readonly holds: readonly Hold[];
}
