import type { Hardware } from '../../src/model/inventory.ts';
import type { Event } from '../../src/ports/events.ts';
import type { Started, Written } from '../../src/rehearsal/machine.ts';
import type { Objects } from '../../src/rehearsal/objects.ts';
import type { EffectEntry } from '../../src/twin/effect.ts';
import type { TwinDisk } from '../../src/twin/host/disk.ts';
import type { Wish } from './people.ts';
import type { Scenario } from './scenario.ts';

/** Everything that a checker may look at. Times are ticks of the kernel, true for everybody. */
export interface Evidence {
  readonly scenario: Scenario;
  readonly began: number;
  /** From then on nothing breaks any more. */
  healedAt: number;
  /** When it was found at rest; null: it never came to rest. */
  settledAt: number | null;
  endedAt: number;
  readonly received: Received[];
  readonly moves: Move[];
  readonly commits: Map<string, PeopleCommit>;
  readonly interventions: Intervention[];
  readonly requests: Asked[];
  /** What disks received: the effect log of what is not asked of a BMC. */
  readonly written: DiskWritten[];
  /** What was started that runs without a disk. */
  readonly started: (Started & { readonly at: number; readonly station: number })[];
  /** Work that left for an agent. */
  readonly handed: Handed[];
  /** Who showed a token that nobody gave it, and was not turned away. */
  readonly admitted: { readonly at: number; readonly station: number; readonly target: string }[];
  /** Agents that had ended and were told what to do next, and how many media their BMC still showed then. */
  readonly released: { readonly at: number; readonly station: number; readonly then: string; readonly media: number }[];
  /** Connections that were asked for of installed systems. */
  readonly dialled: {
    readonly at: number;
    readonly address: string;
    readonly station: number;
    readonly taken: boolean;
  }[];
  /** Steps of agents that were said to have ended well, and what the disks of their machines were in that moment. */
  readonly finished: {
    readonly at: number;
    readonly verb: string;
    readonly request: string;
    readonly station: number;
    readonly disks: readonly TwinDisk[];
  }[];
  readonly deaths: Death[];
  /** Processes that ended by themselves, with what they said. */
  readonly ends: { readonly at: number; readonly host: string; readonly why: string }[];
  readonly events: { readonly at: number; readonly host: string; readonly event: Event }[];
  /** Ports calls that were troubled, and crash points met, by what they were: for coverage. */
  readonly met: Map<string, number>;
  readonly objects: Objects;
  /** When a login found an account locked, or locked it. */
  readonly lockouts: { readonly at: number; readonly station: number; readonly username: string }[];
  /** Of every station, what it is at the end. */
  readonly finally: Station[];
}

/** A mutating request that a machine received: the effect log, with what stood in Git in that moment. */
export interface Received {
  readonly at: number;
  /** When it set out. */
  readonly left: number;
  readonly station: number;
  readonly serial: string;
  readonly entry: EffectEntry;
  readonly statusHead: string | null;
  readonly mainHead: string | null;
  /** When the BMC's oldest running task began; null: none runs. */
  readonly taskSince: number | null;
}

export interface DiskWritten extends Written {
  readonly at: number;
  readonly station: number;
  /** Of the machine. */
  readonly serial: string;
}

/** A work item that left the boot service. */
export interface Handed {
  readonly at: number;
  readonly by: string;
  /** Who asked for it. */
  readonly station: number;
  readonly serial: string;
  /** A machine asked that only says that it is this one. */
  readonly ghost: boolean;
  readonly token: string;
  readonly boot: string;
  readonly grant: string;
  readonly verb: string;
  /** As the item names them: `serial:S4X0NA0R`. */
  readonly disks: readonly string[];
  readonly statusHead: string | null;
}

export interface Move {
  readonly at: number;
  readonly ref: string;
  readonly from: string | null;
  readonly to: string | null;
  /** The host, or `people`. */
  readonly by: string;
}

export interface PeopleCommit {
  readonly at: number;
  readonly id: string;
  readonly parent: string | null;
  readonly wish: Wish;
}

export interface Intervention {
  readonly at: number;
  readonly kind:
    | 'button'
    | 'board'
    | 'amnesia'
    | 'host-lost'
    | 'takeover'
    | 'wrong-machine'
    | 'password'
    | 'part'
    | 'outage';
  readonly station?: number;
  readonly until?: number;
}

export interface Asked {
  readonly at: number;
  readonly url: string;
  readonly method: string;
  /** CIDR ranges that its peer had to be in. */
  readonly ranges: number;
}

export interface Death {
  readonly at: number;
  readonly host: string;
  readonly reboots: boolean;
}

export interface Station {
  readonly serial: string;
  readonly power: string;
  readonly bios: Readonly<Record<string, unknown>>;
  readonly lit: boolean;
  readonly accounts: readonly { readonly username: string; readonly password: string }[];
  readonly hardware: Hardware;
  readonly disks: readonly TwinDisk[];
  /** Virtual media that are still inserted. */
  readonly media: number;
}
