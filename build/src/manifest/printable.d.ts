/** Text made safe to print: whatever could move a cursor, reorder or hide text is shown as its code point. */
export declare const printable: (text: string) => string;
/** Names and paths are ASCII; what is not is shown as code points, so that look-alikes are seen. */
export declare function printablePath(path: string): string;
/** A value as it is shown in a problem: one line, at most 80 characters, without the userinfo of a URL. */
export declare function shown(value: string): string;
