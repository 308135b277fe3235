import type { Instant } from '../model/names.ts';
/** The only time there is. */
export interface Clock {
    /** Wall clock; may jump. For people, files and windows. */
    now(): Instant;
    /** Milliseconds that never go back; for deadlines. */
    monotonic(): number;
    /** Ends after `ms`, or early when `signal` aborts; never rejects. */
    sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
