import type { Plan } from '../model/plan.ts';
import type { Knowledge, Tools } from './knowledge.ts';
import type { Pass } from './reconcile.ts';
/** Publishes what there is to say, at once or gathered, and says when to look again. */
export declare function flush(tools: Tools, known: Knowledge, plan: Plan | null): Promise<Pass>;
