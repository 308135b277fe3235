import type { Capabilities, Facts, Look, Medium } from '../../../model/inventory.ts';
import { ok } from '../../../model/result.ts';
import { text } from '../../../redfish/fields.ts';
import { given } from '../../../redfish/given.ts';
import type { RedfishLimits } from '../../../redfish/limits.ts';
import { openReader, type Reader } from '../../../redfish/reader.ts';
import type { Reading } from '../../../redfish/reply.ts';
import { readResetTime } from '../../../redfish/reset-time.ts';
import { openTasks } from '../../../redfish/tasks.ts';
import type { Clock, Depth, Subject } from '../../define.ts';
import { type Bios, readBios } from './bios.ts';
import { bootTargets, takesHttpBootUri } from './boot-target.ts';
import { hasIndicator, readBoot, readIndicator, readPastPost, readPower } from './condition.ts';
import { type Connection, settle } from './connections.ts';
import { readHardware } from './hardware.ts';
import { readIdentity } from './identity.ts';
import { describeMedia, readMedia } from './media.ts';
import { readMediaCapability } from './media-licence.ts';
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
  const tasks =
    place.tasks === undefined
      ? ok([])
      : await openTasks(reader, place.tasks, connection.finished, connection.client.conceal);
  if (!tasks.ok) return tasks;
  const hardware = depth === 'full' ? await readHardware(reader, system.body, manager?.body) : ok(undefined);
  if (!hardware.ok && signal.aborted) return hardware;
  const media = await lookAtMedia(connection, reader, standing.value, subject, depth);
  if (!media.ok && signal.aborted) return media;
  const { refused } = connection.client;
  return ok({
    identity: readIdentity(system.body, place),
    power: readPower(system.body),
    boot: readBoot(system.body),
    indicator: readIndicator(system.body),
    bios: bios.value.facts,
    tasks: tasks.value,
    capabilities: readCapabilities(connection, standing.value, bios.value),
    ...given({
      lastReset: readResetTime(text(system.body, 'LastResetTime')),
      bmcLastReset: readResetTime(text(manager?.body, 'LastResetTime')),
      pastPost: readPastPost(system.body),
      login: connection.client.confirmed ?? undefined,
      refusedLogins: refused.length > 0 ? refused : undefined,
      // Half of the hardware would look as if the rest had been taken out.
      hardware: hardware.ok ? hardware.value : undefined,
      media: media.ok ? media.value : undefined,
    }),
  });
}

/**
 * What CDs there are, in full looks and while somebody boots from one: they are some requests each. A BMC that is in trouble
 * with them only is seen all the same, and asked again in the next look.
 */
async function lookAtMedia(
  connection: Connection,
  reader: Reader,
  { system, manager }: Standing,
  { medium }: Subject,
  depth: Depth,
): Promise<Reading<readonly Medium[] | undefined>> {
  const wanted = depth === 'full' || medium !== undefined;
  if (!wanted && connection.virtualMedia !== null) return ok(undefined);
  const media = await readMedia(reader, system.body, manager?.body);
  if (!media.ok) return media;
  if (depth === 'full' || connection.virtualMedia === null) {
    const capability = await readMediaCapability(reader, system.body, manager?.body, media.value);
    if (!capability.ok) return capability;
    connection.virtualMedia = capability.value;
  }
  return ok(wanted && media.value.slots.length > 0 ? describeMedia(media.value, medium) : undefined);
}

function readCapabilities({ virtualMedia }: Connection, { place, system }: Standing, bios: Bios): Capabilities {
  return {
    resetTypes: place.reset?.values ?? [],
    bootTargets: bootTargets(system.body),
    bios: bios.capability,
    indicator: hasIndicator(system.body),
    bmcReset: place.managerReset !== null,
    virtualMedia: virtualMedia ?? 'none',
    httpBootUri: takesHttpBootUri(system.body),
  };
}
