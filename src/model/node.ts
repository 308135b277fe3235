import type { ClusterNetwork, Duty, Endpoint, NodeSettings, Taint } from './cluster.ts';
import type { Link } from './fleet.ts';
import type { Digest, FacilityName, MachineName } from './names.ts';
import type { Secret } from './secret.ts';

/** One machine as a bootstrap driver needs to know it to make a node of it. Holds no secret. */
export interface NodeSpec {
  readonly facility: FacilityName;
  readonly cluster: string;
  readonly machine: MachineName;
  /** `first`: where the cluster begins. `control-plane`, `worker`: it joins one that is there. */
  readonly duty: 'first' | Duty;
  /** `bootstrap-` and 16 hex digits: of facility, machine and install, so that it is the same wherever it is made. */
  readonly ref: string;
  /** `nanometal://<facility>/<system UUID>` */
  readonly providerId: string;
  readonly version?: string;
  readonly endpoint?: Endpoint;
  readonly network?: ClusterNetwork;
  /** Empty: the image asks by DHCP. */
  readonly links: readonly Link[];
  /** What the node is known by, without prefix, one of each family at most; empty: what DHCP gives it. */
  readonly addresses: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly taints?: readonly Taint[];
  readonly settings: NodeSettings;
}

/** What is known only at the moment when a node asks: good for that node, once, and never written down. */
export interface NodeSecrets {
  /** Lets it join; of the first, what the cluster is to know for the next. kubeadm: `abcdef.0123456789abcdef`. */
  readonly token: Secret;
  /** Control plane: 64 hex digits that its certificates are encrypted with on their way. */
  readonly certificateKey: Secret;
  /** For who joins: `sha256:` and 64 hex digits of the public key of the cluster's CA. */
  readonly caCertHash: Secret;
}

/** What NoCloud serves (cloud-init), as text. */
export interface Rendered {
  /** `#cloud-config`; holds the secrets. */
  readonly userData: Secret;
  readonly metaData: string;
  /** Version 2; absent: the image asks by DHCP. */
  readonly networkConfig?: string;
}

/** What status may hold of bootstrap data. */
export interface BootstrapRecord {
  readonly ref: string;
  /** Of the data with each secret replaced by its name. */
  readonly digest: Digest;
}
