import { type Result } from '../model/result.ts';
import { type Resource } from './fields.ts';
/** A JSON object from an answer's bytes, or why it is none. The reasons hold nothing of the answer. */
export declare function parseResource(body: Uint8Array, depthMax: number): Result<Resource, string>;
