import type { Evidence } from './evidence.ts';
import { type Ledger } from './ledger.ts';
import type { Scenario } from './scenario.ts';
export interface Broken {
    readonly law: number;
    readonly why: string;
}
/** What came of one run. */
export interface Verdict {
    readonly broken: readonly Broken[];
    readonly evidence: Evidence;
    readonly ledger: Ledger;
    /** Over everything that the hardware received and every ref that moved: equal digests, equal runs. */
    readonly digest: string;
    /** Events of the kernel: what it cost. */
    readonly events: number;
}
/** Plays a scenario to its end, and holds it against the laws; `only`: one of them. */
export declare function runScenario(scenario: Scenario, only?: number): Promise<Verdict>;
