import type { Instant, Ticks } from '../model/names.ts';
import type { Clock } from '../ports/clock.ts';
/** What is run goes round in circles. */
export declare class RunawayError extends Error {
}
/**
 * Time that passes only because nothing is left to do before its next moment. Everything that takes time is planned
 * here, so that the same plan gives the same run; after each event all promises run dry before the next one. It tells the
 * true time: the clock of a host may be wrong (`createClock`).
 */
export declare class Kernel {
    #private;
    /** `wall`: what time it is when it begins. `eventsMax`: a run of more events than that goes round in circles. */
    constructor(wall: Instant, eventsMax?: number);
    /** Milliseconds that never go back. */
    get ticks(): Ticks;
    get wall(): Instant;
    /** Events so far: what the run cost. */
    get planned(): number;
    /** Acts `ms` from now; the answer calls it off. */
    after(ms: number, act: () => void): () => void;
    /** Passes `ms`, and lets happen what is due on the way. */
    advance(ms: number): Promise<void>;
    /** Passes as much time as it takes; an error where nothing would ever end it, or not within `limitMs`. */
    until<T>(promise: Promise<T>, limitMs?: number): Promise<T>;
    /** Passes time until it is so, asking after each event; false when it is not within `limitMs`. */
    untilTrue(isSo: () => boolean, limitMs: number): Promise<boolean>;
}
/** The clock of one host: what it shows may be wrong, what it counts is not. */
export interface HostClock extends Clock {
    /** Somebody sets it, or a bad time server does. */
    jump(ms: number): void;
}
export declare function createClock(kernel: Kernel): HostClock;
