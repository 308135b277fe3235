/** How one firmware version stands to another, as far as their texts can tell. */
export type Order = 'older' | 'equal' | 'newer' | 'incomparable';

/**
 * Vendors write versions as they please: `2.19.1`, `v2.10`, `U46 v2.72 (05/28/2024)`, `TEE180L-3.21`. Runs of digits are
 * compared as numbers, runs of letters must be the same but for their case, and what stands between them only separates.
 * Trailing zeros add nothing: `2.1` is `2.1.0`. Where letters differ, or more letters follow (`2.1` and `2.1-rc1`), or dates
 * with slashes differ, nobody can say which is newer, and neither do we.
 */
export function compareVersions(a: string, b: string): Order {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const [x, y] = [left[i] ?? zero, right[i] ?? zero];
    if (x === y) continue;
    if (typeof x === 'string' || typeof y === 'string') return 'incomparable';
    return x < y ? 'older' : 'newer';
  }
  return 'equal';
}

type Part = bigint | string;
const zero = BigInt(0);

/** Of a date with slashes nobody knows whether the day or the month comes first: it is a word, and no number. */
const part = /\d{1,2}\/\d{1,2}\/\d{2,4}|\d+|\p{L}+/gu;

function partsOf(version: string): readonly Part[] {
  const found = version.toLowerCase().match(part) ?? [];
  // A `v` before digits only says that a version follows.
  const said = found.filter((text, i) => text !== 'v' || !/^\d+$/.test(found[i + 1] ?? ''));
  return said.map((text) => (/^\d+$/.test(text) ? BigInt(text) : text));
}
