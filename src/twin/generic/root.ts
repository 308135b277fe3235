import type { JsonObject } from '../json.ts';
import type { Route } from '../route.ts';
import { sessionsPath } from '../session.ts';
import { link } from './collection.ts';
import { root } from './paths.ts';

const services = {
  Systems: `${root}/Systems`,
  Chassis: `${root}/Chassis`,
  Managers: `${root}/Managers`,
  SessionService: `${root}/SessionService`,
  AccountService: `${root}/AccountService`,
  // The schema's name for the link differs from that of the service.
  Tasks: `${root}/TaskService`,
  UpdateService: `${root}/UpdateService`,
};

const serviceRoot: JsonObject = {
  '@odata.id': root,
  '@odata.type': '#ServiceRoot.v1_15_0.ServiceRoot',
  Id: 'RootService',
  Name: 'Root service',
  RedfishVersion: '1.18.0',
  Product: 'nanometal twin',
  ProtocolFeaturesSupported: {
    ExcerptQuery: false,
    FilterQuery: false,
    OnlyMemberQuery: false,
    SelectQuery: false,
    ExpandQuery: { ExpandAll: false, Levels: false, Links: false, NoLinks: false },
  },
  ...Object.fromEntries(Object.entries(services).map(([name, path]) => [name, link(path)])),
  Links: { Sessions: link(sessionsPath) },
};

const serviceDocument: JsonObject = {
  '@odata.context': `${root}/$metadata`,
  value: [
    { name: 'Service', kind: 'Singleton', url: root },
    ...Object.entries(services).map(([name, url]) => ({ name, kind: 'Singleton', url })),
  ],
};

const schemas = [
  'ServiceRoot.v1_15_0',
  'ComputerSystem.v1_20_0',
  'Bios.v1_2_1',
  'Processor.v1_18_0',
  'Memory.v1_17_0',
  'Storage.v1_15_0',
  'Drive.v1_17_0',
  'SimpleStorage.v1_3_1',
  'EthernetInterface.v1_9_0',
  'Chassis.v1_23_0',
  'Power.v1_7_1',
  'Thermal.v1_7_1',
  'Manager.v1_18_0',
  'VirtualMedia.v1_6_1',
  'SessionService.v1_1_8',
  'Session.v1_6_0',
  'AccountService.v1_13_0',
  'ManagerAccount.v1_11_0',
  'Role.v1_3_1',
  'TaskService.v1_2_0',
  'Task.v1_7_2',
  'UpdateService.v1_11_1',
  'SoftwareInventory.v1_9_0',
];

/** The OData metadata document: which schemas are in use, and where DMTF publishes them. */
const metadata = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.0">',
  ...schemas.map((schema) => {
    const name = schema.split('.', 1)[0];
    return (
      `  <edmx:Reference Uri="http://redfish.dmtf.org/schemas/v1/${name}_v1.xml">` +
      `<edmx:Include Namespace="${name}"/><edmx:Include Namespace="${schema}"/></edmx:Reference>`
    );
  }),
  '  <edmx:DataServices>',
  '    <Schema xmlns="http://docs.oasis-open.org/odata/ns/edm" Namespace="Service">',
  '      <EntityContainer Name="Service" Extends="ServiceRoot.v1_15_0.ServiceContainer"/>',
  '    </Schema>',
  '  </edmx:DataServices>',
  '</edmx:Edmx>',
  '',
].join('\n');

/** What may be read without login. */
export const rootRoutes: readonly Route[] = [
  { pattern: '/redfish', open: true, get: () => ({ v1: `${root}/` }) },
  { pattern: root, open: true, get: () => serviceRoot },
  { pattern: `${root}/odata`, open: true, get: () => serviceDocument },
  { pattern: `${root}/$metadata`, open: true, text: { type: 'application/xml; charset=utf-8', body: metadata } },
];
