import type { Heard, Inside } from './boot.ts';
import type { Digest, Instant, MachineName, Ticks } from './names.ts';

/** How a machine tells who it is. Empty, default and placeholder values are left out by whoever reads them. */
export interface Identity {
  /** ComputerSystem.UUID, lower case. */
  readonly uuid?: string;
  /** ComputerSystem.SerialNumber, or what the vendor calls the service tag. */
  readonly serial?: string;
  readonly chassisSerial?: string;
  /** Of the manager's first interface, lower case with colons. */
  readonly bmcMac?: string;
}

/** ComputerSystem.PowerState (Redfish Resource schema), plus what we say when it says nothing. */
export type PowerState = 'On' | 'Off' | 'PoweringOn' | 'PoweringOff' | 'Paused' | 'Unknown';

export type BiosValue = string | number | boolean | null;

/** A Redfish Task that is not in a final state. */
export interface OpenTask {
  readonly id: string;
  readonly name: string;
  /** As the BMC gives it. */
  readonly state: string;
}

/** What this BMC offers; a driver acts by these and never by the vendor's name. */
export interface Capabilities {
  /** ResetType values that ComputerSystem.Reset takes, as offered. */
  readonly resetTypes: readonly string[];
  /** BootSourceOverrideTarget values, as offered. */
  readonly bootTargets: readonly string[];
  /** `deferred`: written to a settings resource, applied at the next reboot. `immediate`: the BMC would apply at once. */
  readonly bios: 'deferred' | 'immediate' | 'none';
  readonly indicator: boolean;
  readonly bmcReset: boolean;
  /**
   * A CD that is fetched from an http or https URL can be inserted. `unlicensed`: it could, if it were paid for. `none`: it
   * cannot, or this was not to be read since the machine was first met.
   */
  readonly virtualMedia: 'offered' | 'unlicensed' | 'none';
  /** Boot.HttpBootUri can be written, so that UefiHttp needs no DHCP. */
  readonly httpBootUri: boolean;
}

/**
 * A VirtualMedia resource that takes CDs (Redfish VirtualMedia schema). Where what is in it was fetched from is not told:
 * the path of our own medium must not be read by anybody.
 */
export interface Medium {
  readonly id: string;
  /** Something is in it, or may be: it is free only where the BMC says so. */
  readonly inserted: boolean;
  /** What is in it was fetched from `Subject.medium.iso`; false where the BMC does not say where from. */
  readonly ours: boolean;
  /** Where it was fetched from, without path, query and user name; absent: nothing is in it, or the BMC does not tell. */
  readonly host?: string;
}

export interface Processor {
  readonly id: string;
  readonly model?: string;
  readonly cores?: number;
  readonly threads?: number;
}
export interface MemoryModule {
  readonly id: string;
  readonly mib?: number;
  readonly serial?: string;
  readonly partNumber?: string;
}
export interface Drive {
  readonly id: string;
  readonly model?: string;
  readonly serial?: string;
  readonly bytes?: number;
  /** HDD, SSD … as Redfish's MediaType. */
  readonly media?: string;
  readonly protocol?: string;
  /** wwn, eui, nguid: durable names, lower case (Redfish Identifiers). */
  readonly names?: readonly string[];
}
export interface Nic {
  readonly id: string;
  /** Lower case with colons. */
  readonly mac?: string;
  readonly mbps?: number;
}
export interface Firmware {
  readonly id: string;
  readonly version: string;
}

/** A part as people tell parts apart: what sits where. */
export interface Part {
  readonly kind: 'processor' | 'memory module' | 'drive' | 'network interface';
  /** Where it sits, as Redfish calls the place. */
  readonly id: string;
  readonly model?: string;
  readonly serial?: string;
  /** Cores, MiB or bytes. */
  readonly size?: number;
  readonly mac?: string;
}

/** One place in which something else sits than before; an absent side: nothing sat, or sits, there. */
export interface PartChange {
  readonly was?: Part;
  readonly is?: Part;
}

/** Slow facts only: what would change when somebody opens the chassis or updates firmware. Lists are sorted by id. */
export interface Hardware {
  readonly manufacturer?: string;
  readonly model?: string;
  readonly sku?: string;
  readonly biosVersion?: string;
  readonly bmcVersion?: string;
  readonly processors: readonly Processor[];
  readonly memory: readonly MemoryModule[];
  readonly drives: readonly Drive[];
  readonly nics: readonly Nic[];
  readonly firmware: readonly Firmware[];
}

/** One look at one machine. What the BMC did not say is absent: absent is never "off", and never "empty". */
export interface Facts {
  readonly identity: Identity;
  readonly power: PowerState;
  /** ComputerSystem.LastResetTime as given, left out when it is no date: the evidence of a reboot. */
  readonly lastReset?: string;
  /** Manager.LastResetTime: the evidence of a BMC reset. */
  readonly bmcLastReset?: string;
  /** True once the host is past POST (BootProgress), absent where the BMC does not say. */
  readonly pastPost?: boolean;
  readonly boot: { readonly target: string; readonly enabled: string; readonly mode?: string };
  readonly indicator: 'Lit' | 'Off' | 'Unknown';
  readonly bios: {
    /** False where only some attributes are known (a plan from committed status), so that absence proves nothing. */
    readonly complete: boolean;
    readonly attributes: Readonly<Record<string, BiosValue>>;
    /** Written and waiting for a reboot; equal values are left out. */
    readonly pending: Readonly<Record<string, BiosValue>>;
  };
  readonly tasks: readonly OpenTask[];
  /** What the BMC lets the host see as a CD, sorted by id; absent: it was not looked at, or there is no such thing. */
  readonly media?: readonly Medium[];
  readonly capabilities: Capabilities;
  /** The grant whose password the BMC let us in with (`bmc.account`); absent: it was the one that the manifest names. */
  readonly login?: Digest;
  /** Grants whose passwords the BMC refused; absent: none. */
  readonly refusedLogins?: readonly Digest[];
  /** Present after a full look. */
  readonly hardware?: Hardware;
}

/** Why a look brought nothing. Closed; the message beside it is for people. */
export type Miss =
  | 'Refused' // nobody listens
  | 'Timeout'
  | 'Reset' // the connection broke
  | 'Tls' // no TLS, or not the pinned key
  | 'Garbage' // an answer we cannot read
  | 'Busy' // 503 and its relatives
  | 'CredentialsRefused' // looked no further: accounts lock
  | 'NoCredentials'
  | 'Confined' // the address is outside the facility's declared ranges
  | 'Unsupported'; // a service without what this driver needs

export type Look =
  | { readonly kind: 'seen'; readonly at: Instant; readonly facts: Facts }
  | { readonly kind: 'missed'; readonly at: Instant; readonly reason: Miss; readonly message: string };

/** Somebody there took a TCP connection. */
export interface Listens {
  readonly address: string;
  readonly port: number;
  /** When the attempt began. */
  readonly at: Ticks;
}

/**
 * What we know of one machine now: the last good look, and the run of misses since, if any. Times are when a look began,
 * on the monotonic clock, so that a jump of the wall clock makes nothing fresh or stale.
 */
export interface Sighting {
  /** The hardware of the last full look is carried along by quick ones. */
  readonly last?: { readonly at: Ticks; readonly facts: Facts };
  /** What two looks minutes apart agreed on, taken while it was on and past POST: what a class is compared with. */
  readonly hardware?: Hardware;
  /** What our agent on it said last. */
  readonly agent?: Heard;
  /** What our agent saw of it from inside. */
  readonly inside?: Inside;
  /** The last TCP connection that was taken there, where one is waited for. */
  readonly listens?: Listens;
  /** When the last full look that came back began. */
  readonly fullAt?: Ticks;
  /** Since when every look has found an open task. */
  readonly taskSince?: Ticks;
  /** How many looks in a row have agreed on the power state: one look can lie. */
  readonly powerLooks?: number;
  readonly miss?: {
    readonly since: Ticks;
    readonly at: Ticks;
    readonly count: number;
    readonly reason: Miss;
    readonly message: string;
  };
}

export type Inventory = ReadonlyMap<MachineName, Sighting>;
