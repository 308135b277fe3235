import type { Tree } from './bmc.ts';

const at = (path: string): { '@odata.id': string } => ({ '@odata.id': path });
const collection = (path: string, members: readonly string[]) => ({
  '@odata.id': path,
  Members: members.map((id) => at(`${path}/${id}`)),
  'Members@odata.count': members.length,
});
const root = '/redfish/v1';
export const systemPath = `${root}/Systems/1`;
export const managerPath = `${root}/Managers/1`;
const mediaPath = `${managerPath}/VirtualMedia`;
export const cdPath = `${mediaPath}/Cd`;

/** A small machine in the words of DMTF's public schemas, with everything that the driver looks at. */
export const machine: Tree = {
  [root]: {
    '@odata.id': `${root}/`,
    Id: 'RootService',
    RedfishVersion: '1.15.0',
    Systems: at(`${root}/Systems`),
    Managers: at(`${root}/Managers`),
    Chassis: at(`${root}/Chassis`),
    Tasks: at(`${root}/TaskService`),
    UpdateService: at(`${root}/UpdateService`),
    Links: { Sessions: at(`${root}/SessionService/Sessions`) },
  },
  [`${root}/Systems`]: collection(`${root}/Systems`, ['1']),
  [systemPath]: {
    '@odata.id': systemPath,
    '@odata.etag': 'W/"sys-1"',
    Id: '1',
    Manufacturer: 'Contoso',
    Model: '3500',
    SKU: '8675309',
    SerialNumber: '437XR1138R2',
    UUID: '38947555-7742-3448-3784-823347823834',
    BiosVersion: '1.2.3',
    PowerState: 'On',
    LastResetTime: '2026-11-20T08:00:00Z',
    BootProgress: { LastState: 'OSRunning' },
    LocationIndicatorActive: false,
    Boot: {
      BootSourceOverrideEnabled: 'Disabled',
      BootSourceOverrideTarget: 'None',
      BootSourceOverrideMode: 'UEFI',
      'BootSourceOverrideTarget@Redfish.AllowableValues': ['None', 'Pxe', 'Cd', 'Hdd', 'UefiHttp'],
      HttpBootUri: null,
    },
    Bios: at(`${systemPath}/Bios`),
    Processors: at(`${systemPath}/Processors`),
    Memory: at(`${systemPath}/Memory`),
    Storage: at(`${systemPath}/Storage`),
    EthernetInterfaces: at(`${systemPath}/EthernetInterfaces`),
    Links: { Chassis: [at(`${root}/Chassis/1`)], ManagedBy: [at(managerPath)] },
    Actions: {
      '#ComputerSystem.Reset': {
        target: `${systemPath}/Actions/ComputerSystem.Reset`,
        'ResetType@Redfish.AllowableValues': [
          'On',
          'ForceOff',
          'GracefulShutdown',
          'GracefulRestart',
          'ForceRestart',
          'PowerCycle',
        ],
      },
    },
  },
  [`${systemPath}/Bios`]: {
    '@odata.id': `${systemPath}/Bios`,
    Attributes: { LogicalProc: 'Enabled', BootMode: 'Uefi', Threads: 2, Quiet: true },
    '@Redfish.Settings': { SettingsObject: at(`${systemPath}/Bios/Settings`), SupportedApplyTimes: ['OnReset'] },
  },
  [`${systemPath}/Bios/Settings`]: {
    '@odata.id': `${systemPath}/Bios/Settings`,
    '@odata.etag': '"bios-1"',
    Attributes: {},
  },
  [`${systemPath}/Processors`]: collection(`${systemPath}/Processors`, ['CPU1']),
  [`${systemPath}/Processors/CPU1`]: { Id: 'CPU1', ProcessorType: 'CPU', Model: 'X', TotalCores: 8, TotalThreads: 16 },
  [`${systemPath}/Memory`]: collection(`${systemPath}/Memory`, ['A1', 'A2']),
  [`${systemPath}/Memory/A1`]: { Id: 'A1', CapacityMiB: 16_384, SerialNumber: 'M1', PartNumber: 'P1' },
  [`${systemPath}/Memory/A2`]: { Id: 'A2', Status: { State: 'Absent' } },
  [`${systemPath}/Storage`]: collection(`${systemPath}/Storage`, ['S1']),
  [`${systemPath}/Storage/S1`]: { Id: 'S1', Drives: [at(`${systemPath}/Storage/S1/Drives/0`)] },
  [`${systemPath}/Storage/S1/Drives/0`]: {
    '@odata.id': `${systemPath}/Storage/S1/Drives/0`,
    Id: '0',
    Model: 'Disk',
    SerialNumber: 'S4X0NA0R',
    CapacityBytes: 480_103_981_056,
    MediaType: 'SSD',
    Protocol: 'SATA',
    Identifiers: [{ DurableName: '50:02:53:8E:00:00:00:01', DurableNameFormat: 'NAA' }],
  },
  [`${systemPath}/EthernetInterfaces`]: collection(`${systemPath}/EthernetInterfaces`, ['N1', 'ToManager']),
  [`${systemPath}/EthernetInterfaces/N1`]: { Id: 'N1', MACAddress: 'AA:BB:CC:00:00:01', SpeedMbps: 25_000 },
  [`${systemPath}/EthernetInterfaces/ToManager`]: { Id: 'ToManager', MACAddress: 'AA:BB:CC:00:00:02' },
  [`${root}/Chassis/1`]: { Id: '1', SerialNumber: 'CH-42' },
  [`${root}/Managers`]: collection(`${root}/Managers`, ['1']),
  [managerPath]: {
    '@odata.id': managerPath,
    Id: '1',
    ManagerType: 'BMC',
    UUID: '58893887-8974-2487-2389-841168418919',
    FirmwareVersion: '4.4.6521',
    LastResetTime: '2026-11-01T00:00:00Z',
    EthernetInterfaces: at(`${managerPath}/EthernetInterfaces`),
    VirtualMedia: at(mediaPath),
    Actions: {
      '#Manager.Reset': {
        target: `${managerPath}/Actions/Manager.Reset`,
        'ResetType@Redfish.AllowableValues': ['ForceRestart', 'GracefulRestart'],
      },
    },
  },
  [`${managerPath}/EthernetInterfaces`]: collection(`${managerPath}/EthernetInterfaces`, ['1']),
  [`${managerPath}/EthernetInterfaces/1`]: { Id: '1', MACAddress: 'D8:5E:D3:00:00:01', InterfaceEnabled: true },
  [mediaPath]: collection(mediaPath, ['Usb', 'Cd']),
  [`${mediaPath}/Usb`]: {
    '@odata.id': `${mediaPath}/Usb`,
    Id: 'Usb',
    MediaTypes: ['USBStick'],
    Image: null,
    Inserted: false,
    Actions: { '#VirtualMedia.InsertMedia': { target: `${mediaPath}/Usb/Actions/VirtualMedia.InsertMedia` } },
  },
  [cdPath]: {
    '@odata.id': cdPath,
    '@odata.etag': 'W/"cd-1"',
    Id: 'Cd',
    MediaTypes: ['CD', 'DVD'],
    Image: null,
    Inserted: false,
    Actions: {
      '#VirtualMedia.InsertMedia': { target: `${cdPath}/Actions/VirtualMedia.InsertMedia` },
      '#VirtualMedia.EjectMedia': { target: `${cdPath}/Actions/VirtualMedia.EjectMedia` },
    },
  },
  [`${root}/TaskService`]: { Id: 'TaskService', Tasks: at(`${root}/TaskService/Tasks`) },
  [`${root}/TaskService/Tasks`]: collection(`${root}/TaskService/Tasks`, []),
  [`${root}/UpdateService`]: { Id: 'UpdateService', FirmwareInventory: at(`${root}/UpdateService/FirmwareInventory`) },
  [`${root}/UpdateService/FirmwareInventory`]: collection(`${root}/UpdateService/FirmwareInventory`, ['BMC', 'Slot']),
  [`${root}/UpdateService/FirmwareInventory/BMC`]: { Id: 'BMC', Version: '4.4.6521' },
  [`${root}/UpdateService/FirmwareInventory/Slot`]: { Id: 'Slot', Version: '--' },
};

/** The same tree with some resources laid over, property by property; `null` takes one away. */
export function altered(tree: Tree, changes: Readonly<Record<string, object | null>>): Tree {
  const result: Record<string, unknown> = { ...tree };
  for (const [path, change] of Object.entries(changes)) {
    const before = result[path];
    if (change === null) delete result[path];
    else result[path] = typeof before === 'object' && before !== null ? { ...before, ...change } : change;
  }
  return result;
}

/** Another machine at the same address. */
export const otherMachine: Tree = altered(machine, {
  [systemPath]: { SerialNumber: 'OTHER-1', UUID: '11111111-2222-3333-4444-555555555555' },
  [`${root}/Chassis/1`]: { SerialNumber: 'CH-43' },
  [`${managerPath}/EthernetInterfaces/1`]: { MACAddress: 'D8:5E:D3:00:00:02' },
});
