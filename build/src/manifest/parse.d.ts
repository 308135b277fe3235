import type { Digest } from '../model/names.ts';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import type { Manifest } from './kind.ts';
import type { Place } from './lines.ts';
/** One file that is right by itself. Plain data: it may be written as JSON and read back. */
export interface ParsedFile {
    readonly path: string;
    readonly manifest: Manifest;
    /** Of the manifest's meaning: comments, order and style do not matter. */
    readonly digest: Digest;
    /** By JSON Pointer: the fields that can turn out wrong only beside other files. */
    readonly places: Readonly<Record<string, Place>>;
}
/** Depends on nothing but its arguments, so that the result can be kept by path and blob id. */
export declare function parseFile(path: string, bytes: Uint8Array): Result<ParsedFile, Problem[]>;
