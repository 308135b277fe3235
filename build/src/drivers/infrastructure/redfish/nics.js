import { ok } from "../../../model/result.js";
import { part, text } from "../../../redfish/fields.js";
import { given } from "../../../redfish/given.js";
import { readMac } from "../../../redfish/identity-value.js";
import { label } from "../../../redfish/printable.js";
import { byId, isPresent, positive, readParts } from "./parts.js";
/** The system's own interfaces, without the one that leads to its BMC. */
export async function readNics(reader, system) {
    const found = await readParts(reader, system, 'EthernetInterfaces');
    if (!found.ok)
        return found;
    return ok(byId(found.value.filter((nic) => isPresent(nic) && !leadsToBmc(nic)).map(describe)));
}
const leadsToBmc = (nic) => /^ToManager$/i.test(text(nic, 'Id') ?? '') || part(part(nic, 'Links'), 'HostInterface') !== undefined;
/** The burnt-in address, since an operating system may set the other one. */
const describe = (nic) => ({
    id: label(nic, 'Id') ?? '',
    ...given({
        mac: readMac(text(nic, 'PermanentMACAddress')) ?? readMac(text(nic, 'MACAddress')),
        mbps: positive(nic, 'SpeedMbps'),
    }),
});
//# sourceMappingURL=nics.js.map