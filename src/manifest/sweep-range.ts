import type { Ip, Range } from './ip.ts';
import { readIp, readRange } from './ip.ts';

/**
 * Addresses of one family from `from` to `to`, each at every port from `ports.from` to `ports.to`; without ports, at the
 * usual one. Addresses are numbers of 32 or 128 bits.
 */
export interface SweepRange {
  readonly bits: 32 | 128;
  readonly from: bigint;
  readonly to: bigint;
  readonly ports: { readonly from: number; readonly to: number } | null;
}

/** Addresses in all ranges of one Discovery together. */
export const sweepMax = 65_536;

/** `10.1.0.0/24`, `10.1.0.10-10.1.0.99`, `10.1.0.5`, `127.0.0.1:18000-18199`, `[fd00::5]:8443`; null for anything else. */
export function readSweepRange(text: string): SweepRange | null {
  if (text.length > 100) return null;
  const whole = readRange(text);
  if (whole !== null) return ofRange(whole);
  const [, host, first, last = first] = /^(\[[^\]]+\]|[0-9.]+):([1-9]\d{0,4})(?:-([1-9]\d{0,4}))?$/.exec(text) ?? [];
  if (host !== undefined && first !== undefined) {
    const ip = readIp(host.replace(/^\[|\]$/g, ''));
    const ports = { from: Number(first), to: Number(last) };
    if (ip === null || ports.to > 65_535 || ports.from > ports.to) return null;
    return { ...between(ip, ip), ports };
  }
  const [from, to, ...more] = text.split('-').map((part) => readIp(part.replace(/^\[(.*)\]$/, '$1')));
  if (from === undefined || from === null || to === null || more.length > 0) return null;
  const range = between(from, to ?? from);
  return (to ?? from).length === from.length && range.from <= range.to ? range : null;
}

const between = (from: Ip, to: Ip): SweepRange => ({
  bits: from.length === 4 ? 32 : 128,
  from: numberOf(from),
  to: numberOf(to),
  ports: null,
});

function ofRange({ base, prefix }: Range): SweepRange {
  const range = between(base, base);
  return { ...range, to: range.from + (1n << BigInt(range.bits - prefix)) - 1n };
}

/** How many addresses, each with its port; a number of any size. */
export const countOf = ({ from, to, ports }: SweepRange): bigint =>
  (to - from + 1n) * BigInt(ports === null ? 1 : ports.to - ports.from + 1);

/** Does every address of it lie in one of these? Two that touch are as good as one. */
export function isWithin({ bits, from, to }: SweepRange, ranges: readonly Range[]): boolean {
  const own = ranges
    .map(ofRange)
    .filter((range) => range.bits === bits)
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  let next = from;
  for (const range of own) if (range.from <= next && range.to >= next) next = range.to + 1n;
  return next > to;
}

/** Every address once, in the order of the ranges, as `host` or `host:port`; never more than `max`. */
export function* addressesIn(ranges: Iterable<SweepRange>, max: number = sweepMax): Generator<string> {
  const seen = new Set<string>();
  for (const { bits, from, to, ports } of ranges) {
    for (let at = from; at <= to; at++) {
      const host = bits === 32 ? textOf(at) : `[${textOfV6(at)}]`;
      for (let port = ports?.from ?? 0; port <= (ports?.to ?? 0); port++) {
        const address = port === 0 || port === 443 ? host : `${host}:${port}`;
        if (seen.has(address)) continue;
        if (seen.size >= max) return;
        seen.add(address);
        yield address;
      }
    }
  }
}

/** Is this `host` or `host:port` among the addresses of a range? A host that is a name never is. */
export function covers({ bits, from, to, ports }: SweepRange, host: Ip, port: number): boolean {
  const number = numberOf(host);
  if (host.length * 8 !== bits || number < from || number > to) return false;
  return ports === null ? port === 443 : port >= ports.from && port <= ports.to;
}

const numberOf = (ip: Ip): bigint => ip.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);

const textOf = (number: bigint): string => [24n, 16n, 8n, 0n].map((shift) => (number >> shift) & 255n).join('.');

/** RFC 5952: lower case, no leading zeros, the longest run of zeros shortened. */
function textOfV6(number: bigint): string {
  const groups = Array.from({ length: 8 }, (_, i) => Number((number >> BigInt(112 - 16 * i)) & 0xffffn));
  let [start, length] = [-1, 1];
  for (let i = 0; i < 8; i++) {
    let run = 0;
    while (i + run < 8 && groups[i + run] === 0) run++;
    if (run > length) [start, length] = [i, run];
    i += run;
  }
  const hex = (part: readonly number[]): string => part.map((group) => group.toString(16)).join(':');
  return start < 0 ? hex(groups) : `${hex(groups.slice(0, start))}::${hex(groups.slice(start + length))}`;
}
