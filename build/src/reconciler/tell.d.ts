import type { Plan } from '../model/plan.ts';
import type { Status } from '../model/status.ts';
import type { Steps } from '../model/steps.ts';
import type { Knowledge, Tools } from './knowledge.ts';
/** Everything that is to be said now; whether it differs from what was said is for publish.ts to see. */
export declare function statusOf(tools: Tools, known: Knowledge, plan: Plan | null): Promise<Status>;
/** Takes the newest looks into what is published of reachability and hardware: only what two looks agree on. */
export declare function settle(tools: Tools, known: Knowledge): Steps<Knowledge>;
