import { ok } from "../../../model/result.js";
import { linked } from "../../../redfish/collection.js";
import { isResource, links, list, text } from "../../../redfish/fields.js";
import { given } from "../../../redfish/given.js";
import { telling } from "../../../redfish/identity-value.js";
import { label } from "../../../redfish/printable.js";
import { comparable } from "../../../redfish/uri.js";
import { byId, isPresent, positive, readParts } from "./parts.js";
/** The drives of every Storage; where there are none, the devices of SimpleStorage, which have no serial. */
export async function readDrives(reader, system) {
    const storages = await readParts(reader, system, 'Storage');
    if (!storages.ok)
        return storages;
    const drives = new Map();
    for (const storage of storages.value) {
        const found = await linked(reader, links(storage, 'Drives'));
        if (!found.ok)
            return found;
        for (const drive of found.value.filter(isPresent)) {
            // One drive may be linked from two controllers.
            const key = comparable(text(drive, '@odata.id') ?? `${text(storage, 'Id')}/${text(drive, 'Id')}`);
            if (!drives.has(key))
                drives.set(key, describe(drive, storage));
        }
    }
    return drives.size > 0 ? ok(byId([...drives.values()])) : readSimpleDrives(reader, system);
}
/** Drives are numbered within their Storage: on an iLO 6 two of them are called 2. */
const describe = (drive, storage) => ({
    id: `${label(storage, 'Id') ?? ''}/${label(drive, 'Id') ?? ''}`,
    ...given({
        model: telling(text(drive, 'Model')),
        serial: telling(text(drive, 'SerialNumber')),
        bytes: positive(drive, 'CapacityBytes'),
        media: label(drive, 'MediaType'),
        protocol: label(drive, 'Protocol'),
        names: durableNames(drive),
    }),
});
function durableNames(drive) {
    const names = list(drive, 'Identifiers')
        .filter(isResource)
        .map((identifier) => telling(text(identifier, 'DurableName'))?.toLowerCase())
        .filter((name) => name !== undefined)
        // Some write the bytes apart.
        .map((name) => (/^[0-9a-f]{2}(?:[:-][0-9a-f]{2})+$/.test(name) ? name.replace(/[:-]/g, '') : name));
    return names.length === 0 ? undefined : [...new Set(names)].sort();
}
async function readSimpleDrives(reader, system) {
    const controllers = await readParts(reader, system, 'SimpleStorage');
    if (!controllers.ok)
        return controllers;
    const drives = controllers.value.flatMap((controller) => list(controller, 'Devices')
        .filter(isResource)
        .filter((device) => isPresent(device))
        .map((device, index) => ({
        id: `${label(controller, 'Id') ?? ''}/${label(device, 'Name') ?? index}`,
        ...given({ model: telling(text(device, 'Model')), bytes: positive(device, 'CapacityBytes') }),
    })));
    return ok(byId(drives));
}
//# sourceMappingURL=drives.js.map