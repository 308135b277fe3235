/** The public names of nanometal as a library. */
export type * from './model/fleet.ts';
export type * from './model/inventory.ts';
export type * from './model/plan.ts';
export type * from './model/problem.ts';
export type * from './model/status.ts';
