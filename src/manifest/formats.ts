import { readBmcAddress } from './bmc-address.ts';
import { readInstant } from './instant.ts';
import { readRange } from './ip.ts';

/**
 * The formats that the schemas name. Each is the reader that later gives the value, so that what passes the schema can
 * be read.
 */
export const formats: Readonly<Record<string, (text: string) => boolean>> = {
  'date-time': (text) => readInstant(text) !== null,
  'bmc-address': (text) => readBmcAddress(text) !== null,
  'image-url': isImageUrl,
  cidr: isRange,
  timezone: isTimezone,
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

function isTimezone(text: string): boolean {
  // An offset such as +02:00 knows no summer time, and not every Node takes it.
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}
