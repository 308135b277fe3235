import type { BiosValue, Facts, Hardware, Identity } from '../../../src/model/inventory.ts';
import type { Arguments } from '../../../src/model/plan.ts';

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
  readonly identity: Identity;
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

  facts(now: number, full: boolean): Facts {
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
        bootTargets: ['None', 'Pxe', 'Hdd'],
        bios: 'deferred',
        indicator: true,
        bmcReset: true,
        virtualMedia: 'none',
        httpBootUri: false,
      },
      ...(full ? { hardware: this.hardware } : {}),
    };
  }

  /** What a request does to it. */
  take(args: Arguments, now: number): void {
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
    this.boot = { target: 'None', enabled: 'Disabled' };
  }
}
