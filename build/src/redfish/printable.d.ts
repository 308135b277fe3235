import { type Resource } from './fields.ts';
/** One line of printable ASCII: what a BMC says ends up in logs, terminals and commits. */
export declare function printable(words: string, lengthMax: number): string;
/** A name, version or state as it may be shown and kept; `undefined` where nothing is left of it. */
export declare function label(resource: Resource | undefined, name: string): string | undefined;
