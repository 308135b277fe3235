import { InvalidArgumentError, Option } from 'commander';
import { readInstant } from '../manifest/instant.ts';
import { type Instant, namePattern } from '../model/names.ts';

const unitsMs: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `30s`, `5m`, `4h`, `2d` in milliseconds. */
export function duration(text: string): number {
  const [, digits, unit = ''] = /^(\d{1,9})(ms|s|m|h|d)$/.exec(text) ?? [];
  const factor = unitsMs[unit];
  if (digits === undefined || factor === undefined)
    throw new InvalidArgumentError('Expected a duration such as 30s, 5m, 4h or 2d.');
  return Number(digits) * factor;
}

const unitsBytes: Readonly<Record<string, number>> = { MiB: 2 ** 20, GiB: 2 ** 30, TiB: 2 ** 40 };

/** `500MiB`, `20GiB`, `1TiB` in bytes. */
export function size(text: string): number {
  const [, digits, unit = ''] = /^([1-9]\d{0,5})(MiB|GiB|TiB)$/.exec(text) ?? [];
  const factor = unitsBytes[unit];
  if (digits === undefined || factor === undefined)
    throw new InvalidArgumentError('Expected a size such as 500MiB, 20GiB or 1TiB.');
  return Number(digits) * factor;
}

export function time(text: string): Instant {
  const at = readInstant(text);
  if (at === null) throw new InvalidArgumentError('Expected a time such as 2026-12-01T00:00:00Z.');
  return at;
}

export function facilityName(text: string): string {
  if (namePattern.test(text)) return text;
  throw new InvalidArgumentError('Expected 1 to 63 lower-case letters, digits and hyphens.');
}

/** An option that takes a duration; help shows the default as people write it, not in milliseconds. */
export const durationOption = (flags: string, description: string, otherwise: string): Option =>
  new Option(flags, description).argParser(duration).default(duration(otherwise), otherwise);

export const imageCacheOption: Option = new Option(
  '--image-cache-size <size>',
  'what images may take in the state folder',
)
  .argParser(size)
  .default(size('20GiB'), '20GiB');

export const defaultLeaseTerm = '5m';

/** For whoever reads a lease; `run` has its own. */
export const leaseTermOption: Option = durationOption(
  '--lease-term <duration>',
  'as the reconciler was told; after three it is stale',
  defaultLeaseTerm,
);

export const outputOption = (...formats: readonly string[]): Option =>
  new Option('-o, --output <format>', 'how it is printed').choices(formats).default('text');
