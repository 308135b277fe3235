import type { Steps } from '../model/steps.ts';
import type { Clock } from '../ports/clock.ts';
/** Called between two pieces of work: lets everything else that is due go first, when it has waited long enough. */
export declare function turns(clock: Clock): () => Promise<void>;
/** Runs steps to their end, with a turn for others now and then. */
export declare function unhurried<T>(steps: Steps<T>, clock: Clock): Promise<T>;
