import type { Result } from '../model/result.ts';
import type { Fault } from './fault.ts';
/** The text of a manifest: UTF-8 without a byte order mark, nothing in it that cannot be seen. */
export declare function readText(bytes: Uint8Array): Result<string, {
    readonly text: string;
    readonly fault: Fault;
}>;
