import type { Nic } from '../../model/inventory.ts';
import type { JsonObject } from '../json.ts';
import type { Route } from '../route.ts';
import { healthy, listParts } from './collection.ts';
import { controllerPath, systemPath } from './paths.ts';

/** The host's own network cards, and the one of its BMC. */
export const interfaceRoutes: readonly Route[] = [
  ...listParts(`${systemPath}/EthernetInterfaces`, 'EthernetInterface', (bmc) => bmc.spec.hardware.nics, showInterface),
  ...listParts(
    `${controllerPath}/EthernetInterfaces`,
    'EthernetInterface',
    (bmc) => [{ id: '1', mbps: 1_000, ...(bmc.spec.identity.bmcMac ? { mac: bmc.spec.identity.bmcMac } : {}) }],
    showInterface,
  ),
];

function showInterface(nic: Nic, path: string): JsonObject {
  return {
    '@odata.id': path,
    '@odata.type': '#EthernetInterface.v1_9_0.EthernetInterface',
    Id: nic.id,
    Name: `Ethernet interface ${nic.id}`,
    MACAddress: nic.mac?.toUpperCase(),
    PermanentMACAddress: nic.mac?.toUpperCase(),
    SpeedMbps: nic.mbps,
    LinkStatus: 'LinkUp',
    InterfaceEnabled: true,
    Status: healthy,
  };
}
