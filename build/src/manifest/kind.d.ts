import type { FacilityManifest, FleetManifest, ImageManifest, MachineClassManifest, MachineManifest } from '../model/manifest.gen.ts';
/** What one file declares, as the schemas describe it. */
export type Manifest = FleetManifest | FacilityManifest | MachineClassManifest | ImageManifest | MachineManifest;
export declare const kinds: readonly ["Fleet", "Facility", "MachineClass", "Image", "Machine"];
export type Kind = (typeof kinds)[number];
/** Named in the design and not known to this version. */
export declare const laterKinds: readonly ["Component", "Discovery", "ControlPlane", "MachinePool", "Cluster", "Approval"];
export declare const isKind: (word: string) => word is Kind;
