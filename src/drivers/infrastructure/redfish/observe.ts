import type { Capabilities, Facts, Look } from '../../../model/inventory.ts';
import { ok } from '../../../model/result.ts';
import { part, text, texts } from '../../../redfish/fields.ts';
import { given } from '../../../redfish/given.ts';
import type { RedfishLimits } from '../../../redfish/limits.ts';
import { openReader, type Reader } from '../../../redfish/reader.ts';
import type { Reading } from '../../../redfish/reply.ts';
import { readResetTime } from '../../../redfish/reset-time.ts';
import { openTasks } from '../../../redfish/tasks.ts';
import type { Clock, Depth, Subject } from '../../define.ts';
import { type Bios, readBios } from './bios.ts';
import { hasIndicator, readBoot, readIndicator, readPastPost, readPower } from './condition.ts';
import { type Connection, settle } from './connections.ts';
import { readHardware } from './hardware.ts';
import { readIdentity } from './identity.ts';
import { type Standing, stand } from './place.ts';

/** One look. It changes nothing on the hardware, logins aside. */
export async function observe(
  connection: Connection,
  subject: Subject,
  depth: Depth,
  clock: Clock,
  limits: RedfishLimits,
  signal: AbortSignal,
): Promise<Look> {
  // The time at which the look began: whatever happened after that, it may not have seen.
  const at = clock.now();
  const reader = await openReader(connection.client, limits, signal);
  const facts = reader.ok ? await readFacts(connection, reader.value, subject, depth, signal) : reader;
  return facts.ok ? { kind: 'seen', at, facts: facts.value } : { kind: 'missed', at, ...facts.error };
}

async function readFacts(
  connection: Connection,
  reader: Reader,
  subject: Subject,
  depth: Depth,
  signal: AbortSignal,
): Promise<Reading<Facts>> {
  // A full look learns everything anew.
  const known = depth === 'full' ? null : connection.place;
  const standing = await stand(reader, subject.bmc.system, known);
  if (!standing.ok) return standing;
  const { place, system, manager } = standing.value;
  settle(connection, place);
  const bios = await readBios(reader, system.body);
  if (!bios.ok) return bios;
  const tasks = place.tasks === undefined ? ok([]) : await openTasks(reader, place.tasks, connection.finished);
  if (!tasks.ok) return tasks;
  const hardware = depth === 'full' ? await readHardware(reader, system.body, manager?.body) : ok(undefined);
  if (!hardware.ok && signal.aborted) return hardware;
  return ok({
    identity: readIdentity(system.body, place),
    power: readPower(system.body),
    boot: readBoot(system.body),
    indicator: readIndicator(system.body),
    bios: bios.value.facts,
    tasks: tasks.value,
    capabilities: readCapabilities(standing.value, bios.value),
    ...given({
      lastReset: readResetTime(text(system.body, 'LastResetTime')),
      bmcLastReset: readResetTime(text(manager?.body, 'LastResetTime')),
      pastPost: readPastPost(system.body),
      login: connection.client.confirmed ?? undefined,
      // Half of the hardware would look as if the rest had been taken out.
      hardware: hardware.ok ? hardware.value : undefined,
    }),
  });
}

function readCapabilities({ place, system }: Standing, bios: Bios): Capabilities {
  return {
    resetTypes: place.reset?.values ?? [],
    bootTargets: texts(part(system.body, 'Boot'), 'BootSourceOverrideTarget@Redfish.AllowableValues'),
    bios: bios.capability,
    indicator: hasIndicator(system.body),
    bmcReset: place.managerReset !== null,
    virtualMedia: 'none',
    httpBootUri: false,
  };
}
