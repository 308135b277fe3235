import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createBmc } from '../../src/twin/bmc.ts';
import { generateFleet } from '../../src/twin/fleet.ts';
import { receive } from '../../src/twin/receive.ts';
import { specOfMachine } from '../../src/twin/spec.ts';
import { machine } from '../diff/sample.ts';

const root = new URL('../..', import.meta.url).pathname;
const options = { count: 12, seed: 1, facility: 'ams1', portBase: 18_000 };
const schemaOf = new Map([
  ['Fleet', 'fleet'],
  ['MachineClass', 'machine-class'],
  ['Facility', 'facility'],
  ['Machine', 'machine'],
]);

function complaints(kind: string, document: unknown): readonly string[] {
  const file = schemaOf.get(kind) ?? 'secret';
  const schema: object = JSON.parse(readFileSync(join(root, `schemas/${file}.schema.json`), 'utf8'));
  // Formats are our own and are checked by the manifest reader; here only the shape counts.
  const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: false });
  const validate = ajv.compile(schema);
  validate(document);
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

describe('a generated fleet', () => {
  const fleet = generateFleet(options);

  it('is one rack after another, six machines each', () => {
    const names = fleet.machines.map(({ spec }) => spec.name);
    expect(names.slice(0, 7)).toEqual([
      'ams1-r01-u01',
      'ams1-r01-u02',
      'ams1-r01-u03',
      'ams1-r01-u04',
      'ams1-r01-u05',
      'ams1-r01-u06',
      'ams1-r02-u01',
    ]);
    expect(fleet.machines.map(({ port }) => port)).toEqual(Array.from({ length: 12 }, (_, index) => 18_000 + index));
    expect([...fleet.files.keys()].sort().slice(0, 6)).toEqual([
      'classes/sim-compute.yaml',
      'classes/sim-storage.yaml',
      'facilities/ams1/facility.yaml',
      'facilities/ams1/machines/r01/ams1-r01-u01.yaml',
      'facilities/ams1/machines/r01/ams1-r01-u02.yaml',
      'facilities/ams1/machines/r01/ams1-r01-u03.yaml',
    ]);
  });

  it('keeps to the schemas', () => {
    for (const [path, text] of fleet.files) {
      const document = parse(text);
      expect({ path, complaints: complaints(document.kind, document) }).toEqual({ path, complaints: [] });
    }
    expect(complaints('secret', parse(fleet.secrets.get('bmc-default.yaml') ?? ''))).toEqual([]);
  });

  it('is the same for the same options, and another for another seed', () => {
    expect(generateFleet(options)).toEqual(fleet);
    expect([...generateFleet(options).files]).toEqual([...fleet.files]);
    expect(generateFleet({ ...options, seed: 2 }).files).not.toEqual(fleet.files);
  });

  it('does not change a machine when there are more of them', () => {
    const more = generateFleet({ ...options, count: 30 });
    for (const [path, text] of fleet.files) expect(more.files.get(path)).toBe(text);
  });

  it('declares nothing that is not so', () => {
    for (const { spec, port } of fleet.machines) {
      const rack = spec.name.split('-')[1];
      const { spec: said } = parse(fleet.files.get(`facilities/ams1/machines/${rack}/${spec.name}.yaml`) ?? '');
      expect(Object.keys(said)).toEqual(['class', 'location', 'management', 'bmc', 'identity']);
      expect(said.bmc.address).toBe(`http://127.0.0.1:${port}`);
      expect(said.identity).toEqual(spec.identity);
      const { expects } = parse(fleet.files.get(`classes/${said.class}.yaml`) ?? '').spec;
      const request = {
        method: 'GET',
        target: '/redfish/v1/Systems/1',
        headers: { authorization: `Basic ${btoa('admin:password')}` },
        body: '',
      };
      const { answer } = receive(createBmc(spec), request, 0);
      const system = answer.kind === 'reply' ? JSON.parse(answer.body) : null;
      expect(system).toMatchObject({
        UUID: said.identity.uuid,
        SerialNumber: said.identity.serial,
        Manufacturer: expects.manufacturer,
        Model: expects.model,
        BiosVersion: expects.firmware.bios,
        PowerState: 'On',
        ProcessorSummary: { Count: expects.processors.count },
        MemorySummary: { TotalSystemMemoryGiB: expects.memoryGiB },
      });
      expect(spec.hardware.memory).toHaveLength(expects.memoryModules);
      expect(spec.hardware.nics.map((nic) => nic.mbps)).toEqual(Array(expects.nics.count).fill(expects.nics.minMbps));
      for (const { count, media, minGB } of expects.drives) {
        const alike = spec.hardware.drives.filter((drive) => drive.media === media && drive.bytes === minGB * 1e9);
        expect(alike).toHaveLength(count);
      }
    }
  });

  it('gives no two machines the same identity, in a large fleet either', () => {
    const { machines } = generateFleet({ ...options, count: 5_000 });
    for (const field of ['uuid', 'serial', 'bmcMac'] as const) {
      expect(new Set(machines.map(({ spec }) => spec.identity[field])).size).toBe(5_000);
    }
  });

  it('is of BMCs without HttpBootUri where a class names the BIOS attribute', () => {
    const uri = 'http://10.1.2.1:8080/boot/start.iso';
    const named = { name: 'c3', expects: {}, httpBootAttribute: 'UrlBootFile' };
    const specOf = (bios: Readonly<Record<string, string>>) =>
      specOfMachine(machine('ams1-1', { class: named, bios }), { seed: 1, persona: 'generic' });
    expect(createBmc(specOf({ UrlBootFile: uri }))).toMatchObject({
      spec: { httpBootAttribute: 'UrlBootFile' },
      bios: { current: { UrlBootFile: uri } },
    });
    expect(createBmc(specOf({})).bios.current).toMatchObject({ UrlBootFile: '' });
  });

  it('names pins where there is TLS', () => {
    const pin = 'ab'.repeat(32);
    const { files } = generateFleet({ ...options, count: 1, tlsPinOf: () => pin });
    const machine = parse(files.get('facilities/ams1/machines/r01/ams1-r01-u01.yaml') ?? '');
    expect(machine.spec.bmc).toMatchObject({ address: 'https://127.0.0.1:18000', tls: { sha256: pin } });
    expect(complaints('Machine', machine)).toEqual([]);
  });

  it('is what lies in the example, byte for byte', () => {
    const example = join(root, 'examples/fleet-repo');
    const own = [...fleet.files.keys()].filter((path) => path !== 'fleet.yaml').sort();
    const found = ['classes', 'facilities/ams1']
      .flatMap((folder) =>
        readdirSync(join(example, folder), { withFileTypes: true, recursive: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name).slice(example.length + 1)),
      )
      .filter((path) => !path.startsWith('classes/') || path.startsWith('classes/sim-'))
      .sort();
    expect(found).toEqual(own);
    for (const path of own) expect(readFileSync(join(example, path), 'utf8')).toBe(fleet.files.get(path));
  });
});
