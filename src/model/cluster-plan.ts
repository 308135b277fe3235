import type { ClusterName, Duty } from './cluster.ts';
import type { MachineName } from './names.ts';

/** `init`: the cluster begins on it. `join`: it becomes a node. `drain`: its pods go elsewhere. `leave`: Node and etcd member are removed. */
export type ClusterVerb = 'init' | 'join' | 'drain' | 'leave';

/** Closed list: why a step of a cluster is not next. */
export const waitReasons = [
  'Assumed',
  'NotSeen',
  'Paused',
  'NotManaged',
  'Parked',
  'Protected',
  'FirstMember',
  'Unhealthy',
  'Quorum',
  'OneAtATime',
  'ControlPlaneFirst',
  'JoinFirst',
  'DrainFirst',
  'Budget',
  'UnderWay',
] as const;
export type WaitReason = (typeof waitReasons)[number];

export interface ClusterStep {
  readonly machine: MachineName;
  readonly verb: ClusterVerb;
  /** As what it joins or leaves. */
  readonly duty: Duty;
  /** Why it is to be done, and why in this place of the order. */
  readonly because: string;
  /** Absent: it is next. */
  readonly waits?: { readonly reason: WaitReason; readonly message: string };
}

/** What brings one cluster from what is known to what is declared, in order. This version carries nothing of it out. */
export interface ClusterPlan {
  readonly cluster: ClusterName;
  readonly controlPlane: number;
  readonly workers: number;
  /** Members of which nobody knows yet whether they joined, so that nothing is planned for them. */
  readonly unseen: readonly MachineName[];
  readonly steps: readonly ClusterStep[];
}
