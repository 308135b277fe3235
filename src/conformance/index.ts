/** The public entry `nanometal/conformance`: what every adapter of a port, and every driver of a role, must pass. */
export type { Case } from './suite.ts';
