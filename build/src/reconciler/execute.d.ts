import type { Action } from '../model/plan.ts';
import type { Accepted, Knowledge, Tools } from './knowledge.ts';
/**
 * Carries out what is recorded: one request a machine, no choices left. The head, the lease and the status branch are
 * read again first; then, machine by machine, a fresh look, `SENT` on disk, and the one request. It waits some seconds for
 * the answers; a BMC that takes longer delays nobody, and its answer lands in a later pass. What came of a request is
 * seen by later looks; only what surely did not happen ends here.
 */
export declare function execute(tools: Tools, known: Knowledge, accepted: Accepted, ready: readonly Action[], signal: AbortSignal): Promise<Knowledge>;
/** What has come back since is taken in; what is still out is marked as such, so that its end is not guessed. */
export declare function land(tools: Tools, known: Knowledge): Knowledge;
