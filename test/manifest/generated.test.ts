import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { formats } from '../../src/manifest/formats.ts';

const folder = new URL('../../schemas/', import.meta.url);
const schemas = readdirSync(folder)
  .filter((name) => name.endsWith('.schema.json'))
  .map((name): [string, unknown] => [name, JSON.parse(readFileSync(new URL(name, folder), 'utf8'))]);

test('types, validators and docs are what the schemas say', async () => {
  const script = new URL('../../schemas/generate.mjs', import.meta.url);
  await promisify(execFile)(process.execPath, [script.pathname, '--check']);
});

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Every field of a schema with its pointer, and every map of fields. */
function* partsOf(
  schema: unknown,
  at: string,
): Generator<{ at: string; part: Readonly<Record<string, unknown>>; isField: boolean }> {
  if (!isRecord(schema)) return;
  if (isRecord(schema.properties)) {
    for (const [name, field] of Object.entries(schema.properties)) {
      if (!isRecord(field)) continue;
      yield { at: `${at}/${name}`, part: field, isField: true };
      yield* partsOf(field, `${at}/${name}`);
    }
  }
  yield { at, part: schema, isField: false };
  if (isRecord(schema.$defs))
    for (const [name, inner] of Object.entries(schema.$defs)) yield* partsOf(inner, `${at}/$defs/${name}`);
  yield* partsOf(schema.items, `${at}[]`);
}

const impacts = ['none', 'reboot', 'off', 'erase'];
const told = [
  'facility-status',
  'machine-status',
  'machine-inventory',
  'cluster-status',
  'component-status',
  'plan',
  'discovered',
  'discovery-sweep',
];
const toldFiles = told.map((name) => `${name}.schema.json`);

describe.each(schemas)('%s', (_, schema) => {
  test('is a schema that a strict validator takes', () => {
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, formats });
    ajv.addVocabulary(['x-impact', 'x-form']);
    expect(() => ajv.compile(isRecord(schema) ? schema : false)).not.toThrow();
  });

  test('describes every field and closes every object', () => {
    for (const { at, part, isField } of partsOf(schema, '')) {
      if (isField) expect(part.description, at).toMatch(/\S/);
      if (part.type === 'object') expect(part, at).toHaveProperty('additionalProperties');
      if (isRecord(part.properties) && part.type === 'object') expect(part.additionalProperties, at).toBe(false);
    }
  });
});

/** What people write; a status file is nanometal's own. */
const written = schemas.filter(([name]) => !toldFiles.includes(name));

describe.each(written)('%s', (_, schema) => {
  test('says what a change can cost, and bounds every text, list and map', () => {
    for (const { at, part, isField } of partsOf(schema, '')) {
      if (isField) expect(impacts, at).toContain(part['x-impact']);
      if (part.type === 'array') expect(part, at).toHaveProperty('maxItems');
      if (part.type === 'string') {
        const bounds = ['maxLength', 'pattern', 'enum', 'format'].filter((keyword) => keyword in part);
        expect(bounds, at).not.toEqual([]);
      }
    }
  });
});
