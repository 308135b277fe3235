import type { Machine, MachineClass, Operation } from '../model/fleet.ts';
import type { BiosValue, Identity } from '../model/inventory.ts';
import type { DeclaredOperation, DeclaredPause, MachineClassManifest, MachineManifest } from '../model/manifest.gen.ts';
import type { Digest, Instant, RackName } from '../model/names.ts';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import type { Range } from './ip.ts';
import type { ParsedFile } from './parse.ts';
/** What a machine's manifest refers to. */
export interface Surroundings {
    readonly classes: ReadonlyMap<string, LinkedClass>;
    readonly images: ReadonlySet<string>;
    /** Where BMCs may be; null while the facility's own manifest is not there to say so. */
    readonly bmcRanges: readonly Range[] | null;
}
export interface LinkedClass {
    readonly class: MachineClass;
    readonly bios: Readonly<Record<string, BiosValue>>;
    readonly digest: Digest;
}
export declare function linkClass({ metadata, spec }: MachineClassManifest, digest: Digest): LinkedClass;
/** A machine with its references resolved and its defaults filled in. */
export declare function linkMachine(file: ParsedFile, { metadata, spec }: MachineManifest, rack: RackName, around: Surroundings): Result<Machine, Problem[]>;
type Spec = MachineManifest['spec'];
export declare function linkIdentity({ serial, uuid, chassisSerial, bmcMac }: NonNullable<Spec['identity']>): Identity;
export declare function linkOperation({ id, verb, notAfter, boot, indicator, disks }: DeclaredOperation): Operation;
/** The image counts by its name: a newer file behind it does not make a consent that is spent another one. */
export declare function linkInstall({ id, image, disk, overwrite, ready }: NonNullable<Spec['install']>): {
    id: string;
    image: string;
    spec: string;
};
export declare function linkPause({ reason, until }: DeclaredPause): {
    readonly reason: string;
    readonly until?: Instant;
};
export {};
