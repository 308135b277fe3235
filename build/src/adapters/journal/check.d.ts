import type { Journaled } from '../../ports/journal.ts';
import { type Check } from './shape.ts';
/** What one line of the journal holds. */
export declare const isJournaled: Check<Journaled>;
