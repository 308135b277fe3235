import type { Events } from '../ports/events.ts';
import type { Repo } from '../ports/repo.ts';
import type { Secrets } from '../ports/secrets.ts';
import type { Settings } from '../reconciler/knowledge.ts';
import { type RunEnd } from '../reconciler/run.ts';
import { type DiskContent } from './disk.ts';
import type { Fates } from './fate.ts';
import { type Network } from './http.ts';
import { type HostClock, type Kernel } from './kernel.ts';
import { Life } from './life.ts';
import type { Objects } from './objects.ts';
import { type Remote } from './repo.ts';
/** A host that runs nanometal: what outlives its processes. */
export interface Host {
    readonly name: string;
    /** Another one after each start of its kernel. */
    bootId: string;
    readonly disk: DiskContent;
    /** Its clone of the repository. */
    readonly clone: Objects;
    readonly clock: HostClock;
    /** Processes so far. */
    processes: number;
}
export declare const createHost: (name: string, kernel: Kernel) => Host;
/** One run of nanometal. */
export interface Process {
    readonly life: Life;
    readonly end: Promise<RunEnd>;
    /** As by SIGTERM: it may finish what it is at. */
    stop(): void;
}
/** Everything outside of a process. */
export interface Surroundings {
    readonly kernel: Kernel;
    readonly remote: Remote;
    readonly network: Network;
    readonly secrets: Secrets;
    readonly fates: Fates;
    readonly events: Events;
    readonly seed: number;
    /** Whoever waits is told when a ref moved, as by a file watch; the answer ends it. */
    readonly onMove: (tell: () => void) => () => void;
    /** At the Git host; for those who watch. */
    readonly watched?: (repo: Repo) => Repo;
}
/** The production reconciler, driver, Redfish client and journal; only what is outside of them is simulated. */
export declare function startProcess(host: Host, settings: Settings, around: Surroundings): Process;
