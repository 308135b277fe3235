/**
 * How large what people write may be. Each is far above what a fleet needs and far below what would hold up the
 * process: the largest file that is allowed takes tens of milliseconds to read.
 */
export declare const limits: {
    readonly fileBytes: number;
    /** UTF-16 code units in one value. */
    readonly scalarLength: number;
    /** Maps and lists inside one another. */
    readonly depth: 32;
    /** Maps, lists and scalars in one file; keys are not counted. */
    readonly nodes: 10000;
    /** Of the YAML library, which needs some microseconds for each: spaces, line ends and comments count too. */
    readonly tokens: 12000;
    /** A key is a word, not a text. */
    readonly keyLength: 128;
    readonly machineFiles: 200000;
    readonly otherFiles: 20000;
    readonly treeBytes: number;
    /** Listed one by one; the rest is counted. */
    readonly problems: 100;
    readonly valueShown: 80;
};
