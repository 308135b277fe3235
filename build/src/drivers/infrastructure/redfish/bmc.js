import { ok } from "../../../model/result.js";
import { memberPaths } from "../../../redfish/collection.js";
import { links, part } from "../../../redfish/fields.js";
import { getOptional } from "../../../redfish/reader.js";
import { within } from "../../../redfish/uri.js";
/** The BMC of a system: as linked, or the only one that the service has. `null`: it does not say. */
export async function findManager(reader, system) {
    const around = part(system, 'Links');
    // Huawei calls it Managers.
    const [named] = [...links(around, 'ManagedBy'), ...links(around, 'Managers')];
    const path = named === undefined ? undefined : within(reader.origin, named);
    if (path !== undefined)
        return getOptional(reader, path);
    const all = await memberPaths(reader, reader.root.managers);
    if (!all.ok)
        return all;
    const [only, ...others] = all.value ?? [];
    return only === undefined || others.length > 0 ? ok(null) : getOptional(reader, only);
}
//# sourceMappingURL=bmc.js.map