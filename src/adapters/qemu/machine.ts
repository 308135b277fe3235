import { join } from 'node:path';
import { never } from '../../model/never.ts';
import type { Result } from '../../model/result.ts';
import { fail, ok } from '../../model/result.ts';
import { type Happening, happen, takeAsked } from '../../twin/behind.ts';
import { ejectMedium, type Medium, mediumOf } from '../../twin/media.ts';
import type { ResetType } from '../../twin/power.ts';
import type { DiskBus } from '../../twin/virtual.ts';
import { codeOf } from '../error-code.ts';
import type { Behind } from '../twin-server/behind.ts';
import type { Twin } from '../twin-server/twin.ts';
import { type BootPlan, planBoot } from './boot-order.ts';
import type { MachineSpec } from './command-line.ts';
import { download } from './download.ts';
import { diskFile, makeDisk, makeMachineFolder, makeVariables, mediumFile, serialLog, variablesOf } from './files.ts';
import type { Firmware } from './firmware.ts';
import { type Ending, type PowerOn, powerOn } from './power-on.ts';
import type { Slots } from './slots.ts';

export interface QemuOptions {
  readonly folder: string;
  readonly firmware: Firmware;
  readonly bus: DiskBus;
  /** MiB. */
  readonly memory: number;
  /** `-netdev` of the first port. */
  readonly net: string;
  readonly slots: Slots;
  readonly now: () => number;
  /** For people: what could not be done. */
  readonly complain: (line: string) => void;
}

/** What is done one after the other, in the order in which it was asked for or came to pass. */
type Order =
  | { readonly kind: 'asked'; readonly type: ResetType }
  | { readonly kind: 'medium'; readonly medium: Medium | undefined; readonly unwanted: AbortSignal }
  | { readonly kind: 'ended'; readonly run: PowerOn; readonly ending: Ending };

/** The virtual machine behind one BMC. Each time that it is on is a QEMU of its own, with a boot order of its own. */
export class QemuMachine implements Behind {
  readonly #twin: Twin;
  readonly #options: QemuOptions;
  readonly #orders: Order[] = [];
  #working: Promise<void> | null = null;
  #run: PowerOn | null = null;
  #giveBack: () => void = () => {};
  /** What still waits is not wanted any more. */
  #hurry = new AbortController();
  /** What the BMC says is in the drive, which may still have to be fetched. */
  #medium: Medium | undefined;
  /** Called off when something else is to be in the drive. */
  #fetching = new AbortController();
  /** It is fetched, and lies in `mediumFile`. */
  #mediumReady = false;
  /** Once it is off by itself, it is to be on again. */
  #again = false;
  #closed = false;

  constructor(twin: Twin, options: QemuOptions) {
    this.#twin = twin;
    this.#options = options;
    makeMachineFolder(options.folder);
    this.#makeDisks();
  }

  changed(): void {
    const { bmc, asked } = takeAsked(this.#twin.bmc);
    this.#twin.bmc = bmc;
    for (const type of asked) {
      if (isForce(type)) this.#hurry.abort();
      this.#enqueue({ kind: 'asked', type });
    }
    const medium = mediumOf(bmc, 'CD') ?? mediumOf(bmc, 'USBStick');
    if (medium === this.#medium) return;
    this.#medium = medium;
    this.#fetching.abort();
    this.#fetching = new AbortController();
    this.#enqueue({ kind: 'medium', medium, unwanted: this.#fetching.signal });
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#hurry.abort();
    this.#fetching.abort();
    await this.#working;
    await this.#cut();
  }

  #enqueue(order: Order): void {
    this.#orders.push(order);
    this.#working ??= this.#work();
  }

  async #work(): Promise<void> {
    // Not within the request that asked for it: the BMC answers first.
    await null;
    for (let order = this.#orders.shift(); order !== undefined && !this.#closed; order = this.#orders.shift()) {
      await this.#carryOut(order);
    }
    this.#working = null;
  }

  #carryOut(order: Order): Promise<void> {
    switch (order.kind) {
      case 'asked':
        return this.#reset(order.type);
      case 'medium':
        return this.#changeMedium(order.medium, order.unwanted);
      case 'ended':
        return order.run === this.#run ? this.#ended(order.ending) : Promise.resolve();
      default:
        return never(order);
    }
  }

  async #reset(type: ResetType): Promise<void> {
    this.#again = type === 'GracefulRestart';
    switch (type) {
      case 'On':
        return this.#run === null ? this.#start() : undefined;
      case 'ForceOff':
        return this.#off();
      case 'GracefulShutdown':
      case 'GracefulRestart': {
        const pressed = await this.#run?.powerDown();
        if (pressed?.ok === false) this.#complain(pressed.error);
        return;
      }
      case 'ForceRestart':
        await this.#cut();
        return this.#start();
      case 'PowerCycle':
        await this.#off();
        return this.#start();
      default:
        return never(type);
    }
  }

  /** What cannot be fetched is not in the drive, and the BMC says so. */
  async #changeMedium(medium: Medium | undefined, unwanted: AbortSignal): Promise<void> {
    if (this.#mediumReady) {
      const ejected = await this.#run?.changeMedium(null);
      if (ejected?.ok === false) this.#complain(ejected.error);
    }
    this.#mediumReady = false;
    if (medium === undefined || unwanted.aborted) return;
    const fetched = await download(medium.image, join(this.#options.folder, mediumFile), unwanted);
    if (unwanted.aborted) return;
    const inserted = fetched.ok ? await this.#run?.changeMedium(mediumFile) : fetched;
    this.#mediumReady = inserted?.ok !== false;
    if (inserted?.ok !== false) return;
    this.#complain(`the medium in ${medium.slot}: ${inserted.error}`);
    this.#medium = undefined;
    this.#twin.bmc = ejectMedium(this.#twin.bmc, medium.slot);
  }

  async #ended(ending: Ending): Promise<void> {
    if (ending.kind === 'died') this.#complain(`${ending.message}; see ${join(this.#options.folder, 'qemu.log')}`);
    if (ending.kind === 'reset') {
      await this.#cut();
      return this.#start();
    }
    await this.#off();
    if (this.#again) await this.#start();
  }

  async #off(): Promise<void> {
    await this.#cut();
    this.#tell({ kind: 'Off' });
  }

  async #cut(): Promise<void> {
    const run = this.#run;
    this.#run = null;
    await run?.cut();
    this.#giveBack();
    this.#giveBack = () => {};
  }

  async #start(): Promise<void> {
    this.#again = false;
    this.#hurry = new AbortController();
    if (this.#closed) return;
    const giveBack = await this.#options.slots.take(this.#hurry.signal);
    // Whoever called it off has asked for something else, which comes next.
    if (giveBack === null) return;
    this.#giveBack = giveBack;
    // From here on an override is for the start after this one.
    const { mode } = this.#twin.bmc.boot;
    this.#tell({ kind: 'Reset', tells: mode !== 'Legacy' });
    const started = await this.#powerOn(planBoot(this.#twin.bmc.host.bootedFrom, mode));
    if (!started.ok) {
      this.#complain(started.error);
      return this.#off();
    }
    const run = started.value;
    this.#run = run;
    void run.ending.then((ending) => this.#enqueue({ kind: 'ended', run, ending }));
  }

  async #powerOn(plan: BootPlan): Promise<Result<PowerOn, string>> {
    try {
      const prepared = this.#prepare(plan);
      if (!prepared.ok) return prepared;
      return await powerOn(this.#options.folder, prepared.value, (sign) => this.#tell({ kind: sign }));
    } catch (error) {
      // A disk that is full, a folder that is gone: the machine cannot be on, and nothing else is wrong.
      const code = codeOf(error);
      if (code === undefined) throw error;
      return fail(`its files cannot be written (${code})`);
    }
  }

  #prepare(plan: BootPlan): Result<MachineSpec, string> {
    const { folder, firmware, bus, memory, net } = this.#options;
    const { identity, hardware } = this.#twin.bmc.spec;
    const disks = this.#makeDisks();
    const uefi = plan.firmware === 'UEFI' ? { firmware, vars: variablesOf(firmware) } : null;
    if (uefi !== null) {
      const made = makeVariables(folder, firmware, plan.httpBootUri ?? null);
      if (!made.ok) return fail(made.error);
    }
    const rest = { bus, medium: this.#mediumReady ? mediumFile : null, net, memory, serialLog };
    return ok({ identity, hardware, plan, disks, ...rest, ...(uefi === null ? {} : { uefi }) });
  }

  /** Those of its inventory; what is there stays as it is. */
  #makeDisks(): MachineSpec['disks'] {
    const disks = this.#twin.bmc.spec.hardware.drives.flatMap(({ serial, bytes }) =>
      serial === undefined || bytes === undefined ? [] : [{ path: diskFile(serial), serial, bytes }],
    );
    for (const { serial, bytes } of disks) makeDisk(this.#options.folder, serial, bytes);
    return disks;
  }

  #tell(happening: Happening): void {
    if (this.#closed) return;
    this.#twin.bmc = happen(this.#twin.bmc, happening, this.#options.now());
  }

  #complain(what: string): void {
    this.#options.complain(`${this.#twin.bmc.spec.name}: ${what}`);
  }
}

/** It does not wait for what was begun before. */
const isForce = (type: ResetType): boolean => type === 'ForceOff' || type === 'ForceRestart' || type === 'PowerCycle';
