import type { ErrorObject } from 'ajv';
import type { Result } from '../model/result.ts';
import type { Kind, Manifest } from './kind.ts';
/**
 * Checks a value against the schema of its kind. Errors come as ajv has them, with the part of the schema (verbose);
 * their number is bounded by the number of nodes in a file.
 */
export declare function validate(kind: Kind, value: unknown): Result<Manifest, readonly ErrorObject[]>;
