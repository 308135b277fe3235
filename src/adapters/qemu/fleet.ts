import { join } from 'node:path';
import { fail, ok, type Result } from '../../model/result.ts';
import type { DiskBus } from '../../twin/virtual.ts';
import type { Behind } from '../twin-server/behind.ts';
import type { Twin } from '../twin-server/twin.ts';
import { findFirmware } from './firmware.ts';
import { QemuMachine } from './machine.ts';
import { findNet, type NetChoice } from './net.ts';
import { findQemu } from './program.ts';
import { createSlots } from './slots.ts';

export interface QemuFleetOptions {
  /** Each machine has a folder in it, called by its name. */
  readonly folder: string;
  readonly secureBoot: boolean;
  readonly bus: DiskBus;
  /** MiB of each. */
  readonly memory: number;
  readonly net: NetChoice;
  /** So many are on at once; the others wait until one is off. */
  readonly running: number;
  readonly now: () => number;
  readonly complain: (line: string) => void;
}

/** Puts a virtual machine behind each BMC. The error says what this host lacks for that. */
export async function qemuFleet(
  options: QemuFleetOptions,
): Promise<Result<(twin: Twin, index: number) => Behind, string>> {
  const program = await findQemu();
  if (!program.ok) return program;
  const firmware = findFirmware(options.secureBoot);
  if (!firmware.ok) return fail(firmware.error);
  const slots = createSlots(options.running);
  const { bus, memory, now, complain } = options;
  return ok(
    (twin, index) =>
      new QemuMachine(twin, {
        ...{ bus, memory, now, complain, slots, firmware: firmware.value },
        folder: join(options.folder, twin.bmc.spec.name),
        net: findNet(options.net, index),
      }),
  );
}
