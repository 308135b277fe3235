import type { Hardware, Identity, Miss } from './inventory.ts';
import type { FacilityName, MachineName, RackName } from './names.ts';

/** How machines of one facility are found that no manifest names yet. */
export interface Discovery {
  /** Path of its manifest. */
  readonly file: string;
  /** As written; all of them lie within the facility's own. Empty: whoever starts it brings a list of addresses. */
  readonly ranges: readonly string[];
  readonly driver: string;
  /** Names of credentials, in the order in which they are tried. */
  readonly credentials: readonly string[];
  /** `{facility}-{rack}-u{unit}`: how a machine that was found is called. */
  readonly names: string;
  /** Where nobody says where a machine stands. */
  readonly rack: RackName;
  /** Names of the classes that are considered. Absent: every class that expects something. */
  readonly classes?: readonly string[];
  /** Milliseconds between two sweeps of the running reconciler. Absent: only people start one. */
  readonly intervalMs?: number;
  /** BMCs that are asked at one time. */
  readonly concurrency: number;
  /** Failed logins that one account may see within an hour. */
  readonly loginsPerHour: number;
}

/** One address to ask, and what is known of it beforehand. */
export interface Target {
  /** `host` or `host:port`, or `http(s)://host[:port]`. */
  readonly address: string;
  /** Somebody listed this very address: that nobody answers there is worth a line. */
  readonly listed?: Listed;
}

/** A row of a list of addresses. */
export interface Listed {
  /** Of the row, 1-based. */
  readonly line: number;
  readonly name?: MachineName;
  readonly rack?: RackName;
  readonly unit?: number;
  readonly credentials?: string;
}

/** A machine behind an address. */
export interface Found {
  /** `/redfish/v1/Systems/…` where the service fronts several. */
  readonly system?: string;
  readonly identity: Identity;
  /** Absent: the BMC does not show it whole. */
  readonly hardware?: Hardware;
}

/** What came of asking one address. Silence is told too, but only of addresses from which something was expected. */
export type Finding =
  | {
      readonly kind: 'machines';
      /** As it was asked. */
      readonly asked: string;
      /** `http(s)://host[:port]`, where it was found. */
      readonly address: string;
      readonly tlsPin?: string;
      /** The credentials that it took. */
      readonly credentials: string;
      readonly machines: readonly Found[];
    }
  | { readonly kind: 'stranger'; readonly asked: string; readonly message: string }
  | {
      readonly kind: 'refused';
      readonly asked: string;
      readonly address: string;
      readonly tlsPin?: string;
      /** `waiting`: an account may not be tried again yet. */
      readonly why: 'password' | 'password-change' | 'lock-out' | 'waiting' | 'no-credentials';
      readonly message: string;
    }
  | { readonly kind: 'unreachable'; readonly asked: string; readonly reason: Miss; readonly message: string }
  | { readonly kind: 'silent'; readonly asked: string };

/** Everything that one sweep learnt. Without times, so that the same facility gives the same findings. */
export interface Findings {
  readonly facility: FacilityName;
  /** Ranges that were asked whole. */
  readonly ranges: readonly string[];
  /** How many addresses that is, with those that were listed one by one. */
  readonly addresses: number;
  /** Sorted by address. */
  readonly findings: readonly Finding[];
}
