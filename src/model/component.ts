import type { Digest } from './names.ts';

export type ComponentName = string;
export type HostName = string;

/** What a facility runs beside the machines, and where: its ControlPlane with every component rendered for its place. */
export interface ControlPlane {
  /** Path of its manifest. */
  readonly file: string;
  /** `ssh` or `process`. */
  readonly driver: string;
  /** CIDR ranges that the hosts must be in. */
  readonly within: readonly string[];
  /** Sorted by name. */
  readonly hosts: readonly ComponentHost[];
  /** Hosts that may be changed at one time. */
  readonly concurrency: number;
  /** In the order in which they are applied: each after those that it names, else by name; within one, host by host. */
  readonly releases: readonly Release[];
}

export interface ComponentHost {
  readonly name: HostName;
  /** An IP address without brackets, within `ranges.hosts` of the facility. */
  readonly address: string;
  readonly port: number;
  /** Name of the credentials. */
  readonly credentials: string;
  /** `SHA256:` and base64 without padding, as `ssh-keygen -l` prints it; empty for the driver `process`. */
  readonly hostKey: string;
}

/** One component on one host, with nothing left to choose: the same manifests give the same bytes. */
export interface Release {
  readonly component: ComponentName;
  readonly host: HostName;
  /** Components that must be healthy, where they are declared, before this one is applied. */
  readonly after: readonly ComponentName[];
  /** `absent`: what an earlier release installed is removed; nothing below is there then. */
  readonly state: 'present' | 'absent';
  /** For people. */
  readonly version: string;
  readonly packages: readonly Package[];
  /** Sorted by path. */
  readonly files: readonly ReleaseFile[];
  readonly service?: Service;
  /** Kubernetes manifests, applied by `kubectl` on this host. */
  readonly manifests?: readonly Content[];
  readonly health: readonly HealthCheck[];
  /** How long after a change every check must have passed once. */
  readonly deadlineMs: number;
  /** What the service is told when one of its files changed; a changed service or package always restarts it. */
  readonly onChange: 'reload' | 'restart';
  /** Of all above but `after`. */
  readonly digest: Digest;
}

/** A Debian package; without a version whatever is installed, or newest, will do. */
export interface Package {
  readonly name: string;
  readonly version?: string;
}

export interface ReleaseFile {
  /** Absolute. */
  readonly path: string;
  /** Permission bits, such as 0o644. */
  readonly mode: number;
  readonly content: Content;
}

export type Content =
  | { readonly kind: 'inline'; readonly text: string }
  /** Fetched by the host. */
  | { readonly kind: 'url'; readonly url: string; readonly sha256: string };

export type Service =
  /** A unit that one of the packages brings. */
  | { readonly kind: 'unit'; readonly unit: string }
  /** A process of ours: `nanometal-<component>.service`, or a child of the driver `process`. */
  | {
      readonly kind: 'process';
      readonly command: readonly string[];
      readonly environment: Readonly<Record<string, string>>;
      /** A user that exists; absent: one that systemd makes for the service alone. */
      readonly user?: string;
      /** `CAP_NET_BIND_SERVICE` and the like; nothing else is left to it. */
      readonly capabilities: readonly string[];
      /** Folders under /var/lib that it may write, and that stay when it is removed. */
      readonly state?: string;
    };

/** Asked on the host itself, so that nothing has to be open to others. */
export type HealthCheck =
  /** Answered below 400. */
  | { readonly kind: 'http'; readonly url: string }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  /** The service is active and has not been restarted by itself since. */
  | { readonly kind: 'systemd' }
  /** Exits 0. */
  | { readonly kind: 'command'; readonly command: readonly string[] };

/** One reading of one host. */
export type HostLook =
  | { readonly kind: 'seen'; readonly components: ReadonlyMap<ComponentName, ComponentLook> }
  | { readonly kind: 'missed'; readonly reason: HostMiss; readonly message: string };

export type HostMiss = 'unreachable' | 'host-key' | 'credentials' | 'unsupported';

/** What is on a host of one component, compared with the release that was asked about. */
export interface ComponentLook extends Comparison {
  /** What was healthy there last, by the host's own record; null: never. */
  readonly release: { readonly digest: Digest; readonly version: string } | null;
  /** What was healthy there last compared with itself, where that is another release than the one asked about. */
  readonly inForce?: Comparison & { readonly release: Release };
}

export interface Comparison {
  /** How what is installed differs from the release; stable, for people, and without contents: `/etc/x: other content`. */
  readonly differences: readonly string[];
  /** It is well, and to put the differences right would start it anew, or change it in its cluster. */
  readonly disrupts: boolean;
  readonly healthy: boolean;
  /** Which check does not pass, and what it said; empty when healthy. */
  readonly message: string;
}

/** What came of one apply. Each leaves the host as it was before, or as a release that was healthy, or as asked. */
export type Applied =
  | { readonly kind: 'healthy' }
  /** Nothing was changed: it could not be fetched, or does not fit. Worth another try. */
  | {
      readonly kind: 'unapplied';
      readonly reason: 'fetch' | 'checksum' | 'package' | 'full' | 'host';
      readonly message: string;
    }
  /** It did not get healthy in time. `to`: the version that runs again; null: there was none, and nothing is left of it. */
  | { readonly kind: 'rolled-back'; readonly to: string | null; readonly message: string }
  /** It was cut off: nobody knows how far it came. Looking tells, and applying it again is safe. */
  | { readonly kind: 'interrupted'; readonly message: string };

/** What must not be forgotten of the components of a facility; on the status branch, by component and host. */
export type ComponentMemory = ReadonlyMap<ComponentName, ReadonlyMap<HostName, ReleaseMemory>>;

export interface ReleaseMemory {
  /** Being applied: recorded and pushed before anything is sent to the host. */
  readonly applying?: { readonly digest: Digest; readonly version: string };
  /** Did not get healthy: never tried again; another release is. */
  readonly failed?: { readonly digest: Digest; readonly version: string; readonly message: string };
  /** What was last seen healthy. */
  readonly healthy?: { readonly digest: Digest; readonly version: string };
}

/** Closed: why a release is not applied now. */
export const releaseHoldReasons = [
  'Paused',
  'Held',
  'Lease',
  'HostUnreachable',
  'HostKey',
  'CredentialsRefused',
  'Unsupported',
  'After',
  'Window',
  'Budget',
  'Failed',
  'Retrying',
  'Undeclared',
] as const;
export type ReleaseHoldReason = (typeof releaseHoldReasons)[number];

export interface ReleaseHold {
  readonly component: ComponentName;
  readonly host: HostName;
  readonly reason: ReleaseHoldReason;
  /** What is so, and the remedy; stable. */
  readonly message: string;
  /** It lasts for moments. */
  readonly settling?: true;
}

/** One release to be applied now: as it is declared, or, where that is held, what is in force instead. */
export interface ReleaseAction {
  readonly release: Release;
  /** `install`: it was never there. `upgrade`: another release was. `repair`: this one was, and something of it changed. */
  readonly because: 'install' | 'upgrade' | 'repair' | 'restart' | 'remove';
  readonly differences: readonly string[];
}

export interface ComponentPlan {
  readonly actions: readonly ReleaseAction[];
  readonly holds: readonly ReleaseHold[];
}

/** What a revision asks of one component on one host, as far as committed status tells. */
export type ReleaseStep = {
  readonly component: ComponentName;
  readonly host: HostName;
  /** The version that was last healthy there; null: none. */
  readonly from: string | null;
  /** Null: it goes. */
  readonly to: string | null;
  readonly digest: Digest;
} & (
  | { readonly kind: 'apply' }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'undeclared' }
);
