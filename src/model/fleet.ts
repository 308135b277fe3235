import type { BootService, DiskName, Install } from './boot.ts';
import type { Cluster } from './cluster.ts';
import type { ControlPlane } from './component.ts';
import type { Discovery } from './discovery.ts';
import type { BiosValue, Identity } from './inventory.ts';
import type { Digest, FacilityName, Instant, MachineName, RackName, RequestId } from './names.ts';
import type { UserData } from './user-data.ts';
import type { Verb } from './verb.ts';

/** What one commit asks of one facility: its manifests parsed, checked, references resolved and defaults filled in. */
export interface Fleet {
  readonly facility: FacilityName;
  readonly policy: Policy;
  /** Peers outside these ranges are never connected to (CIDR, IPv4 or IPv6). */
  readonly ranges: { readonly bmc: readonly string[] };
  /** age recipients that passwords are sealed for: the facility's own, and those kept elsewhere for the day it is lost. */
  readonly recipients: readonly string[];
  /** The whole facility is not acted upon. */
  readonly paused?: Pause;
  /** How machines are found that are not among these. */
  readonly discovery?: Discovery;
  /** Absent: nothing is ever installed or erased here. */
  readonly boot?: BootService;
  /** What runs beside the machines. */
  readonly controlPlane?: ControlPlane;
  /** Sorted by name. */
  readonly machines: readonly Machine[];
  /** Sorted by name. */
  readonly clusters: readonly Cluster[];
}

export interface Pause {
  readonly reason: string;
  /** Absent: until a commit takes it back. */
  readonly until?: Instant;
}

export interface Policy {
  /** Disruptions that may run at one time. */
  readonly maxConcurrent: number;
  /** A commit that newly authorises more disruptive actions is held whole. */
  readonly maxPerCommit: number;
  /** `hold`: drift that would disrupt waits for a commit. `correct`: it is put right by itself. */
  readonly drift: 'hold' | 'correct';
  /** Milliseconds between two power-ons in one rack: inrush current. */
  readonly powerOnPaceMs: number;
  /** How long a graceful shutdown may take before the power is cut. */
  readonly gracefulShutdownMs: number;
  /** Disruptive actions start only inside one of these; empty: always. */
  readonly windows: readonly Window[];
}

export interface Window {
  /** `Mon` … `Sun`; the day on which the window begins. Empty: every day. */
  readonly days: readonly string[];
  /** Minutes after midnight; `to` before `from` ends on the next day. */
  readonly from: number;
  readonly to: number;
  /** IANA name. */
  readonly timezone: string;
}

export type Management = 'observe' | 'adopt' | 'manage';

export interface Machine {
  readonly name: MachineName;
  readonly rack: RackName;
  readonly unit?: number;
  /** Path of its manifest. */
  readonly file: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly class: MachineClass;
  readonly management: Management;
  readonly bmc: Bmc;
  /** What was enrolled: the machine at the address must be this one. */
  readonly identity: Identity;
  /** The mark of the parts that people know of (status/parts.ts). */
  readonly acknowledged?: string;
  /** Absent: not ours to say. */
  readonly power?: 'On' | 'Off';
  /** The class's `httpBootAttribute`, its baseline, and the machine's own keys on top; only these are ever written. */
  readonly bios: Readonly<Record<string, BiosValue>>;
  readonly operations: readonly Operation[];
  readonly install?: Install;
  /** The interfaces of its operating system; absent: as the image has them. */
  readonly links?: readonly Link[];
  /** What its operating system is told at its first boot, beside name, network and whom to call. */
  readonly userData?: UserData;
  readonly lifecycle: 'active' | 'decommission';
  readonly parked?: Pause;
  /** Disruptive actions are held whatever else says. */
  readonly protected: boolean;
  /** Of the whole manifest and its class: what the machine was asked to be. */
  readonly specDigest: Digest;
}

export interface Bmc {
  readonly driver: string;
  /** `http(s)://host[:port]`, no path, no userinfo. */
  readonly address: string;
  /** Name of the credentials. */
  readonly credentials: string;
  /** `/redfish/v1/Systems/…` where one service fronts several machines. */
  readonly system?: string;
  /** SHA-256 of the certificate's public key (SubjectPublicKeyInfo, DER), 64 hex digits. */
  readonly tlsPin?: string;
  /** Somebody wrote `tls: { insecure: true }`. */
  readonly insecure: boolean;
  /** An account of our own, with a password that nobody else has. */
  readonly account?: BmcAccount;
}

export interface BmcAccount {
  readonly username: string;
  /** A new password after so many milliseconds; absent: only when somebody asks. */
  readonly rotateMs?: number;
}

/** An imperative verb as data: at most once per id. */
export interface Operation {
  readonly id: RequestId;
  readonly verb: Verb;
  /** Seen after this it is `Expired`. */
  readonly notAfter: Instant;
  /** Reboot and PowerCycle: boot from this device, once. */
  readonly boot?: string;
  /** Identify: `Lit` unless said otherwise. */
  readonly indicator?: 'Lit' | 'Off';
  /** Erase: those, and no others. */
  readonly disks?: readonly DiskName[];
  /** Of verb and arguments, without the id: the same id with another digest is refused. */
  readonly spec: Digest;
}

export interface MachineClass {
  readonly name: string;
  readonly expects: ExpectedHardware;
  /** The BIOS attribute that UEFI HTTP boot fetches from, where the BMC has no Boot.HttpBootUri. */
  readonly httpBootAttribute?: string;
}

/** Only what is named is checked. Counts, sizes and firmware versions are minima, other text is exact. */
export interface ExpectedHardware {
  readonly manufacturer?: string;
  readonly model?: string;
  readonly processors?: { readonly count?: number; readonly cores?: number; readonly model?: string };
  readonly memoryGiB?: number;
  readonly memoryModules?: number;
  readonly drives?: readonly { readonly count: number; readonly media?: string; readonly minGB?: number }[];
  readonly nics?: { readonly count?: number; readonly minMbps?: number };
  readonly firmware?: { readonly bios?: string; readonly bmc?: string };
}

/** A network interface of the operating system; a reference to another one is by name, and leads to one that is there. */
export interface Link {
  readonly name: string;
  readonly of:
    | { readonly kind: 'port'; readonly mac: string }
    | { readonly kind: 'bond'; readonly links: readonly string[]; readonly mode: BondMode }
    | { readonly kind: 'vlan'; readonly id: number; readonly link: string };
  readonly mtu?: number;
  /** With prefix: `10.2.0.11/24`. */
  readonly addresses: readonly string[];
  /** One of each family at most, in the network of one of the addresses. */
  readonly gateways: readonly string[];
  readonly nameservers: readonly string[];
  readonly search: readonly string[];
  /** For IPv4. */
  readonly dhcp: boolean;
}

export type BondMode = '802.3ad' | 'active-backup' | 'balance-xor';
