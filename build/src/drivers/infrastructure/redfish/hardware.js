import { ok } from "../../../model/result.js";
import { text } from "../../../redfish/fields.js";
import { given } from "../../../redfish/given.js";
import { telling } from "../../../redfish/identity-value.js";
import { label } from "../../../redfish/printable.js";
import { readDrives } from "./drives.js";
import { readFirmware } from "./firmware.js";
import { readMemory } from "./memory.js";
import { readNics } from "./nics.js";
import { readProcessors } from "./processors.js";
/** Everything slow, or why it could not be read whole. */
export async function readHardware(reader, system, manager) {
    const processors = await readProcessors(reader, system);
    if (!processors.ok)
        return processors;
    const memory = await readMemory(reader, system);
    if (!memory.ok)
        return memory;
    const drives = await readDrives(reader, system);
    if (!drives.ok)
        return drives;
    const nics = await readNics(reader, system);
    if (!nics.ok)
        return nics;
    const firmware = await readFirmware(reader);
    if (!firmware.ok)
        return firmware;
    return ok({
        ...given({
            manufacturer: telling(text(system, 'Manufacturer')),
            model: telling(text(system, 'Model')),
            sku: telling(text(system, 'SKU')),
            biosVersion: label(system, 'BiosVersion'),
            bmcVersion: label(manager, 'FirmwareVersion'),
        }),
        processors: processors.value,
        memory: memory.value,
        drives: drives.value,
        nics: nics.value,
        firmware: firmware.value,
    });
}
//# sourceMappingURL=hardware.js.map