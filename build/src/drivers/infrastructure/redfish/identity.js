import { ok } from "../../../model/result.js";
import { memberPaths } from "../../../redfish/collection.js";
import { flag, links, part, text } from "../../../redfish/fields.js";
import { given } from "../../../redfish/given.js";
import { isLocalMac, readMac, readUuid, telling } from "../../../redfish/identity-value.js";
import { getOptional, pathOf } from "../../../redfish/reader.js";
import { within } from "../../../redfish/uri.js";
/** Who the system says it is, in its own words, and what is known around it. */
export const readIdentity = (system, around) => given({
    uuid: readUuid(text(system, 'UUID')),
    serial: serialOf(system),
    chassisSerial: around.chassisSerial,
    bmcMac: around.bmcMac,
});
/** Dell's SerialNumber is that of the board; the service tag, which stands on the chassis and the invoice, is the SKU. */
function serialOf(system) {
    const tag = text(system, 'SKU');
    const dell = /^Dell\b/i.test(text(system, 'Manufacturer') ?? '');
    return telling(dell && tag !== undefined && /^[0-9A-Z]{7}$/.test(tag) ? tag : text(system, 'SerialNumber'));
}
export async function readChassisSerial(reader, system) {
    const [first] = links(part(system, 'Links'), 'Chassis');
    const path = first === undefined ? undefined : within(reader.origin, first);
    if (path === undefined)
        return ok(null);
    const chassis = await getOptional(reader, path);
    if (!chassis.ok)
        return chassis;
    return ok(telling(text(chassis.value?.body, 'SerialNumber')) ?? null);
}
/** Interfaces looked at; the one that serves us is among the first. */
const interfacesMax = 4;
/**
 * Of the BMC's first interface that has an address of its own: those between host and BMC have made-up ones, on iLO the
 * same on every machine.
 */
export async function readBmcMac(reader, manager) {
    const collection = pathOf(reader, manager, 'EthernetInterfaces');
    const paths = collection === undefined ? ok(null) : await memberPaths(reader, collection);
    if (!paths.ok)
        return paths;
    const macs = [];
    for (const path of (paths.value ?? []).slice(0, interfacesMax)) {
        const nic = await getOptional(reader, path);
        if (!nic.ok)
            return nic;
        const mac = readMac(text(nic.value?.body, 'PermanentMACAddress')) ?? readMac(text(nic.value?.body, 'MACAddress'));
        if (mac === undefined || mac === iloVirtualNic || flag(nic.value?.body, 'InterfaceEnabled') === false)
            continue;
        if (!isLocalMac(mac))
            return ok(mac);
        macs.push(mac);
    }
    return ok(macs[0] ?? null);
}
const iloVirtualNic = '0a:ca:fe:f0:0d:04';
//# sourceMappingURL=identity.js.map