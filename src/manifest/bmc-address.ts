import type { Ip } from './ip.ts';
import { isLoopback, readIp } from './ip.ts';

export interface BmcAddress {
  readonly scheme: 'http' | 'https';
  /** Lower case; an IPv6 address in brackets. */
  readonly host: string;
  readonly port: number;
  /** Absent where the host is a name: then its addresses are checked when it is connected to. */
  readonly ip?: Ip;
}

const pattern = /^(https?):\/\/(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9.-]+)(?::([1-9][0-9]{0,4}))?\/?$/;
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * `http(s)://host[:port]`; null for anything else: userinfo, path, query, and the numeric forms that some programs read
 * as IPv4 (`10.1`, `0x0a000001`), because two programs would connect to two places.
 */
export function readBmcAddress(text: string): BmcAddress | null {
  const [, scheme, hostText, portText] = pattern.exec(text) ?? [];
  if (hostText === undefined || (scheme !== 'http' && scheme !== 'https')) return null;
  const port = portText === undefined ? (scheme === 'https' ? 443 : 80) : Number(portText);
  if (port > 65_535) return null;
  const host = hostText.toLowerCase();
  const ip = readIp(host.replace(/^\[|\]$/g, ''));
  if (ip !== null) return { scheme, host, port, ip };
  return isName(host) ? { scheme, host, port } : null;
}

function isName(host: string): boolean {
  const labels = host.split('.');
  const last = labels.at(-1) ?? '';
  return host.length <= 253 && labels.every((part) => label.test(part)) && !/^(?:[0-9]+|0x[0-9a-f]*)$/.test(last);
}

/** As it goes on: without a port that goes without saying. */
export function writeBmcAddress({ scheme, host, port }: BmcAddress): string {
  const usual = scheme === 'https' ? 443 : 80;
  return `${scheme}://${host}${port === usual ? '' : `:${port}`}`;
}

export const isOnLoopback = ({ host, ip }: BmcAddress): boolean =>
  ip === undefined ? host === 'localhost' : isLoopback(ip);

/** `host` or `host:port` as a sweep asks it, however it was written: the port of https goes without saying. */
export function placeOf(address: string): string {
  const read = readBmcAddress(/^https?:\/\//.test(address) ? address : `https://${address}`);
  if (read === null) return address;
  return `${read.host}${read.port === 443 ? '' : `:${read.port}`}`;
}
