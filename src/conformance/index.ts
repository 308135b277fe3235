/** The public entry `nanometal/conformance`: what every adapter of a port, and every driver of a role, must pass. */

export type { DiskBench } from './disk.ts';
export { diskCases } from './disk.ts';
export { httpCases } from './http.ts';
export { infrastructureCases } from './infrastructure.ts';
export { journalCases } from './journal.ts';
export type { Case } from './suite.ts';
