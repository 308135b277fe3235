import { readBmcAddress } from './bmc-address.ts';
import { readInstant } from './instant.ts';
import { readRange } from './ip.ts';
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
