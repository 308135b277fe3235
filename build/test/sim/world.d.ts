import { Kernel } from '../../src/rehearsal/kernel.ts';
import type { Evidence } from './evidence.ts';
import type { Scenario } from './scenario.ts';
/** Everything around some reconcilers, and the reconcilers in it: what happens, as the scenario has it, is noted down. */
export declare class World {
    #private;
    readonly kernel: Kernel;
    readonly evidence: Evidence;
    constructor(scenario: Scenario);
    /** Starts what is to run, plans what is to happen, and lets it happen. */
    play(): Promise<void>;
    /** Everything that is broken is mended, and people take back what holds machines up. */
    heal(): Promise<void>;
    /** Waits until nothing is under way any more, and the newest commit is in force. */
    settle(limitMs: number): Promise<boolean>;
    /** Whoever always holds would be safe: each machine is asked for one more thing, and it has to happen. */
    askForLast(): void;
    /** A time in which nobody does anything; in some worlds a host that has forgotten everything starts anew in it. */
    rest(ms: number): Promise<void>;
}
