import type { Bmc } from '../bmc.ts';
import type { JsonObject } from '../json.ts';
import { resetTypes } from '../power.ts';
import type { Route } from '../route.ts';
import { healthy, link, showCollection } from './collection.ts';
import { mediaPathOf } from './media.ts';
import { biosPath, chassisPath, controllerPath, root, systemPath } from './paths.ts';
import { bootEnabled, bootModes, bootTargets, changeSystem } from './system-change.ts';
import { postReset } from './system-reset.ts';

export const systemRoutes: readonly Route[] = [
  { pattern: `${root}/Systems`, get: () => showCollection(`${root}/Systems`, 'ComputerSystem', ['1']) },
  {
    pattern: systemPath,
    tagged: true,
    get: showSystem,
    patch: (bmc, body) => changeSystem(bmc, body, showSystem(bmc)),
  },
  { pattern: `${systemPath}/Actions/ComputerSystem.Reset`, post: postReset },
];

function showSystem(bmc: Bmc): JsonObject {
  const { identity, hardware } = bmc.spec;
  const gib = hardware.memory.reduce((sum, module) => sum + (module.mib ?? 0), 0) / 1_024;
  return {
    '@odata.id': systemPath,
    '@odata.type': '#ComputerSystem.v1_20_0.ComputerSystem',
    Id: '1',
    Name: 'System',
    SystemType: 'Physical',
    UUID: identity.uuid,
    SerialNumber: identity.serial,
    Manufacturer: hardware.manufacturer,
    Model: hardware.model,
    SKU: hardware.sku,
    BiosVersion: hardware.biosVersion,
    Status: { State: bmc.host.power === 'Off' ? 'StandbyOffline' : 'Enabled', Health: 'OK' },
    PowerState: bmc.host.power,
    LastResetTime: new Date(bmc.host.lastReset).toISOString(),
    BootProgress: { LastState: bmc.host.progress, LastStateTime: new Date(bmc.host.progressAt).toISOString() },
    Boot: showBoot(bmc),
    LocationIndicatorActive: bmc.locatorLit,
    IndicatorLED: bmc.locatorLit ? 'Lit' : 'Off',
    ProcessorSummary: {
      Count: hardware.processors.length,
      CoreCount: hardware.processors.reduce((sum, processor) => sum + (processor.cores ?? 0), 0),
      Model: hardware.processors[0]?.model,
      Status: healthy,
    },
    MemorySummary: { TotalSystemMemoryGiB: gib, Status: healthy },
    Bios: link(biosPath),
    Processors: link(`${systemPath}/Processors`),
    Memory: link(`${systemPath}/Memory`),
    Storage: link(`${systemPath}/Storage`),
    SimpleStorage: link(`${systemPath}/SimpleStorage`),
    EthernetInterfaces: link(`${systemPath}/EthernetInterfaces`),
    ...(mediaPathOf(bmc).startsWith(systemPath) ? { VirtualMedia: link(mediaPathOf(bmc)) } : {}),
    Links: { Chassis: [link(chassisPath)], ManagedBy: [link(controllerPath)] },
    Actions: {
      '#ComputerSystem.Reset': {
        target: `${systemPath}/Actions/ComputerSystem.Reset`,
        'ResetType@Redfish.AllowableValues': [...resetTypes],
      },
    },
  };
}

const showBoot = (bmc: Bmc): JsonObject => ({
  BootSourceOverrideEnabled: bmc.boot.enabled,
  'BootSourceOverrideEnabled@Redfish.AllowableValues': bootEnabled,
  BootSourceOverrideTarget: bmc.boot.target,
  'BootSourceOverrideTarget@Redfish.AllowableValues': bootTargets,
  BootSourceOverrideMode: bmc.boot.mode,
  'BootSourceOverrideMode@Redfish.AllowableValues': bootModes,
  ...(bmc.spec.httpBootAttribute === undefined ? { HttpBootUri: bmc.boot.httpUri } : {}),
});
