import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseResource } from '../../src/redfish/json.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, depthMax = 64) => parseResource(bytes(text), depthMax);

describe('an answer as JSON', () => {
  test('an object is read', () => {
    expect(read(' {"a":[1,{"b":null}]} ')).toEqual({ ok: true, value: { a: [1, { b: null }] } });
  });

  test.each(['', '  ', 'null', '1', '"x"', '[]', '{', '{"a":}', ']]>}{ "not": json', '<html></html>', '\uFFFD'])(
    '%j is not an object, and the reason does not repeat it',
    (text) => {
      const parsed = read(text);
      expect(parsed.ok).toBe(false);
      if (!parsed.ok && text.trim().length > 3) expect(parsed.error).not.toContain(text.trim());
    },
  );

  test('a hundred thousand brackets cost no stack', () => {
    expect(read(`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`).ok).toBe(false);
    expect(read('['.repeat(1_000_000)).ok).toBe(false);
  });

  test('depth is counted outside of strings, and to the last level', () => {
    expect(read('{"a":"[[[[[[{{{{"}', 1).ok).toBe(true);
    expect(read('{"a":"\\"[[[["}', 1).ok).toBe(true);
    expect(read('{"a":[{}]}', 3).ok).toBe(true);
    expect(read('{"a":[{}]}', 2).ok).toBe(false);
    expect(read('{"a":[],"b":[],"c":{}}', 2).ok).toBe(true);
  });

  test('what is made of very many small values is not built', () => {
    const many = (count: number) => `{"a":[${Array.from({ length: count }, () => '{}').join(',')}]}`;
    expect(read(many(20_000)).ok).toBe(true);
    expect(read(many(30_000))).toEqual({ ok: false, error: 'JSON of more than 50000 values' });
    expect(read(`{"a":"${',{['.repeat(100_000)}"}`).ok).toBe(true);
  });

  test.each(['{"__proto__":{"polluted":1},"a":{"__proto__":[]}}', '{"\\u005f_proto__":{"polluted":1},"a":{}}'])(
    'a key that names the prototype is dropped: %s',
    (text) => {
      const parsed = read(text);
      expect(parsed.ok && Object.keys(parsed.value)).toEqual(['a']);
      const copy: Record<string, unknown> = {};
      if (parsed.ok) for (const [key, value] of Object.entries(parsed.value)) copy[key] = value;
      expect(copy.polluted).toBeUndefined();
    },
  );

  test('whatever the bytes, there is a result and no exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (body) => {
        expect(typeof parseResource(body, 8).ok).toBe('boolean');
      }),
    );
  });

  test('what JSON.parse reads as an object within the depth, this reads alike', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })), (value) => {
        fc.pre(!JSON.stringify(value).includes('__proto__'));
        expect(read(JSON.stringify(value))).toEqual({ ok: true, value: JSON.parse(JSON.stringify(value)) });
      }),
    );
  });
});
