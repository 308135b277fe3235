import type { Machine } from './fleet.ts';
import type { Digest, FacilityName, MachineName } from './names.ts';

export type ClusterName = string;

/** The bootstrap drivers in the tree; `drivers/bootstrap/drivers.ts` has one for each name, or does not compile. */
export const bootstraps = ['kubeadm', 'cloud-init'] as const;
export type Bootstrap = (typeof bootstraps)[number];

/** Machines that form a Kubernetes cluster: one manifest, its members resolved and its defaults filled in. */
export interface Cluster {
  readonly name: ClusterName;
  /** Path of its manifest. */
  readonly file: string;
  readonly bootstrap: Bootstrap;
  /** `v1.31.4`; there for kubeadm. */
  readonly version?: string;
  /** Where the API server is reached; there for kubeadm. */
  readonly endpoint?: Endpoint;
  /** There for kubeadm. */
  readonly network?: ClusterNetwork;
  /** In the order of the manifest; the first is where the cluster begins. Never empty, and odd. */
  readonly controlPlane: NodeGroup;
  readonly workers: NodeGroup & { readonly maxConcurrent: number };
  readonly node: NodeSettings;
  readonly specDigest: Digest;
}

export interface Endpoint {
  /** A name, or an IP address without brackets. */
  readonly host: string;
  readonly port: number;
}

/** CIDR ranges, one of each family at most. */
export interface ClusterNetwork {
  readonly pods: readonly string[];
  readonly services: readonly string[];
  readonly dnsDomain: string;
}

export interface NodeGroup {
  readonly machines: readonly Machine[];
  readonly labels: Readonly<Record<string, string>>;
  /** Absent: as the bootstrap driver has them by itself. */
  readonly taints?: readonly Taint[];
}

export interface Taint {
  readonly key: string;
  readonly value?: string;
  readonly effect: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';
}

/** What every node is given at its first boot. */
export interface NodeSettings {
  readonly sshKeys: readonly string[];
  readonly packages: readonly string[];
  readonly ntp: readonly string[];
  readonly files: readonly NodeFile[];
  /** Lines for sh, run as root before and after the node joins; the first that fails ends it. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export interface NodeFile {
  readonly path: string;
  readonly content: string;
  /** Octal, four digits. */
  readonly permissions: string;
  /** `user:group` */
  readonly owner: string;
}

export type Duty = 'control-plane' | 'worker';

/** Where a machine stands on its way into the cluster and out of it. */
export type Membership = 'unknown' | 'absent' | 'joining' | 'joined' | 'draining' | 'drained' | 'leaving';

/** What must not be forgotten of a cluster; all of it but `initialized: no` can be had again by looking (`latched`). */
export interface ClusterMemory {
  /**
   * One-way: `no` → `yes`. `no` only where a commit brought the cluster while there was memory already. `assumed`: it
   * stood there when memory began, so that nobody knows; it must never be begun a second time on that account.
   */
  readonly initialized: 'no' | 'yes' | 'assumed';
  /** False: its manifest is gone, and nothing is done because of that. */
  readonly managed: boolean;
  readonly members: Readonly<Record<MachineName, MemberMemory>>;
}

export interface MemberMemory {
  readonly duty: Duty;
  readonly state: Membership;
  /** Its Node is Ready and, in the control plane, its etcd member answers. Absent: not known. */
  readonly healthy?: boolean;
  /** What its Node is told to call itself. */
  readonly providerId?: string;
  /** One-way: it has once joined. */
  readonly provisioned?: true;
  /** One-way: its data were created and handed out. Where, and of what; the data themselves are never kept. */
  readonly bootstrap?: { readonly ref: string; readonly digest: Digest };
}

/** Who is to be a member, and as what, in the order of the manifest. */
export const membersOf = (cluster: Cluster): ReadonlyMap<MachineName, Duty> =>
  new Map([
    ...cluster.controlPlane.machines.map(({ name }) => [name, 'control-plane'] as const),
    ...cluster.workers.machines.map(({ name }) => [name, 'worker'] as const),
  ]);

/** What a Node is told to call itself, so that whoever has the Node finds the machine. */
export const providerIdOf = (facility: FacilityName, uuid: string): string => `nanometal://${facility}/${uuid}`;

/** By name, and nothing that nobody wrote: a machine may be called `constructor`. */
export const own = <T>(map: Readonly<Record<string, T>> | undefined, name: string): T | undefined =>
  map !== undefined && Object.hasOwn(map, name) ? map[name] : undefined;
