import type { Ip } from './ip.ts';
export interface BmcAddress {
    readonly scheme: 'http' | 'https';
    /** Lower case; an IPv6 address in brackets. */
    readonly host: string;
    readonly port: number;
    /** Absent where the host is a name: then its addresses are checked when it is connected to. */
    readonly ip?: Ip;
}
/**
 * `http(s)://host[:port]`; null for anything else: userinfo, path, query, and the numeric forms that some programs read
 * as IPv4 (`10.1`, `0x0a000001`), because two programs would connect to two places.
 */
export declare function readBmcAddress(text: string): BmcAddress | null;
/** As it goes on: without a port that goes without saying. */
export declare function writeBmcAddress({ scheme, host, port }: BmcAddress): string;
export declare const isOnLoopback: ({ host, ip }: BmcAddress) => boolean;
