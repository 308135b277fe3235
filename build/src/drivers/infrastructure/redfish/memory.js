import { ok } from "../../../model/result.js";
import { number, text } from "../../../redfish/fields.js";
import { given } from "../../../redfish/given.js";
import { telling } from "../../../redfish/identity-value.js";
import { label } from "../../../redfish/printable.js";
import { byId, isPresent, positive, readParts } from "./parts.js";
export async function readMemory(reader, system) {
    const found = await readParts(reader, system, 'Memory');
    if (!found.ok)
        return found;
    const fitted = found.value.filter((module) => isPresent(module) && number(module, 'CapacityMiB') !== 0);
    return ok(byId(fitted.map(describe)));
}
const describe = (module) => ({
    id: label(module, 'Id') ?? '',
    ...given({
        mib: positive(module, 'CapacityMiB'),
        serial: telling(text(module, 'SerialNumber')),
        partNumber: telling(text(module, 'PartNumber')),
    }),
});
//# sourceMappingURL=memory.js.map