import { readBmcAddress } from './bmc-address.ts';
import { readInstant } from './instant.ts';
import { readAddress, readIp, readRange } from './ip.ts';
import { readSweepRange } from './sweep-range.ts';
import { looksLikeTimezone } from './timezone.ts';

/**
 * The formats that the schemas name. Each is the reader that later gives the value, so that what passes the schema can
 * be read.
 */
export const formats: Readonly<Record<string, (text: string) => boolean>> = {
  'date-time': (text) => readInstant(text) !== null,
  'bmc-address': (text) => readBmcAddress(text) !== null,
  'image-url': isImageUrl,
  'sweep-range': (text) => readSweepRange(text) !== null,
  cidr: isRange,
  ip: (text) => readIp(text) !== null,
  address: (text) => readAddress(text) !== null,
  host: isHost,
  // Whether there is such a zone is asked when the schema has bounded how many there are.
  timezone: looksLikeTimezone,
};

/** Everything is no range: it would confine nothing (law 13). */
function isRange(text: string): boolean {
  const range = readRange(text);
  return range !== null && range.prefix > 0;
}

function isImageUrl(text: string): boolean {
  if (!/^https?:\/\/[^\s\\]+$/.test(text) || !URL.canParse(text)) return false;
  const { username, password, hostname } = new URL(text);
  return username === '' && password === '' && hostname !== '';
}

/** A name as DNS has it, or an IP address without brackets; digits and dots alone are an address or a mistake. */
function isHost(text: string): boolean {
  if (readIp(text) !== null) return true;
  return text.length <= 253 && /[a-z]/i.test(text.split('.').at(-1) ?? '') && dnsName.test(text);
}
const dnsName = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i;
