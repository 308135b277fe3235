import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { limits } from '../../src/manifest/limits.ts';
import { parseFile } from '../../src/manifest/parse.ts';
import type { MachineManifest } from '../../src/model/manifest.gen.ts';
import { bytesOf, machinePath, machineText, soundTree } from './tree.ts';

const paths = [...Object.keys(soundTree), 'nowhere.yaml', 'facilities/ams1/secrets/bmc.age'];

describe('parseFile', () => {
  test('never throws, whatever the bytes', () => {
    const word = fc.constantFrom(
      'apiVersion: ',
      'nanometal/v1alpha1',
      '\nkind: ',
      'Machine',
      '\nmetadata: ',
      '\nspec: ',
      '{',
      '}',
      'name: ',
      'ams1',
      '\n  ',
      '- ',
      '[',
      ']',
      '"',
      '&a',
      '*a',
      '__proto__: ',
      'bmc: ',
      ': ',
      '#',
      '1',
      'null',
    );
    const content = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ unit: 'binary', maxLength: 200 }).map(bytesOf),
      fc.array(word, { maxLength: 40 }).map((words) => bytesOf(words.join(''))),
      // Sound files with a few bytes changed.
      fc
        .tuple(
          fc.constantFrom(...Object.values(soundTree)),
          fc.array(fc.tuple(fc.nat(600), fc.nat(255)), { maxLength: 4 }),
        )
        .map(([text, slips]) => {
          const bytes = bytesOf(text);
          for (const [at, byte] of slips) if (at < bytes.length) bytes[at] = byte;
          return bytes;
        }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...paths), content, (path, bytes) => {
        const result = parseFile(path, bytes);
        if (result.ok) return;
        expect(result.error.length).toBeGreaterThan(0);
        expect(result.error.length).toBeLessThanOrEqual(limits.problems + 1);
        for (const { message, value = '', line = 1, column = 1 } of result.error) {
          expect(message + value).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
          expect([...value].length).toBeLessThanOrEqual(limits.valueShown);
          expect(line > 0 && column > 0).toBe(true);
        }
      }),
      { numRuns: 3_000 },
    );
  });

  test('reads back any machine that can be written', () => {
    fc.assert(
      fc.property(anyMachine, fc.boolean(), (machine, flow) => {
        const text = stringify(machine, flow ? { collectionStyle: 'flow' } : {});
        const result = parseFile(machinePath('m-1', 'r1'), bytesOf(text));
        if (!result.ok) throw new Error(`${text}\n${JSON.stringify(result.error, null, 2)}`);
        expect(JSON.parse(JSON.stringify(result.value.manifest))).toEqual(JSON.parse(JSON.stringify(machine)));
        // What is cached as JSON is what was parsed.
        expect(JSON.parse(JSON.stringify(result.value)).digest).toBe(result.value.digest);
      }),
      { numRuns: 500 },
    );
  });

  test('depends on path and bytes only', () => {
    const bytes = bytesOf(machineText('ams1-r03-u12'));
    expect(parseFile(machinePath('ams1-r03-u12'), bytes)).toEqual(parseFile(machinePath('ams1-r03-u12'), bytes));
    const moved = parseFile(machinePath('ams1-r03-u13'), bytes);
    expect(moved.ok || moved.error[0]?.code).toBe('name-mismatch');
  });

  test('takes line ends of either kind', () => {
    const text = machineText('ams1-r03-u12');
    const unix = parseFile(machinePath('ams1-r03-u12'), bytesOf(text));
    const dos = parseFile(machinePath('ams1-r03-u12'), bytesOf(text.replaceAll('\n', '\r\n')));
    expect(unix.ok && dos.ok && unix.value.digest === dos.value.digest).toBe(true);
  });

  test('takes block texts and comments, which only the library reads', () => {
    const more = '  parked:\n    reason: >-\n      a fan is\n      replaced\n';
    const result = parseFile(machinePath('ams1-r03-u12'), bytesOf(machineText('ams1-r03-u12', { more })));
    expect(result).toMatchObject({
      ok: true,
      value: { manifest: { spec: { parked: { reason: 'a fan is replaced' } } } },
    });
  });

  test('refuses a file just over the limit and takes one just under it', () => {
    const text = machineText('ams1-r03-u12');
    const padded = (size: number): Uint8Array => bytesOf(`${text}#${' '.repeat(size - text.length - 1)}`);
    expect(parseFile(machinePath('ams1-r03-u12'), padded(limits.fileBytes)).ok).toBe(true);
    expect(parseFile(machinePath('ams1-r03-u12'), padded(limits.fileBytes + 1))).toMatchObject({
      ok: false,
      error: [{ code: 'file-too-large' }],
    });
  });
});

const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}[a-z0-9]$/);
/** Text that looks like something else is what a careless writer or reader would get wrong. */
const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 40 }).filter((s) => s.trim() !== ''),
  fc.constantFrom(
    'no',
    'true',
    '010',
    '1e3',
    '~',
    '0x1f',
    '- a',
    'a: b',
    '#x',
    '"',
    "'",
    '{',
    '*a',
    '2026-12-01',
    '日本',
    '12:30',
  ),
);
const ident = text
  .filter((s) => s.trim() === s && !/[\n\u2028\u2029]/.test(s) && /[a-z]{2}[0-9]/i.test(`${s}`))
  .map((s) => `ab1${s}`);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const time = fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }).map((date) => date.toISOString());
const key = fc.stringMatching(/^[A-Za-z0-9 ._-]{1,30}$/).filter((s) => !(s in {}) && s !== 'prototype');
const bios = fc.dictionary(key, fc.oneof(text, fc.integer(), fc.boolean()), { maxKeys: 5, noNullPrototype: true });
const pause = fc.record({ reason: text, until: optional(time) });
const hex = (length: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`));

const anyMachine: fc.Arbitrary<MachineManifest> = fc
  .record({
    labels: fc.dictionary(
      fc.stringMatching(/^[A-Za-z][A-Za-z0-9._/-]{0,20}[a-z]$/).filter((s) => !(s in {}) && s !== 'prototype'),
      name,
      { maxKeys: 3, noNullPrototype: true },
    ),
    class: name,
    unit: optional(fc.integer({ min: 1, max: 100 })),
    management: fc.constantFrom('observe', 'adopt', 'manage'),
    octets: fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)),
    port: optional(fc.integer({ min: 1, max: 65_535 })),
    tls: optional(
      fc.oneof(
        hex(64).map((sha256) => ({ sha256 })),
        fc.constant({ insecure: true }),
      ),
    ),
    serial: ident,
    uuid: fc.uuid().filter((uuid) => new Set(uuid.replaceAll('-', '')).size > 1),
    power: optional(fc.constantFrom('On', 'Off')),
    bios: optional(bios),
    parked: optional(pause),
    protected: optional(fc.boolean()),
    lifecycle: optional(fc.constantFrom('active', 'decommission')),
    operations: fc.uniqueArray(
      fc.oneof(
        fc.record({
          id: name,
          verb: fc.constantFrom('Reboot', 'PowerCycle'),
          notAfter: time,
          boot: fc.constantFrom('Pxe', 'Cd'),
        }),
        fc.record({
          id: name,
          verb: fc.constant('Identify'),
          notAfter: time,
          indicator: fc.constantFrom('Lit', 'Off'),
        }),
        fc.record({
          id: name,
          verb: fc.constant('Erase'),
          notAfter: time,
          disks: fc.array(
            text.map((wwn) => ({ wwn })),
            { minLength: 1, maxLength: 3 },
          ),
        }),
        fc.record({ id: name, verb: fc.constantFrom('ResetBmc', 'ClearTasks', 'Inspect'), notAfter: time }),
      ),
      { maxLength: 4, selector: ({ id }) => id },
    ),
  })
  .map(({ labels, unit, octets, port, tls, serial, uuid, operations, class: className, ...rest }) =>
    withoutAbsent({
      apiVersion: 'nanometal/v1alpha1',
      kind: 'Machine',
      metadata: { name: 'm-1', labels },
      spec: {
        class: className,
        location: { rack: 'r1', unit },
        bmc: {
          driver: 'redfish',
          address: `https://10.${octets.join('.')}${port === undefined ? '' : `:${port}`}`,
          credentials: 'bmc-default',
          tls,
        },
        identity: { serial, uuid },
        operations,
        ...rest,
      },
    }),
  );

/** Fields that are undefined are left out. */
function withoutAbsent(value: unknown): MachineManifest {
  return JSON.parse(JSON.stringify(value));
}
