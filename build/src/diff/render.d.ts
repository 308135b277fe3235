import type { Arguments, Plan } from '../model/plan.ts';
/** The plan as a person reads it, in lines of at most 80 columns where words allow. */
export declare function renderPlan(plan: Plan, title: string): string;
/** The same for a pull request. */
export declare function renderPlanMarkdown(plan: Plan, title: string): string;
/** The same for programs; keys in the order of reading, no time in it. */
export declare const planJson: (plan: Plan) => object;
export declare function sentence(args: Arguments): string;
