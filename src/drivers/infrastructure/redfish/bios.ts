import type { BiosValue, Capabilities, Facts } from '../../../model/inventory.ts';
import { ok } from '../../../model/result.ts';
import { part, type Resource } from '../../../redfish/fields.ts';
import { follow, getOptional, type Reader } from '../../../redfish/reader.ts';
import type { Found, Reading } from '../../../redfish/reply.ts';
import { type Settings, settingsOf } from '../../../redfish/settings.ts';

/** The Bios resource (Bios schema) and what is written to it for later. */
export interface Bios {
  readonly capability: Capabilities['bios'];
  readonly facts: Facts['bios'];
  readonly settings?: Settings;
  /** The settings resource as read: writing to it may want its ETag. */
  readonly target?: Found;
}

const none: Bios = { capability: 'none', facts: { complete: true, attributes: {}, pending: {} } };

export async function readBios(reader: Reader, system: Resource): Promise<Reading<Bios>> {
  const bios = await follow(reader, system, 'Bios');
  if (!bios.ok) return bios;
  if (bios.value === null) return ok(none);
  const attributes = valuesIn(bios.value.body);
  const settings = settingsOf(reader, bios.value.body);
  if (settings === undefined) {
    const capability = Object.keys(attributes).length === 0 ? 'none' : 'immediate';
    return ok({ capability, facts: { complete: true, attributes, pending: {} } });
  }
  const target = await getOptional(reader, settings.path);
  if (!target.ok) return target;
  // Many services keep a full copy of all values there; what waits is what differs.
  const waiting = Object.entries(valuesIn(target.value?.body ?? {}));
  const pending = Object.fromEntries(waiting.filter(([name, value]) => attributes[name] !== value));
  const facts = { complete: true, attributes, pending };
  if (target.value === null) return ok({ capability: 'none', facts });
  return ok({ capability: capabilityOf(settings), facts, settings, target: target.value });
}

function capabilityOf({ applyTimes }: Settings): Capabilities['bios'] {
  if (applyTimes.length === 0 || applyTimes.includes('OnReset')) return 'deferred';
  return applyTimes.includes('Immediate') ? 'immediate' : 'none';
}

function valuesIn(resource: Resource): Readonly<Record<string, BiosValue>> {
  const values: [string, BiosValue][] = [];
  for (const [name, value] of Object.entries(part(resource, 'Attributes') ?? {})) {
    if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      values.push([name, value]);
    }
  }
  return Object.fromEntries(values);
}
