import type { ErrorObject } from 'ajv';
import type { Fault } from './fault.ts';
import type { Node } from './yaml-node.ts';
/** What the schema found wrong, in words for whoever wrote the file; at most as many as are shown. */
export declare function explain(root: Node, errors: readonly ErrorObject[]): Fault[];
