import type { Result } from '../model/result.ts';
import type { Fault } from './fault.ts';
import type { Node } from './yaml-node.ts';
/** Reads any YAML 1.2 that we take, and says what is wrong with any other. */
export declare function readFullYaml(text: string): Result<Node, Fault[]>;
export declare const tooMany: (at: number) => Fault;
