import type { DiskSeen } from '../../../src/model/boot.ts';
import type { BiosValue, Facts, Hardware, Identity } from '../../../src/model/inventory.ts';
import type { Arguments } from '../../../src/model/plan.ts';
import type { BootMedium } from '../../../src/ports/agents.ts';

/** How long things take, in milliseconds. */
export interface Pace {
  readonly powerOnMs: number;
  readonly shutdownMs: number;
  readonly postMs: number;
}
export const brisk: Pace = { powerOnMs: 3_000, shutdownMs: 20_000, postMs: 60_000 };

const hardware: Hardware = {
  manufacturer: 'Acme',
  model: 'A1',
  biosVersion: '2.1.0',
  bmcVersion: '1.0.0',
  processors: [{ id: 'CPU.1', cores: 16 }],
  memory: [{ id: 'DIMM.A1', mib: 65_536 }],
  drives: [{ id: 'Disk.1', serial: 'S4X0', bytes: 960e9, media: 'SSD' }],
  nics: [{ id: 'NIC.1', mac: '02:00:00:00:00:01' }],
  firmware: [],
};

/** One server behind its BMC: a few values, and what becomes of them in time. */
export class ModelMachine {
  identity: Identity;
  pace: Pace = brisk;
  hardware = hardware;
  /** Nobody in the operating system heeds the power button. */
  deaf = false;
  /** The BMC tells when the machine was reset. */
  tellsResets = true;
  indicator: 'Lit' | 'Off' = 'Off';
  bios: Record<string, BiosValue> = { LogicalProc: 'Enabled', BootMode: 'Uefi' };
  pending: Record<string, BiosValue> = {};
  boot: Facts['boot'] = { target: 'None', enabled: 'Disabled' };
  /** What is in its virtual drive. */
  slot: string | null = null;
  virtualMedia: Facts['capabilities']['virtualMedia'] = 'offered';
  bootTargets: readonly string[] = ['None', 'Pxe', 'Hdd', 'Cd'];
  disks: readonly DiskSeen[] = [
    { device: 'nvme0n1', bytes: 960e9, serial: 'S4X0', rotational: false, removable: false, holds: [] },
  ];
  /** How often it was started. */
  starts = 0;
  #from: StartedFrom = { kind: 'disk' };
  #power: 'On' | 'Off' = 'On';
  #resetAt = 0;
  #bmcResetAt = 0;
  /** When it is past POST. */
  #upAt = 0;
  /** A change of power under way, and when it is there. */
  #turning: { readonly to: 'On' | 'Off'; readonly at: number } | null = null;

  constructor(identity: Identity) {
    this.identity = identity;
  }

  power(now: number): Facts['power'] {
    this.#settle(now);
    // Until the operating system is down, the machine is on for all that the BMC can tell.
    return this.#turning?.to === 'On' ? 'PoweringOn' : this.#power;
  }

  /** Somebody at the rack presses the button for long. */
  pull(now: number): void {
    this.#settle(now);
    this.#turning = null;
    this.#power = 'Off';
  }

  /** What runs there; null: nothing does. */
  startedFrom(now: number): StartedFrom | null {
    return this.power(now) === 'On' && now >= this.#upAt ? this.#from : null;
  }

  /** Somebody who runs there restarts it. Not every BMC tells of that as of a reset; this one does. */
  restart(now: number): void {
    this.#settle(now);
    this.#start(now);
  }

  /** Onto its first disk. */
  write(said: Pick<DiskSeen, 'holds' | 'marker'>): void {
    this.disks = this.disks.map((disk, i) => (i === 0 ? { ...disk, ...said } : disk));
  }

  facts(now: number, full: boolean, medium?: BootMedium): Facts {
    const power = this.power(now);
    return {
      identity: this.identity,
      power,
      ...(this.tellsResets ? { lastReset: new Date(this.#resetAt).toISOString() } : {}),
      bmcLastReset: new Date(this.#bmcResetAt).toISOString(),
      ...(power === 'On' ? { pastPost: now >= this.#upAt } : {}),
      boot: this.boot,
      indicator: this.indicator,
      bios: { complete: true, attributes: this.bios, pending: this.pending },
      tasks: [],
      capabilities: {
        resetTypes: ['On', 'ForceOff', 'GracefulShutdown', 'ForceRestart', 'PowerCycle'],
        bootTargets: this.bootTargets,
        bios: 'deferred',
        indicator: true,
        bmcReset: true,
        virtualMedia: this.virtualMedia,
        httpBootUri: false,
      },
      ...(full || medium ? { media: [this.#medium(medium)] } : {}),
      ...(full ? { hardware: this.hardware } : {}),
    };
  }

  /** What a request does to it. */
  take(args: Arguments, now: number, medium?: BootMedium): void {
    this.#settle(now);
    switch (args.verb) {
      case 'PowerOn':
        if (this.#power === 'Off') this.#turning = { to: 'On', at: now + this.pace.powerOnMs };
        return;
      case 'PowerOff':
        if (args.force) this.pull(now);
        else if (!this.deaf) this.#turning = { to: 'Off', at: now + this.pace.shutdownMs };
        return;
      case 'Reboot':
      case 'PowerCycle':
        this.#start(now);
        return;
      case 'Identify':
        this.indicator = args.indicator;
        return;
      case 'SetBootOnce':
        this.boot = { target: args.target, enabled: 'Once' };
        return;
      case 'SetBios':
        this.pending = { ...this.pending, ...args.attributes };
        return;
      case 'ResetBmc':
        this.#bmcResetAt = now;
        return;
      case 'ClearTasks':
        return;
      case 'InsertMedia':
        this.slot ??= medium?.iso ?? null;
        return;
      case 'EjectMedia':
        if (this.slot === medium?.iso) this.slot = null;
        return;
    }
  }

  #settle(now: number): void {
    const turning = this.#turning;
    if (turning === null || now < turning.at) return;
    this.#turning = null;
    this.#power = turning.to;
    if (turning.to === 'On') this.#start(turning.at);
  }

  #start(at: number): void {
    this.#resetAt = at;
    this.#upAt = at + this.pace.postMs;
    this.bios = { ...this.bios, ...this.pending };
    this.pending = {};
    this.starts += 1;
    const { target } = this.boot;
    if (target === 'Cd' && this.slot !== null) this.#from = { kind: 'agent', url: this.slot };
    else this.#from = target === 'Pxe' ? { kind: 'agent' } : { kind: 'disk' };
    this.boot = { target: 'None', enabled: 'Disabled' };
  }

  #medium(medium: BootMedium | undefined): NonNullable<Facts['media']>[number] {
    const host = this.slot?.split('/')[2];
    return {
      id: 'CD1',
      inserted: this.slot !== null,
      ours: this.slot !== null && this.slot === medium?.iso,
      ...(host === undefined ? {} : { host }),
    };
  }
}

export type StartedFrom = { readonly kind: 'disk' } | { readonly kind: 'agent'; readonly url?: string };
