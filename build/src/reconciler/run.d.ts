import type { Ports, Settings } from './knowledge.ts';
/** How a run ended, for the exit code. */
export type RunEnd = {
    readonly kind: 'stopped';
} | {
    readonly kind: 'settled';
    readonly failures: number;
    readonly rejected: boolean;
} | {
    readonly kind: 'timeout';
    readonly why: string;
};
/** Passes until stopped; with `once` until settled, or until `timeoutMs` is over. */
export declare function run(ports: Ports, settings: Settings, timeoutMs: number, stop: AbortSignal): Promise<RunEnd>;
