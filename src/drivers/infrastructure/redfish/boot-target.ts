import { part, type Resource, text, texts } from '../../../redfish/fields.ts';

/**
 * BootSourceOverrideTarget values of a system, as offered. Supermicro boots virtual media as `UsbCd`: there that is what
 * `Cd` means, except on one model that lists it and does not boot from it.
 */
export function bootTargets(system: Resource): readonly string[] {
  const offered = offeredTargets(system);
  return callsCdUsbCd(system) && !offered.includes('Cd') ? [...offered, 'Cd'] : offered;
}

/** How the system itself calls a target. */
export const toOwnTarget = (system: Resource, target: string): string =>
  target === 'Cd' && callsCdUsbCd(system) ? 'UsbCd' : target;

/** How it is called here. */
export const fromOwnTarget = (system: Resource, target: string): string =>
  target === 'UsbCd' && callsCdUsbCd(system) ? 'Cd' : target;

/** Boot.HttpBootUri is there to be written: who does not show it refuses it. */
export function takesHttpBootUri(system: Resource): boolean {
  const offered = offeredTargets(system);
  return holdsHttpBootUri(system) && (offered.length === 0 || offered.includes('UefiHttp'));
}

export const holdsHttpBootUri = (resource: Resource): boolean =>
  Object.hasOwn(part(resource, 'Boot') ?? {}, 'HttpBootUri');

const callsCdUsbCd = (system: Resource): boolean =>
  offeredTargets(system).includes('UsbCd') && text(system, 'Model') !== 'ARS-111GL-NHR';

const offeredTargets = (system: Resource): readonly string[] =>
  texts(part(system, 'Boot'), 'BootSourceOverrideTarget@Redfish.AllowableValues');
