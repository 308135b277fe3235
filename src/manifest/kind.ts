import type {
  ClusterManifest,
  ComponentManifest,
  ControlPlaneManifest,
  DiscoveryManifest,
  FacilityManifest,
  FleetManifest,
  ImageManifest,
  MachineClassManifest,
  MachineManifest,
} from '../model/manifest.gen.ts';

/** What one file declares, as the schemas describe it. */
export type Manifest =
  | FleetManifest
  | FacilityManifest
  | DiscoveryManifest
  | MachineClassManifest
  | ImageManifest
  | MachineManifest
  | ClusterManifest
  | ComponentManifest
  | ControlPlaneManifest;

export const kinds = [
  'Fleet',
  'Facility',
  'Discovery',
  'MachineClass',
  'Image',
  'Machine',
  'Cluster',
  'Component',
  'ControlPlane',
] as const;
export type Kind = (typeof kinds)[number];

/** Named in the design and not known to this version. */
export const laterKinds = ['MachinePool', 'Approval'] as const;

export const isKind = (word: string): word is Kind => kinds.some((kind) => kind === word);
