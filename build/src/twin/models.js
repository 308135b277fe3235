const compute = {
    class: 'sim-compute',
    expects: {
        manufacturer: 'Twin Systems',
        model: 'TS-210',
        processors: { count: 2, cores: 16, model: 'Twin 16-Core Processor' },
        memoryGiB: 128,
        memoryModules: 8,
        drives: [{ count: 2, media: 'SSD', minGB: 960 }],
        nics: { count: 2, minMbps: 25_000 },
        firmware: { bios: '2.4.1', bmc: '1.12.0' },
    },
};
const storage = {
    class: 'sim-storage',
    expects: {
        manufacturer: 'Twin Systems',
        model: 'TS-460',
        processors: { count: 1, cores: 8, model: 'Twin 8-Core Processor' },
        memoryGiB: 64,
        memoryModules: 4,
        drives: [
            { count: 2, media: 'SSD', minGB: 480 },
            { count: 6, media: 'HDD', minGB: 16_000 },
        ],
        nics: { count: 2, minMbps: 10_000 },
        firmware: { bios: '2.4.1', bmc: '1.12.0' },
    },
};
export const models = { compute, storage };
/** The last machine of each rack holds the disks. */
export const modelOf = (unit, perRack) => (unit === perRack ? storage : compute);
//# sourceMappingURL=models.js.map