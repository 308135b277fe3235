import type { Node } from './yaml-node.ts';
/** A limit that was passed; the text need not be looked at again. */
export interface TooMuch {
    readonly kind: 'too-much';
    readonly code: 'yaml-too-deep' | 'yaml-too-many';
    readonly at: number;
}
/**
 * Reads the plain YAML that manifests nearly always are: block maps and lists, scalars and flow collections that end on
 * their line, comments. It is some fifty times as fast as the YAML library, which makes the difference for a
 * fleet of 10,000 machines. Whatever it does not know at once, right or wrong, it leaves to the library: null.
 * What it does read it reads exactly as the library would (a property test holds that).
 */
export declare function readPlainYaml(text: string): Node | TooMuch | null;
