import type { Started } from '../../../model/outcome.ts';
import { ok } from '../../../model/result.ts';
import { part, text, texts } from '../../../redfish/fields.ts';
import { getOptional } from '../../../redfish/reader.ts';
import type { Found, Reading } from '../../../redfish/reply.ts';
import { settingsOf } from '../../../redfish/settings.ts';
import type { BootMedium } from '../../define.ts';
import { type Approach, notReached } from './approach.ts';
import { holdsHttpBootUri, toOwnTarget } from './boot-target.ts';
import { notOffered, send } from './send.ts';

/**
 * The boot override for the next boot (ComputerSystem.Boot). With a medium it is our agent that boots: it is made for UEFI,
 * and `UefiHttp` fetches it from where the medium says, if that can be written; else DHCP tells.
 */
export async function setBootOnce(to: Approach, asked: string, medium: BootMedium | undefined): Promise<Started> {
  const { body: system } = to.system;
  const target = toOwnTarget(system, asked);
  const boot = part(system, 'Boot');
  const offered = texts(boot, 'BootSourceOverrideTarget@Redfish.AllowableValues');
  if (boot === undefined || (offered.length > 0 && !offered.includes(target))) {
    return notOffered(`boot from ${target} is not offered; offered is ${offered.join(', ') || 'nothing'}`);
  }
  const enabled = texts(boot, 'BootSourceOverrideEnabled@Redfish.AllowableValues');
  if (enabled.length > 0 && !enabled.includes('Once')) return notOffered('a boot override for one boot is not offered');
  const place = await placeOfOverride(to);
  if (!place.ok) return notReached(place.error);
  const { path, etag, body: held } = place.value;
  const shown = text(boot, 'BootSourceOverrideMode');
  const mode = modeToSend(to, shown, medium !== undefined || target === 'UefiHttp');
  const writable = holdsHttpBootUri(system) || holdsHttpBootUri(held);
  const uri = target === 'UefiHttp' && writable && !to.forms.has('boot-uri-apart') ? medium?.iso : undefined;
  const override = {
    // Some fall back to another value where this is left out.
    BootSourceOverrideEnabled: 'Once',
    BootSourceOverrideTarget: target,
    ...(mode === undefined ? {} : { BootSourceOverrideMode: mode }),
    ...(uri === undefined ? {} : { HttpBootUri: uri }),
  };
  const order = {
    method: 'PATCH',
    path,
    body: { Boot: override },
    otherwise: () => {
      if (uri !== undefined) return 'boot-uri-apart';
      return shown === undefined ? 'boot-mode-together' : 'boot-mode-apart';
    },
    ...(etag === undefined ? {} : { etag }),
  } as const;
  return send(to, order);
}

/** The mode as it is, or must be: some want all three together, and one that was never shown is refused by old ones. */
function modeToSend({ forms }: Approach, shown: string | undefined, uefi: boolean): string | undefined {
  if (shown === undefined) return forms.has('boot-mode-together') ? 'UEFI' : undefined;
  if (forms.has('boot-mode-apart')) return undefined;
  return uefi ? 'UEFI' : shown;
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
