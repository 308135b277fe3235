import { expect, test } from 'vitest';
import { isJournaled } from '../../../src/adapters/journal/check.ts';
import { isObject } from '../../../src/adapters/journal/shape.ts';
import { everyRecord } from '../../../src/conformance/journal.ts';

const journaled = everyRecord.map((record) => ({ at: 1, bootId: 'b', record }));

interface Spoiled {
  /** `-record.machine`: absent; `~record.machine`: of another type; `+record`: with one key more. */
  readonly what: string;
  readonly value: unknown;
}

/** Every variant of a value with one thing wrong, at any depth. */
function* spoil(value: unknown, path: string): Generator<Spoiled> {
  yield { what: `~${path}`, value: [] };
  if (!isObject(value)) return;
  yield { what: `+${path}`, value: { ...value, surprise: 1 } };
  for (const [key, inner] of Object.entries(value)) {
    const { [key]: _, ...rest } = value;
    yield { what: `-${path}.${key}`, value: rest };
    for (const { what, value: spoiled } of spoil(inner, `${path}.${key}`)) {
      yield { what, value: { ...rest, [key]: spoiled } };
    }
  }
}

test('what the port knows passes', () => {
  for (const value of journaled) expect(isJournaled(value)).toBe(true);
});

test('what is missing, of another type or unknown does not', () => {
  /** What may be absent, and where any key may stand. */
  const fine = /^-.*\.(quirk|lastReset|identity\.[a-zA-Z]+)$|^[-+].*\.attributes(\..*)?$/s;
  const required = /^-.*\.attributes$/;
  for (const value of journaled) {
    const all = [...spoil(value, '')];
    expect(all.length).toBeGreaterThan(8);
    for (const { what, value: spoiled } of all) {
      expect(isJournaled(spoiled), what).toBe(fine.test(what) && !required.test(what));
    }
  }
});

test('kinds and verbs of tomorrow, and names that every object has, do not', () => {
  for (const kind of ['CLAIMED', 'constructor', '__proto__', '', null]) {
    expect(isJournaled({ at: 1, bootId: 'b', record: { kind } })).toBe(false);
  }
  expect(isJournaled(JSON.parse('{"at":1,"bootId":"b","record":{"__proto__":{"kind":"PUBLISHED"}}}'))).toBe(false);
});
