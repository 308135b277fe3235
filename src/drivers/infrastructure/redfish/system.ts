import { fail, ok } from '../../../model/result.ts';
import { memberPaths } from '../../../redfish/collection.ts';
import { part } from '../../../redfish/fields.ts';
import type { Reader } from '../../../redfish/reader.ts';
import { type Found, type Reading, unusable } from '../../../redfish/reply.ts';
import { within } from '../../../redfish/uri.ts';

/** A service with more systems than this must be told which one is meant. */
const candidatesMax = 16;

/** The ComputerSystem that is meant: the named one, the only one, or the only one that can be reset. */
export async function findSystem(reader: Reader, named: string | undefined): Promise<Reading<Found>> {
  if (named !== undefined) return readSystem(reader, within(reader.origin, named) ?? named);
  const paths = await memberPaths(reader, reader.root.systems);
  if (!paths.ok) return paths;
  const [first, ...more] = paths.value ?? [];
  if (first === undefined) return unsupported(`${reader.root.systems} lists no system`);
  if (more.length === 0) return readSystem(reader, first);
  const resettable: Found[] = [];
  for (const path of [first, ...more].slice(0, candidatesMax)) {
    const system = await readSystem(reader, path);
    if (!system.ok) return system;
    // Trays of GPUs are listed as systems too; nobody can switch them on.
    if (isResettable(system.value)) resettable.push(system.value);
  }
  const [only, ...others] = resettable;
  if (only !== undefined && others.length === 0) return ok(only);
  const candidates = (only === undefined ? [first, ...more] : resettable.map((found) => found.path)).slice(0, 4);
  return unsupported(`it fronts several systems; name one of them as bmc.system: ${candidates.join(', ')}`);
}

/** Where the systems of a service are that can be switched on; `undefined` stands for the only one. */
export async function listSystems(reader: Reader): Promise<Reading<readonly (string | undefined)[]>> {
  const paths = await memberPaths(reader, reader.root.systems);
  if (!paths.ok) return paths;
  const found = paths.value ?? [];
  if (found.length === 0) return unsupported(`${reader.root.systems} lists no system`);
  if (found.length === 1) return ok([undefined]);
  const resettable: string[] = [];
  for (const path of found) {
    const system = await readSystem(reader, path);
    if (!system.ok) return system;
    if (isResettable(system.value)) resettable.push(path);
  }
  return resettable.length > 0 ? ok(resettable) : unsupported(`${reader.root.systems} lists no system to switch on`);
}

const isResettable = ({ body }: Found): boolean => part(part(body, 'Actions'), '#ComputerSystem.Reset') !== undefined;

async function readSystem(reader: Reader, path: string): Promise<Reading<Found>> {
  const reply = await reader.get(path);
  if (!reply.ok) return reply;
  return reply.value.kind === 'found' ? ok(reply.value) : fail(unusable(reply.value));
}

const unsupported = (message: string): Reading<never> => fail({ reason: 'Unsupported', message });
