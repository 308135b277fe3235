import { dealMac, dealSerial } from "./identity.js";
/** Where the class does not say. */
const usual = { processors: 1, cores: 8, memoryGiB: 64, memoryModules: 4, nics: 2, mbps: 10_000, driveGB: 480 };
/** Hardware that is exactly what is expected, with serial numbers and addresses of its own. Lists are sorted by id. */
export function dealHardware(expects, dealer) {
    const biosVersion = expects.firmware?.bios ?? '1.0.0';
    const bmcVersion = expects.firmware?.bmc ?? '1.0.0';
    return {
        manufacturer: expects.manufacturer ?? 'Twin Systems',
        model: expects.model ?? 'TS-100',
        biosVersion,
        bmcVersion,
        processors: dealProcessors(expects),
        memory: dealMemory(expects, dealer),
        drives: dealDrives(expects, dealer),
        nics: dealNics(expects, dealer),
        firmware: [
            { id: 'BIOS', version: biosVersion },
            { id: 'BMC', version: bmcVersion },
        ],
    };
}
const numbered = (count, prefix, make) => Array.from({ length: count }, (_, index) => make(`${prefix}${String(index + 1).padStart(2, '0')}`));
function dealProcessors(expects) {
    const cores = expects.processors?.cores ?? usual.cores;
    const model = expects.processors?.model ?? `Twin ${cores}-Core Processor`;
    return numbered(expects.processors?.count ?? usual.processors, 'CPU', (id) => ({
        id,
        model,
        cores,
        threads: cores * 2,
    }));
}
function dealMemory(expects, dealer) {
    const count = Math.max(1, expects.memoryModules ?? usual.memoryModules);
    const mib = Math.ceil(((expects.memoryGiB ?? usual.memoryGiB) * 1_024) / count);
    return numbered(count, 'DIMM', (id) => ({ id, mib, serial: dealSerial(dealer, 8), partNumber: `TD-${mib}` }));
}
function dealDrives(expects, dealer) {
    const kinds = expects.drives ?? [{ count: 2, media: 'SSD', minGB: usual.driveGB }];
    const bays = kinds.flatMap((kind) => Array.from({ length: kind.count }, () => kind));
    return bays.map((kind, index) => {
        const media = kind.media ?? 'SSD';
        const gigabytes = kind.minGB ?? usual.driveGB;
        return {
            id: `Drive${String(index + 1).padStart(2, '0')}`,
            model: `Twin ${media} ${gigabytes}GB`,
            serial: dealSerial(dealer, 12),
            bytes: gigabytes * 1_000_000_000,
            media,
            protocol: 'SAS',
            names: [`5000c5${dealer.hex(10)}`],
        };
    });
}
const dealNics = (expects, dealer) => numbered(expects.nics?.count ?? usual.nics, 'NIC', (id) => ({
    id,
    mac: dealMac(dealer),
    mbps: expects.nics?.minMbps ?? usual.mbps,
}));
//# sourceMappingURL=hardware.js.map