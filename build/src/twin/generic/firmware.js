import { healthy, link, listParts } from "./collection.js";
import { root } from "./paths.js";
const updates = `${root}/UpdateService`;
/** Versions to look at; this persona updates nothing. */
export const firmwareRoutes = [
    {
        pattern: updates,
        get: () => ({
            '@odata.id': updates,
            '@odata.type': '#UpdateService.v1_11_1.UpdateService',
            Id: 'UpdateService',
            Name: 'Update service',
            ServiceEnabled: false,
            Status: healthy,
            FirmwareInventory: link(`${updates}/FirmwareInventory`),
            // Empty rather than absent: clients look into it without asking.
            Actions: {},
        }),
    },
    ...listParts(`${updates}/FirmwareInventory`, 'SoftwareInventory', (bmc) => bmc.spec.hardware.firmware, (firmware, path) => ({
        '@odata.id': path,
        '@odata.type': '#SoftwareInventory.v1_9_0.SoftwareInventory',
        Id: firmware.id,
        Name: `${firmware.id} firmware`,
        Version: firmware.version,
        Updateable: false,
        Status: healthy,
    })),
];
//# sourceMappingURL=firmware.js.map