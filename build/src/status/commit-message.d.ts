import type { Digest, FacilityName } from '../model/names.ts';
/** `intent`: before anything is sent. `outcome`: what came of it. `observation`: what was seen. */
export type CommitKind = 'intent' | 'outcome' | 'observation' | 'lease';
export interface CommitMessage {
    readonly facility: FacilityName;
    /** For people, without the facility: "power off ams1-r01-u02". */
    readonly subject: string;
    readonly kind: CommitKind;
    /** In order; a name may come again (`Grant`). */
    readonly trailers: readonly (readonly [string, string])[];
}
/** Subject, empty line, trailers as `git interpret-trailers` reads them. */
export declare function renderMessage({ facility, subject, kind, trailers }: CommitMessage): string;
/** The trailers of the last paragraph, values by name; empty where it holds anything but trailers. */
export declare function parseTrailers(message: string): ReadonlyMap<string, readonly string[]>;
export interface GrantLine {
    readonly grant: Digest;
    readonly verb: string;
    readonly machine: string;
}
export declare const grantTrailer: ({ grant, verb, machine }: GrantLine) => readonly [string, string];
/** Up to three names, then a count: "a, b, c and 9 more". */
export declare function enumerate(names: readonly string[]): string;
