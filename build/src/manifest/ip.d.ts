/** An address as its bytes: 4 of them or 16. An IPv4 address mapped into IPv6 is the IPv4 address. */
export type Ip = readonly number[];
export interface Range {
    readonly base: Ip;
    /** Bits that are fixed. */
    readonly prefix: number;
}
/** Dotted quad or RFC 4291 text, without brackets and zone; null for anything else, also `010.0.0.1` and `10.1`. */
export declare function readIp(text: string): Ip | null;
/** CIDR text with no bit set behind the prefix; null for anything else. */
export declare function readRange(text: string): Range | null;
export declare const contains: ({ base, prefix }: Range, ip: Ip) => boolean;
export declare const isLoopback: (ip: Ip) => boolean;
/** The base that a range with bits behind its prefix was probably meant to have, as text; IPv4 only. */
export declare function tidyRange(text: string): string | null;
