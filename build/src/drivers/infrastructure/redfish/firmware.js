import { ok } from "../../../model/result.js";
import { label } from "../../../redfish/printable.js";
import { getOptional } from "../../../redfish/reader.js";
import { byId, isPresent, readParts } from "./parts.js";
/** What is installed, by UpdateService.FirmwareInventory. */
export async function readFirmware(reader) {
    const service = await getOptional(reader, reader.root.updateService);
    if (!service.ok)
        return service;
    const found = await readParts(reader, service.value?.body, 'FirmwareInventory');
    if (!found.ok)
        return found;
    return ok(byId(found.value.filter(isPresent).flatMap(describe)));
}
/** A slot for an update that is not there has no version, or dashes for one. */
function describe(item) {
    const [id, version] = [label(item, 'Id'), label(item, 'Version')];
    return id === undefined || version === undefined || !/[0-9a-z]/i.test(version) ? [] : [{ id, version }];
}
//# sourceMappingURL=firmware.js.map