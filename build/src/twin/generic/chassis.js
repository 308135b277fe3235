import { healthy, link, showCollection } from "./collection.js";
import { chassisPath, controllerPath, root, systemPath } from "./paths.js";
export const chassisRoutes = [
    { pattern: `${root}/Chassis`, get: () => showCollection(`${root}/Chassis`, 'Chassis', ['1']) },
    {
        pattern: chassisPath,
        get: (bmc) => ({
            '@odata.id': chassisPath,
            '@odata.type': '#Chassis.v1_23_0.Chassis',
            Id: '1',
            Name: 'Chassis',
            ChassisType: 'RackMount',
            Manufacturer: bmc.spec.hardware.manufacturer,
            Model: bmc.spec.hardware.model,
            SerialNumber: bmc.spec.identity.chassisSerial,
            PowerState: bmc.host.power,
            Status: healthy,
            Power: link(`${chassisPath}/Power`),
            Thermal: link(`${chassisPath}/Thermal`),
            Links: { ComputerSystems: [link(systemPath)], ManagedBy: [link(controllerPath)] },
        }),
    },
    {
        pattern: `${chassisPath}/Power`,
        get: (bmc) => ({
            '@odata.id': `${chassisPath}/Power`,
            '@odata.type': '#Power.v1_7_1.Power',
            Id: 'Power',
            Name: 'Power',
            PowerControl: [
                {
                    '@odata.id': `${chassisPath}/Power#/PowerControl/0`,
                    MemberId: '0',
                    Name: 'Chassis power',
                    PowerConsumedWatts: bmc.host.power === 'Off' ? 12 : 240,
                    Status: healthy,
                },
            ],
        }),
    },
    {
        pattern: `${chassisPath}/Thermal`,
        get: () => ({
            '@odata.id': `${chassisPath}/Thermal`,
            '@odata.type': '#Thermal.v1_7_1.Thermal',
            Id: 'Thermal',
            Name: 'Thermal',
            Temperatures: [
                {
                    '@odata.id': `${chassisPath}/Thermal#/Temperatures/0`,
                    MemberId: '0',
                    Name: 'Inlet',
                    ReadingCelsius: 22,
                    PhysicalContext: 'Intake',
                    Status: healthy,
                },
            ],
            Fans: [],
        }),
    },
];
//# sourceMappingURL=chassis.js.map