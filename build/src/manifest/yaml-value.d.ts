import type { Fault } from './fault.ts';
import type { Node } from './yaml-node.ts';
export interface Value {
    readonly value: unknown;
    readonly faults: readonly Fault[];
}
/** The value that a tree of nodes means. Maps have no prototype, and no key that would be one elsewhere. */
export declare function readValue(root: Node): Value;
