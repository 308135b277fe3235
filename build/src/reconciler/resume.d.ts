import type { Open } from '../model/memory.ts';
import type { Digest, MachineName } from '../model/names.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Journaled } from '../ports/journal.ts';
import { type Knowledge, type Tools } from './knowledge.ts';
import { type Refs } from './read.ts';
/**
 * What is known when a process begins: out of the status branch, the journal of this host, and the lease as a second
 * witness. Where they disagree, the one that remembers more wins; where all is lost, nothing is repeated (design §4).
 */
export declare function resume(tools: Tools, refs: Refs): Promise<Knowledge>;
interface Entry {
    readonly machine: MachineName;
    readonly open: Open;
    readonly bootId: string;
    readonly sent: boolean;
    readonly answered: boolean;
    readonly outcome: Outcome | null;
}
/** The journal by grant: what each intent came to, as far as this host knows. */
export declare function journalEntries(records: readonly Journaled[]): ReadonlyMap<Digest, Entry>;
export {};
