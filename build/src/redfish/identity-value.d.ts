/** A value that tells one machine from another, trimmed; `undefined` for what any machine might say. */
export declare function telling(value: string | undefined): string | undefined;
/** In lower case. Vendors give it with and without braces. */
export declare function readUuid(value: string | undefined): string | undefined;
/** Lower case with colons; no address of a group, and none that is all the same digit. */
export declare function readMac(value: string | undefined): string | undefined;
/** Set by software and not by a maker (IEEE 802): two machines may have the same. */
export declare const isLocalMac: (mac: string) => boolean;
