import { healthy, listParts } from "./collection.js";
import { controllerPath, systemPath } from "./paths.js";
/** The host's own network cards, and the one of its BMC. */
export const interfaceRoutes = [
    ...listParts(`${systemPath}/EthernetInterfaces`, 'EthernetInterface', (bmc) => bmc.spec.hardware.nics, showInterface),
    ...listParts(`${controllerPath}/EthernetInterfaces`, 'EthernetInterface', (bmc) => [{ id: '1', mbps: 1_000, ...(bmc.spec.identity.bmcMac ? { mac: bmc.spec.identity.bmcMac } : {}) }], showInterface),
];
function showInterface(nic, path) {
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
//# sourceMappingURL=interfaces.js.map