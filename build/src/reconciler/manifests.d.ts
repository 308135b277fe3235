import type { Prior } from '../diff/take-in.ts';
import { Linker } from '../manifest/linker.ts';
import { type ParsedFile } from '../manifest/parse.ts';
import type { Fleet } from '../model/fleet.ts';
import type { CommitId, FacilityName, ObjectId } from '../model/names.ts';
import type { Problem } from '../model/problem.ts';
import { type Result } from '../model/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { Repo, TreeEntry } from '../ports/repo.ts';
/** Parsed files by path and blob id: work is proportional to what a commit changed, not to the size of the fleet. */
export interface ManifestCache {
    readonly parsed: Map<string, Result<ParsedFile, readonly Problem[]>>;
    readonly trees: Map<ObjectId, readonly TreeEntry[]>;
    /** Holds the files of the revision that was linked last, so that the next is linked by what differs. */
    readonly linker: Linker;
    /** What the linker holds: cache keys by path. */
    readonly linked: Map<string, string>;
}
export declare const createManifestCache: (facility: FacilityName) => ManifestCache;
/** Ids of everything in a facility's scope at a commit; equal keys mean equal manifests. Null: it cannot be read here. */
export declare function scopeKey(repo: Repo, cache: ManifestCache, facility: FacilityName, commit: CommitId): Promise<string | null>;
export interface Revision {
    readonly fleet: Result<Fleet, readonly Problem[]>;
    /** What parsed, whatever else is wrong: the source of restraint. */
    readonly files: readonly ParsedFile[];
}
/** Everything in scope at a commit, checked as a whole: one bad file refuses it all (law 4). */
export declare function readRevision(repo: Repo, cache: ManifestCache, clock: Clock, facility: FacilityName, commit: CommitId): Promise<Revision>;
/**
 * Every operation and install id that a machine's manifest ever held, in this commit or any before: what was asked once
 * must not be asked again by a revert. Read once, when memory begins; what the newest commit says of a machine counts.
 */
export declare function everAsked(repo: Repo, cache: ManifestCache, clock: Clock, facility: FacilityName, from: CommitId): Promise<Prior['ever']>;
/** The fleet at a commit that was accepted before; null where its objects are gone or this version refuses it. */
export declare function fleetAt(repo: Repo, cache: ManifestCache, clock: Clock, facility: FacilityName, commit: CommitId): Promise<Fleet | null>;
