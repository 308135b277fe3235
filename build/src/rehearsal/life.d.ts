import type { Clock } from '../ports/clock.ts';
import type { Events } from '../ports/events.ts';
/**
 * One run of a program. What it called is answered only while it lives: after its death no promise of it ever settles, so
 * that nothing of it goes on, not even a `finally`, just as with SIGKILL. While it is paused, as by SIGSTOP, answers wait.
 */
export declare class Life {
    #private;
    get isDead(): boolean;
    /** Hands an answer to the program, as soon as it can take it. */
    answer(settle: () => void): void;
    kill(): void;
    pause(): void;
    resume(): void;
    onDeath(mourn: () => void): void;
    /** A clock that wakes nobody who is dead. */
    clock(clock: Clock): Clock;
    events(events: Events): Events;
    /** A call that takes no time of its own. */
    call<T>(make: () => Promise<T>): Promise<T>;
}
