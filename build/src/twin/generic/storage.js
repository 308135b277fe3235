import { healthy, link, listParts, showCollection } from "./collection.js";
import { chassisPath, systemPath } from "./paths.js";
const storages = `${systemPath}/Storage`;
const storage = `${storages}/1`;
const drives = `${storage}/Drives`;
const simpleStorages = `${systemPath}/SimpleStorage`;
const [, driveRoute] = listParts(drives, 'Drive', (bmc) => bmc.spec.hardware.drives, showDrive);
/** One storage subsystem that holds every drive, in the present schema and in the simple one. */
export const storageRoutes = [
    { pattern: storages, get: () => showCollection(storages, 'Storage', ['1']) },
    {
        pattern: storage,
        get: (bmc) => ({
            '@odata.id': storage,
            '@odata.type': '#Storage.v1_15_0.Storage',
            Id: '1',
            Name: 'Storage',
            Status: healthy,
            Drives: bmc.spec.hardware.drives.map((drive) => link(`${drives}/${drive.id}`)),
            'Drives@odata.count': bmc.spec.hardware.drives.length,
            Links: { Enclosures: [link(chassisPath)] },
        }),
    },
    // Storage.Drives is a list of links, so there is no collection to read.
    ...(driveRoute === undefined ? [] : [driveRoute]),
    { pattern: simpleStorages, get: () => showCollection(simpleStorages, 'SimpleStorage', ['1']) },
    {
        pattern: `${simpleStorages}/1`,
        get: (bmc) => ({
            '@odata.id': `${simpleStorages}/1`,
            '@odata.type': '#SimpleStorage.v1_3_1.SimpleStorage',
            Id: '1',
            Name: 'Simple storage',
            Status: healthy,
            Devices: bmc.spec.hardware.drives.map((drive) => ({
                Name: drive.id,
                Model: drive.model,
                CapacityBytes: drive.bytes,
                Status: healthy,
            })),
        }),
    },
];
function showDrive(drive, path) {
    return {
        '@odata.id': path,
        '@odata.type': '#Drive.v1_17_0.Drive',
        Id: drive.id,
        Name: `Drive ${drive.id}`,
        Model: drive.model,
        SerialNumber: drive.serial,
        CapacityBytes: drive.bytes,
        MediaType: drive.media,
        Protocol: drive.protocol,
        Identifiers: (drive.names ?? []).map((name) => ({
            DurableName: name.toUpperCase(),
            DurableNameFormat: drive.protocol === 'NVMe' ? 'EUI' : 'NAA',
        })),
        Status: healthy,
    };
}
//# sourceMappingURL=storage.js.map