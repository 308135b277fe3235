import type { Discovery } from './discovery.ts';
import type { BiosValue, Identity } from './inventory.ts';
import type { Digest, FacilityName, Instant, MachineName, RackName, RequestId } from './names.ts';
import type { Verb } from './verb.ts';

/** What one commit asks of one facility: its manifests parsed, checked, references resolved and defaults filled in. */
export interface Fleet {
  readonly facility: FacilityName;
  readonly policy: Policy;
  /** Peers outside these ranges are never connected to (CIDR, IPv4 or IPv6). */
  readonly ranges: { readonly bmc: readonly string[] };
  /** The whole facility is not acted upon. */
  readonly paused?: Pause;
  /** How machines are found that are not among these. */
  readonly discovery?: Discovery;
  /** Sorted by name. */
  readonly machines: readonly Machine[];
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
  /** Absent: not ours to say. */
  readonly power?: 'On' | 'Off';
  /** The class's baseline with the machine's own keys on top; only these are ever written. */
  readonly bios: Readonly<Record<string, BiosValue>>;
  readonly operations: readonly Operation[];
  readonly install?: { readonly id: RequestId; readonly image: string; readonly spec: Digest };
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
  /** Of verb and arguments, without the id: the same id with another digest is refused. */
  readonly spec: Digest;
}

export interface MachineClass {
  readonly name: string;
  readonly expects: ExpectedHardware;
}

/** Only what is named is checked. Counts and sizes are minima, strings are exact. */
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
