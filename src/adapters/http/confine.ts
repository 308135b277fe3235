import { BlockList, isIP } from 'node:net';

/**
 * Is `address` inside one of the CIDR ranges? A range that cannot be read admits nothing, so that a typing error
 * confines more and never less.
 */
export function isWithin(address: string, ranges: readonly string[]): boolean {
  const plain = unmapped(address);
  const family = isIP(plain);
  if (family === 0) return false;
  return blockList(ranges).check(plain, family === 4 ? 'ipv4' : 'ipv6');
}

function blockList(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [network, prefix, ...rest] = range.split('/');
    const family = isIP(network ?? '');
    const bits = prefix === undefined ? (family === 4 ? 32 : 128) : /^\d{1,3}$/.test(prefix) ? Number(prefix) : -1;
    if (network === undefined || family === 0 || rest.length > 0) continue;
    if (bits < 0 || bits > (family === 4 ? 32 : 128)) continue;
    list.addSubnet(network, bits, family === 4 ? 'ipv4' : 'ipv6');
  }
  return list;
}

/** `::ffff:10.0.0.1` reaches the same peer as `10.0.0.1`, and must be judged as that (RFC 4291 §2.5.5.2). */
function unmapped(address: string): string {
  const dotted = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (dotted !== undefined) return dotted;
  const [, high, low] = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(address) ?? [];
  if (high === undefined || low === undefined) return address;
  const words = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return words.flatMap((word) => [word >> 8, word & 255]).join('.');
}
