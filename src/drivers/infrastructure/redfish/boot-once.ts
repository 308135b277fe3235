import type { Started } from '../../../model/outcome.ts';
import { ok } from '../../../model/result.ts';
import { part, text, texts } from '../../../redfish/fields.ts';
import { getOptional } from '../../../redfish/reader.ts';
import type { Found, Reading } from '../../../redfish/reply.ts';
import { settingsOf } from '../../../redfish/settings.ts';
import { type Approach, notReached } from './approach.ts';
import { notOffered, send } from './send.ts';

/** The boot override for the next boot (ComputerSystem.Boot). */
export async function setBootOnce(to: Approach, target: string): Promise<Started> {
  const boot = part(to.system.body, 'Boot');
  const offered = texts(boot, 'BootSourceOverrideTarget@Redfish.AllowableValues');
  if (boot === undefined || (offered.length > 0 && !offered.includes(target))) {
    return notOffered(`boot from ${target} is not offered; offered is ${offered.join(', ') || 'nothing'}`);
  }
  const enabled = texts(boot, 'BootSourceOverrideEnabled@Redfish.AllowableValues');
  if (enabled.length > 0 && !enabled.includes('Once')) return notOffered('a boot override for one boot is not offered');
  const place = await placeOfOverride(to);
  if (!place.ok) return notReached(place.error);
  const { path, etag } = place.value;
  const shown = text(boot, 'BootSourceOverrideMode');
  const mode = modeToSend(to, shown);
  const override = {
    // Some fall back to another value where this is left out.
    BootSourceOverrideEnabled: 'Once',
    BootSourceOverrideTarget: target,
    ...(mode === undefined ? {} : { BootSourceOverrideMode: mode }),
  };
  const order = {
    method: 'PATCH',
    path,
    body: { Boot: override },
    otherwise: () => (shown === undefined ? 'boot-mode-together' : 'boot-mode-apart'),
    ...(etag === undefined ? {} : { etag }),
  } as const;
  return send(to, order);
}

/** The mode as it is: some want all three together, and one that was never shown is refused by old ones. */
function modeToSend({ forms }: Approach, shown: string | undefined): string | undefined {
  if (shown === undefined) return forms.has('boot-mode-together') ? 'UEFI' : undefined;
  return forms.has('boot-mode-apart') ? undefined : shown;
}

/** The settings resource if it holds the override, since the system's own is read-only there; else the system. */
async function placeOfOverride({ reader, system }: Approach): Promise<Reading<Found>> {
  const settings = settingsOf(reader, system.body);
  if (settings === undefined) return ok(system);
  const found = await getOptional(reader, settings.path);
  if (!found.ok) return found;
  const holds = text(part(found.value?.body, 'Boot'), 'BootSourceOverrideTarget') !== undefined;
  return ok(found.value !== null && holds ? found.value : system);
}
