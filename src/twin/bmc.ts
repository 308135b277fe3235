import type { BiosValue, Hardware, Identity } from '../model/inventory.ts';
import type { Instant } from '../model/names.ts';
import { type Account, firstAccounts } from './accounts.ts';
import type { BootSource } from './boot-source.ts';
import { type Dice, hash } from './dice.ts';
import type { FaultRule } from './faults.ts';
import type { MediaHabit, Medium } from './media.ts';
import type { ResetType } from './power.ts';
import type { Timings } from './timings.ts';

/** What one simulated machine is, before anything happened to it. */
export interface BmcSpec {
  /** As the effect log names it. */
  readonly name: string;
  /** A key of `personas`. */
  readonly persona: string;
  readonly seed: number;
  readonly identity: Identity;
  readonly hardware: Hardware;
  readonly bios: Readonly<Record<string, BiosValue>>;
  readonly power: 'On' | 'Off';
  readonly account: { readonly username: string; readonly password: string };
  /** Accounts are slots, of which so many exist, and none can be added; absent: they are added and removed. */
  readonly accountSlots?: number;
  /** Absent: virtual media are as in DMTF's schema, under the BMC. */
  readonly mediaHabit?: MediaHabit;
  /** The BIOS attribute that says where UefiHttp fetches from, as some vendors have it; absent: that is Boot.HttpBootUri. */
  readonly httpBootAttribute?: string;
  readonly timings: Timings;
  /** A machine of its own is behind it: `behind.ts` instead of `timings`, but for what the BMC does by itself. */
  readonly real?: true;
}

/** A machine and its BMC at one moment. Plain data: every function takes one and gives the next. */
export interface Bmc {
  readonly spec: BmcSpec;
  readonly host: HostState;
  /** What will happen by itself, soonest first. */
  readonly agenda: readonly Due[];
  /** What the machine behind it has not been told yet, oldest first; empty where there is none. */
  readonly asked: readonly ResetType[];
  readonly boot: BootOverride;
  readonly media: readonly Medium[];
  readonly locatorLit: boolean;
  readonly bios: {
    readonly current: Readonly<Record<string, BiosValue>>;
    /** Written, differs from current, and waits for the next boot. */
    readonly pending: Readonly<Record<string, BiosValue>>;
  };
  readonly controller: { readonly lastReset: Instant; readonly downUntil: Instant };
  readonly accounts: readonly Account[];
  readonly sessions: readonly Session[];
  readonly tasks: readonly Task[];
  readonly faults: readonly FaultRule[];
  readonly dice: Dice;
  /** Counts sessions and tasks, so that no id comes twice. */
  readonly nextId: number;
  /** The other machine that answers at this address while the fault `wrong-machine` is on. */
  readonly stranger: Bmc | null;
}

export interface HostState {
  readonly power: 'On' | 'Off' | 'PoweringOn' | 'PoweringOff';
  /** Strictly later at each boot. */
  readonly lastReset: Instant;
  /** BootProgress.LastState (Redfish ComputerSystem schema). */
  readonly progress: 'None' | 'SystemHardwareInitializationComplete' | 'OSBootStarted' | 'OSRunning';
  readonly progressAt: Instant;
  /** What it chose at that boot. */
  readonly bootedFrom: BootSource;
}

/** `Boot` is the moment of reset: what was written for the next boot is taken up here. */
export type Step = 'PoweringOff' | 'Off' | 'PoweringOn' | 'Boot' | 'OsRunning';
export interface Due {
  readonly at: Instant;
  readonly step: Step;
}

export interface BootOverride {
  readonly target: string;
  readonly enabled: string;
  readonly mode: string;
  /** Boot.HttpBootUri, where there is one: where UefiHttp fetches from; `null`: DHCP says. */
  readonly httpUri: string | null;
}

export interface Session {
  readonly id: string;
  readonly token: string;
  readonly username: string;
  readonly createdAt: Instant;
  readonly usedAt: Instant;
}

export interface Task {
  readonly id: string;
  readonly name: string;
  readonly startedAt: Instant;
  /** `null`: it runs until somebody deletes it. */
  readonly endsAt: Instant | null;
  readonly state: 'Running' | 'Completed';
}

/** A new twin claims to have run since then, so that the same spec is always the same machine. */
const bootedAt: Instant = Date.parse('2026-01-01T00:00:00Z');

export function createBmc(spec: BmcSpec): Bmc {
  return {
    spec,
    host: {
      power: spec.power,
      lastReset: bootedAt,
      progress: spec.power === 'On' ? 'OSRunning' : 'None',
      progressAt: bootedAt,
      bootedFrom: { kind: 'Hdd' },
    },
    agenda: [],
    asked: [],
    boot: { target: 'None', enabled: 'Disabled', mode: 'UEFI', httpUri: null },
    media: [],
    locatorLit: false,
    bios: { current: biosOf(spec), pending: {} },
    controller: { lastReset: bootedAt, downUntil: 0 },
    accounts: firstAccounts(spec.account, spec.accountSlots ?? 1),
    sessions: [],
    tasks: [],
    faults: [],
    dice: hash(`${spec.seed} ${spec.name}`),
    nextId: 1,
    stranger: null,
  };
}

/** A URI that nobody has set is empty, which is not the same as not there. */
const biosOf = ({ bios, httpBootAttribute: key }: BmcSpec): Bmc['bios']['current'] =>
  key === undefined ? bios : { [key]: '', ...bios };

/** False while the BMC restarts: nobody answers at its address. */
export const isReachable = (bmc: Bmc, now: Instant): boolean => now >= bmc.controller.downUntil;

/** Replaces the rules; an empty list makes the BMC well again. */
export const setFaults = (bmc: Bmc, rules: readonly FaultRule[]): Bmc => ({ ...bmc, faults: rules });
