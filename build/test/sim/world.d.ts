import type { Call } from '../../src/rehearsal/fate.ts';
import { type Host, type Process } from '../../src/rehearsal/host.ts';
import type { Station } from '../../src/rehearsal/http.ts';
import { Kernel } from '../../src/rehearsal/kernel.ts';
import { type Remote } from '../../src/rehearsal/repo.ts';
import type { Evidence } from './evidence.ts';
import { type Change, type Wish } from './people.ts';
import type { Act, Scenario } from './scenario.ts';
export declare const main = "refs/heads/main";
export declare const statusRef = "refs/heads/status/ams1";
export declare const leaseRef = "refs/nanometal/lease/ams1";
/** Unlike any word that could stand anywhere by chance. */
export declare const password = "Xyzzy-plugh-3141";
/** What the operator has in the file while somebody has not yet changed it. */
export declare const wrongPassword = "Wrong-horse-2718";
interface Watched {
    readonly host: Host;
    process: Process | null;
    /** Its supervisor starts it again, unless it is not to run. */
    mayRun: boolean;
    /** Writing calls until it dies; null: it lives. */
    doom: {
        calls: number;
        readonly when: 'before' | 'after';
        readonly reboots: boolean;
        readonly downMs: number;
        readonly atReads: boolean;
        readonly only?: Call['port'];
        readonly again?: number;
    } | null;
}
/** Everything around some reconcilers: a Git host with people, racks, and what goes wrong. */
export declare class World {
    #private;
    readonly kernel: Kernel;
    readonly remote: Remote;
    readonly evidence: Evidence;
    readonly stations: Station[];
    readonly hosts: Watched[];
    constructor(scenario: Scenario);
    /** Files of the facility as people want it, as one commit on what main is now. */
    commitWish(wish: Wish): string;
    commit(one: Change): string;
    get wish(): Wish;
    /** Starts what is to run, plans what is to happen, and lets it happen. */
    play(): Promise<void>;
    start(watched: Watched): void;
    act(act: Act): void;
    /** Everything that is broken is mended, and people take back what holds machines up. */
    heal(): Promise<void>;
    /** Whoever always holds would be safe: each machine is asked for one more thing, and it has to happen. */
    askForLast(): void;
    /** Waits until nothing is under way any more, and the newest commit is in force. */
    settle(limitMs: number): Promise<boolean>;
    /** Hours in which nobody does anything; then a host that has forgotten everything starts anew, in some worlds. */
    rest(ms: number): Promise<void>;
    /** One JSON file of the status branch as it is now. */
    file(path: string): unknown;
}
/** A file of a commit; undefined where there is none. */
export declare function readJson(objects: Remote['objects'], commit: string | null, path: string): unknown;
export declare function readText(objects: Remote['objects'], commit: string | null, path: string): string | undefined;
export {};
