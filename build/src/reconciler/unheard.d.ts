import { type Tools } from './knowledge.ts';
import type { Refs } from './read.ts';
/**
 * A facility that no manifest, no status and no lease knows: most likely a slip of the hand, for which nothing should be
 * left behind in the repository. The words are for people; null: it is known.
 */
export declare function unheardOf({ settings, fleetRepo }: Tools, refs: Refs): Promise<string | null>;
