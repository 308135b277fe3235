import type { Result } from '../model/result.ts';
import type { Fault } from './fault.ts';
import type { Node } from './yaml-node.ts';
/** The YAML of one manifest: the quick reader first, the library for whatever that one does not know. */
export declare function readYaml(text: string): Result<Node, Fault[]>;
