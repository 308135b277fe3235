import type { Capabilities } from '../../../model/inventory.ts';
import { ok } from '../../../model/result.ts';
import { members } from '../../../redfish/collection.ts';
import { flag, part, type Resource, text } from '../../../redfish/fields.ts';
import { follow, getOptional, pathOf, type Reader } from '../../../redfish/reader.ts';
import type { Reading } from '../../../redfish/reply.ts';
import { isSwitchedOff, type Media } from './media.ts';

/** Whether CDs can be inserted here. Nothing but the BMC's own word makes it `unlicensed`. */
export async function readMediaCapability(
  reader: Reader,
  system: Resource,
  manager: Resource | undefined,
  media: Media,
): Promise<Reading<Capabilities['virtualMedia']>> {
  const usable = media.slots.some(({ insert }) => insert !== null);
  if (!usable) return ok(media.barred ? 'unlicensed' : 'none');
  if (isSwitchedOff(system)) return ok('none');
  const lacking = await lacksLicence(reader, system, manager);
  return lacking.ok ? ok(lacking.value ? 'unlicensed' : 'offered') : lacking;
}

async function lacksLicence(
  reader: Reader,
  system: Resource,
  manager: Resource | undefined,
): Promise<Reading<boolean>> {
  const hpe = pathOf(reader, part(part(part(manager, 'Oem'), 'Hpe'), 'Links'), 'LicenseService');
  if (hpe !== undefined) return iloLacksIt(reader, hpe);
  const isDell = part(part(system, 'Oem'), 'Dell') !== undefined;
  const { licenseService } = reader.root;
  return isDell && licenseService !== undefined ? idracLacksIt(reader, licenseService) : ok(false);
}

/** HpeiLOLicense: `VM` is virtual media, `VMScript` those that are fetched from a URL. */
async function iloLacksIt(reader: Reader, path: string): Promise<Reading<boolean>> {
  const licences = await members(reader, path);
  if (!licences.ok) return licences;
  const features = (licences.value ?? []).map((licence) => part(licence, 'LicenseFeatures'));
  return ok(features.some((has) => flag(has, 'VM') === false || flag(has, 'VMScript') === false));
}

/** License schema: an iDRAC with a small licence, and none of those that virtual media come with. */
async function idracLacksIt(reader: Reader, path: string): Promise<Reading<boolean>> {
  const service = await getOptional(reader, path);
  if (!service.ok) return service;
  const collection = service.value === null ? ok(null) : await follow(reader, service.value.body, 'Licenses');
  if (!collection.ok) return collection;
  const licences = collection.value === null ? ok(null) : await members(reader, collection.value.path);
  if (!licences.ok) return licences;
  const names = (licences.value ?? []).map((licence) => text(licence, 'Description') ?? '');
  const small = names.some((name) => /\biDRAC\d*\b.*\b(?:Basic|Express)\b/i.test(name));
  return ok(small && !names.some((name) => /\b(?:Enterprise|Data ?cent(?:er|re))\b/i.test(name)));
}
