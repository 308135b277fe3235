import { ok } from '../../../model/result.ts';
import { type Action, findAction } from '../../../redfish/action.ts';
import { text } from '../../../redfish/fields.ts';
import { getOptional, type Reader } from '../../../redfish/reader.ts';
import type { Found, Reading } from '../../../redfish/reply.ts';
import { findTasks } from '../../../redfish/tasks.ts';
import { findManager } from './bmc.ts';
import { readBmcMac, readChassisSerial } from './identity.ts';
import { findSystem } from './system.ts';

/** Where the parts of one machine are, and what changes only when somebody opens it or updates the BMC. */
export interface Place {
  readonly system: string;
  readonly manager?: string;
  /** Collection of the BMC's tasks. */
  readonly tasks?: string;
  readonly reset: Action | null;
  readonly managerReset: Action | null;
  readonly chassisSerial?: string;
  readonly bmcMac?: string;
  /** Of the machine alone. */
  readonly machine: string;
  /** Of the machine, the BMC and its last start, when all this was learned. */
  readonly fingerprint: string;
}

/** The two resources that every look and every request begin with, freshly read, and what is known around them. */
export interface Standing {
  readonly place: Place;
  readonly system: Found;
  readonly manager: Found | null;
}

/** `known` is believed as long as the same machine answers through the same BMC. */
export async function stand(
  reader: Reader,
  named: string | undefined,
  known: Place | null,
): Promise<Reading<Standing>> {
  if (known === null) return learn(reader, named);
  const system = await getOptional(reader, known.system);
  if (!system.ok) return system;
  const manager = known.manager === undefined ? ok(null) : await getOptional(reader, known.manager);
  if (!manager.ok) return manager;
  const same = system.value !== null && fingerprint(system.value, manager.value) === known.fingerprint;
  if (!same || system.value === null) return learn(reader, named);
  return ok({ place: known, system: system.value, manager: manager.value });
}

/** Whether the machine that was there when `place` was read answers still. */
export async function isStill(reader: Reader, place: Place): Promise<Reading<boolean>> {
  const system = await getOptional(reader, place.system);
  if (!system.ok) return system;
  return ok(system.value !== null && machineMark(system.value) === place.machine);
}

async function learn(reader: Reader, named: string | undefined): Promise<Reading<Standing>> {
  const system = await findSystem(reader, named);
  if (!system.ok) return system;
  const { body } = system.value;
  const manager = await findManager(reader, body);
  if (!manager.ok) return manager;
  const reset = await findAction(reader, body, '#ComputerSystem.Reset', 'ResetType');
  if (!reset.ok) return reset;
  const managerReset =
    manager.value === null ? ok(null) : await findAction(reader, manager.value.body, '#Manager.Reset', 'ResetType');
  if (!managerReset.ok) return managerReset;
  const tasks = await findTasks(reader);
  if (!tasks.ok) return tasks;
  const chassisSerial = await readChassisSerial(reader, body);
  if (!chassisSerial.ok) return chassisSerial;
  const bmcMac = await readBmcMac(reader, manager.value?.body);
  if (!bmcMac.ok) return bmcMac;
  const place: Place = {
    system: system.value.path,
    ...(manager.value === null ? {} : { manager: manager.value.path }),
    ...(tasks.value === null ? {} : { tasks: tasks.value }),
    ...(chassisSerial.value === null ? {} : { chassisSerial: chassisSerial.value }),
    ...(bmcMac.value === null ? {} : { bmcMac: bmcMac.value }),
    reset: reset.value,
    managerReset: managerReset.value,
    machine: machineMark(system.value),
    fingerprint: fingerprint(system.value, manager.value),
  };
  return ok({ place, system: system.value, manager: manager.value });
}

const machineMark = ({ body }: Found): string =>
  JSON.stringify([text(body, 'UUID'), text(body, 'SerialNumber'), text(body, 'SKU')]);

const fingerprint = (system: Found, manager: Found | null): string =>
  JSON.stringify([
    machineMark(system),
    text(manager?.body, 'UUID'),
    text(manager?.body, 'FirmwareVersion'),
    text(manager?.body, 'LastResetTime'),
  ]);
