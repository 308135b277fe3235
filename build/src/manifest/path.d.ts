import type { FacilityName, RackName } from '../model/names.ts';
import type { Kind } from './kind.ts';
/** What a path in the fleet repo says about the file that lies there (design §3). */
export type ManifestPath = {
    readonly kind: 'Fleet';
} | {
    readonly kind: 'MachineClass' | 'Image';
    readonly name: string;
} | {
    readonly kind: 'Facility';
    readonly facility: FacilityName;
    readonly name: string;
} | {
    readonly kind: 'Machine';
    readonly facility: FacilityName;
    readonly rack: RackName;
    readonly name: string;
}
/** Encrypted, never parsed here. */
 | {
    readonly kind: 'secret';
    readonly facility: FacilityName;
    readonly name: string;
};
/** Null: nothing that we know of has its place there. */
export declare function readPath(path: string): ManifestPath | null;
/** A file that `parseFile` takes. */
export declare function isManifestPath(path: string): boolean;
/** Where an object of this kind lies, for people. */
export declare const homeOf: Readonly<Record<Kind, string>>;
