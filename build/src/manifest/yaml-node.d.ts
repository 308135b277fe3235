/** What a YAML text says, with places; both readers give this. */
export type Node = ScalarNode | ListNode | MapNode;
export interface ScalarNode {
    readonly kind: 'scalar';
    /** Offset into the text. */
    readonly at: number;
    readonly text: string;
    /** Written without quotes, so that it may mean null, a boolean or a number. */
    readonly plain: boolean;
}
export interface ListNode {
    readonly kind: 'list';
    readonly at: number;
    readonly items: readonly Node[];
}
export interface MapNode {
    readonly kind: 'map';
    readonly at: number;
    readonly entries: readonly Entry[];
}
export interface Entry {
    readonly key: string;
    /** Where the key stands. */
    readonly at: number;
    readonly value: Node;
}
export interface Found {
    readonly node: Node;
    /** Where to point people: at a scalar, else at the key. */
    readonly at: number;
}
/** The node that a JSON Pointer names. Null: it is not there. */
export declare const nodeAt: (root: Node, pointer: string) => Found | null;
export declare function nodeUnder(root: Node, segments: readonly string[]): Found | null;
/** Where the key of a field stands. */
export declare function keyAt(root: Node, pointer: string, field: string): number | undefined;
/** RFC 6901. */
export declare const segmentsOf: (pointer: string) => string[];
export declare const pointerTo: (pointer: string, segment: string | number) => string;
