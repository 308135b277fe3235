import type { Policy } from '../model/fleet.ts';
import type { FacilityManifest, FleetManifest } from '../model/manifest.gen.ts';
/** What the facility says, else the fleet, else the defaults that the schemas name. */
export declare function linkPolicy(fleet: FleetManifest, facility: FacilityManifest): Policy;
