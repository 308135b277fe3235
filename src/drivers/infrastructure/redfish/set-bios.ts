import type { BiosValue } from '../../../model/inventory.ts';
import type { Started } from '../../../model/outcome.ts';
import type { Refusal } from '../../../redfish/refusal.ts';
import { type Approach, notReached } from './approach.ts';
import { readBios } from './bios.ts';
import type { Form } from './form.ts';
import { notOffered, send } from './send.ts';

/** Writes all attributes at once, to take effect at the next reset: some allow one write until then. */
export async function setBios(to: Approach, attributes: Readonly<Record<string, BiosValue>>): Promise<Started> {
  const bios = await readBios(to.reader, to.system.body);
  if (!bios.ok) return notReached(bios.error);
  const { capability, facts, settings, target } = bios.value;
  if (capability !== 'deferred' || settings === undefined || target === undefined) {
    return notOffered(
      capability === 'immediate'
        ? 'this BMC would apply BIOS attributes at once, and not at the next reset'
        : 'BIOS attributes cannot be written on this BMC',
    );
  }
  const names = Object.keys(attributes);
  const unknown = names.filter((name) => !Object.hasOwn(facts.attributes, name));
  if (names.length === 0 || unknown.length > 0) {
    return notOffered(`this BIOS has no attribute ${unknown.join(', ') || 'to be written'}`);
  }
  // Dell writes nothing without it; Lenovo offers it and refuses it.
  const timed = settings.applyTimes.includes('OnReset') && !to.forms.has('bios-no-apply-time');
  const body = {
    ...(timed ? { '@Redfish.SettingsApplyTime': { ApplyTime: 'OnReset' } } : {}),
    Attributes: attributes,
  };
  const order = {
    method: 'PATCH',
    path: target.path,
    body,
    otherwise: (refusal: Refusal): Form | undefined =>
      timed && isAboutProperty(refusal) ? 'bios-no-apply-time' : undefined,
    ...(target.etag === undefined ? {} : { etag: target.etag }),
  } as const;
  return send(to, order);
}

/** By their names in the Base registry of DMTF. */
const propertyMessages: ReadonlySet<string> = new Set([
  'PropertyUnknown',
  'PropertyNotWritable',
  'PropertyNotWritableOrUnknown',
  'PropertyValueNotInList',
  'PropertyValueTypeError',
  'UnrecognizedRequestBody',
]);
const isAboutProperty = ({ messageIds }: Refusal): boolean => messageIds.some((id) => propertyMessages.has(id));
