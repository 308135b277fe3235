import type { Nic } from '../../../model/inventory.ts';
import { ok } from '../../../model/result.ts';
import { part, type Resource, text } from '../../../redfish/fields.ts';
import { given } from '../../../redfish/given.ts';
import { readMac } from '../../../redfish/identity-value.ts';
import { label } from '../../../redfish/printable.ts';
import type { Reader } from '../../../redfish/reader.ts';
import type { Reading } from '../../../redfish/reply.ts';
import { byId, isPresent, positive, readParts } from './parts.ts';

/** The system's own interfaces, without the one that leads to its BMC. */
export async function readNics(reader: Reader, system: Resource): Promise<Reading<readonly Nic[]>> {
  const found = await readParts(reader, system, 'EthernetInterfaces');
  if (!found.ok) return found;
  return ok(byId(found.value.filter((nic) => isPresent(nic) && !leadsToBmc(nic)).map(describe)));
}

const leadsToBmc = (nic: Resource): boolean =>
  /^ToManager$/i.test(text(nic, 'Id') ?? '') || part(part(nic, 'Links'), 'HostInterface') !== undefined;

/** The burnt-in address, since an operating system may set the other one. */
const describe = (nic: Resource): Nic => ({
  id: label(nic, 'Id') ?? '',
  ...given({
    mac: readMac(text(nic, 'PermanentMACAddress')) ?? readMac(text(nic, 'MACAddress')),
    mbps: positive(nic, 'SpeedMbps'),
  }),
});
