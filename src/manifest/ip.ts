/** An address as its bytes: 4 of them or 16. An IPv4 address mapped into IPv6 is the IPv4 address. */
export type Ip = readonly number[];

export interface Range {
  readonly base: Ip;
  /** Bits that are fixed. */
  readonly prefix: number;
}

/** Dotted quad or RFC 4291 text, without brackets and zone; null for anything else, also `010.0.0.1` and `10.1`. */
export function readIp(text: string): Ip | null {
  return text.includes(':') ? readIpv6(text) : readIpv4(text);
}

const quad = /^(0|[1-9][0-9]{0,2})\.(0|[1-9][0-9]{0,2})\.(0|[1-9][0-9]{0,2})\.(0|[1-9][0-9]{0,2})$/;

function readIpv4(text: string): Ip | null {
  const numbers = quad.exec(text)?.slice(1).map(Number);
  return numbers?.every((number) => number <= 255) ? numbers : null;
}

function readIpv6(text: string): Ip | null {
  if (text.length > 45) return null;
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const [left, right] = halves.map(readGroups);
  if (left === undefined || left === null || right === null) return null;
  const missing = 16 - left.length - (right?.length ?? 0);
  if (right === undefined ? missing !== 0 : missing < 2) return null;
  const bytes = [...left, ...new Array<number>(missing).fill(0), ...(right ?? [])];
  const mapped = bytes.slice(0, 10).every((byte) => byte === 0) && bytes[10] === 0xff && bytes[11] === 0xff;
  return mapped ? bytes.slice(12) : bytes;
}

/** `fd00:1` or `ffff:10.0.0.1` as bytes; empty text is no bytes. */
function readGroups(text: string): number[] | null {
  if (text === '') return [];
  const groups = text.split(':');
  const last = groups.at(-1) ?? '';
  const dotted = last.includes('.') ? readIpv4(last) : [];
  if (dotted === null) return null;
  const hex = dotted.length > 0 ? groups.slice(0, -1) : groups;
  if (!hex.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return null;
  return [...hex.map((group) => Number.parseInt(group, 16)).flatMap((group) => [group >> 8, group & 0xff]), ...dotted];
}

/** CIDR text with no bit set behind the prefix; null for anything else. */
export function readRange(text: string): Range | null {
  const [address = '', bits = '', ...more] = text.split('/');
  const base = readIp(address);
  if (base === null || more.length > 0 || !/^(?:0|[1-9][0-9]{0,2})$/.test(bits)) return null;
  const prefix = Number(bits);
  // A mapped range would have a prefix that counts other bits than those of its base.
  if (prefix > base.length * 8 || (address.includes(':') && base.length === 4)) return null;
  return base.every((byte, index) => (byte & ~maskOf(prefix, index) & 0xff) === 0) ? { base, prefix } : null;
}

/** `10.2.0.11/24`: an address of a machine, and the network that it is in; null for anything else. */
export function readAddress(text: string): { readonly ip: Ip; readonly network: Range } | null {
  const [address = '', bits = '', ...more] = text.split('/');
  const ip = readIp(address);
  if (ip === null || more.length > 0 || !/^[1-9][0-9]{0,2}$/.test(bits)) return null;
  const prefix = Number(bits);
  if (prefix > ip.length * 8 || (address.includes(':') && ip.length === 4)) return null;
  return { ip, network: { base: ip.map((byte, index) => byte & maskOf(prefix, index)), prefix } };
}

export const overlap = (a: Range, b: Range): boolean =>
  a.prefix <= b.prefix ? contains(a, b.base) : contains(b, a.base);

export const contains = ({ base, prefix }: Range, ip: Ip): boolean =>
  base.length === ip.length && base.every((byte, index) => ((byte ^ (ip[index] ?? 0)) & maskOf(prefix, index)) === 0);

/** The fixed bits of one byte. */
const maskOf = (prefix: number, index: number): number =>
  (0xff << (8 - Math.min(8, Math.max(0, prefix - index * 8)))) & 0xff;

/** `255.255.255.0` for 24. */
export const maskText = (prefix: number): string => [0, 1, 2, 3].map((index) => maskOf(prefix, index)).join('.');

/** As it stands in a URL; a name stays as it is. */
export const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host);

export const isLoopback = (ip: Ip): boolean =>
  ip.length === 4 ? ip[0] === 127 : ip.slice(0, 15).every((byte) => byte === 0) && ip[15] === 1;

/** The base that a range with bits behind its prefix was probably meant to have, as text; IPv4 only. */
export function tidyRange(text: string): string | null {
  const [address = '', bits = ''] = text.split('/');
  const ip = readIp(address);
  const prefix = Number(bits);
  if (ip === null || ip.length !== 4 || bits === '' || !(prefix >= 0 && prefix <= 32)) return null;
  return `${ip.map((byte, index) => byte & maskOf(prefix, index)).join('.')}/${prefix}`;
}
