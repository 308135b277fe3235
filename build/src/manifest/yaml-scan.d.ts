import type { Fault } from './fault.ts';
/**
 * A look at the tokens before the YAML library builds anything: it stops at the first thing that is not taken and at
 * the limits, so that a hostile text costs no more than some milliseconds. The lexer is linear and does not recurse.
 */
export declare function scanTokens(text: string): Fault | null;
export declare const tooDeep: (at: number) => Fault;
