import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkAcross } from '../../src/manifest/across.ts';
import { linkFleet } from '../../src/manifest/link.ts';
import { Linker } from '../../src/manifest/linker.ts';
import type { ParsedFile } from '../../src/manifest/parse.ts';
import { parseFile } from '../../src/manifest/parse.ts';
import { readFleet } from '../../src/manifest/read.ts';
import { renderProblem } from '../../src/manifest/render.ts';
import { readRestraint } from '../../src/manifest/restraint.ts';
import type { Fleet, Machine } from '../../src/model/fleet.ts';
import { bytesOf, machinePath, machineText, treeWith } from './tree.ts';

function sound(changes: Readonly<Record<string, string | null>> = {}): Fleet {
  const { fleet } = readFleet('ams1', treeWith(changes));
  if (!fleet.ok) throw new Error(fleet.error.map(renderProblem).join('\n'));
  return fleet.value;
}

function only(fleet: Fleet): Machine {
  const [machine] = fleet.machines;
  if (machine === undefined || fleet.machines.length !== 1) throw new Error('not one machine');
  return machine;
}

const u12 = machinePath('ams1-r03-u12');
const fileText = (url: string): string => `{ url: "${url}", sha256: ${'ab'.repeat(32)} }`;

const imageText = (format: string, more = ''): string =>
  `${head('Image', 'debian-13')}  { url: "http://10.4.0.1/x", sha256: ${'ab'.repeat(32)}, format: ${format}, boot: uefi${more} }\n`;

const withMore = (more: string): Readonly<Record<string, string>> => ({ [u12]: machineText('ams1-r03-u12', { more }) });

const head = (kind: string, name: string): string =>
  `apiVersion: nanometal/v1alpha1\nkind: ${kind}\nmetadata: { name: ${name} }\nspec:\n`;

const httpBootClass = (more: string): Readonly<Record<string, string>> => ({
  'classes/c3-small.yaml': `${head('MachineClass', 'c3-small')}  httpBootAttribute: HttpDev1Uri\n  ${more}\n`,
});
const facilityWith = (more: string): Readonly<Record<string, string>> => ({
  'facilities/ams1/facility.yaml': `${head('Facility', 'ams1')}  ranges: { bmc: [10.1.0.0/16], provisioning: [10.1.0.0/16, "fd00:2::/48"] }\n  ${more}\n`,
});

describe('a linked fleet', () => {
  test('has defaults, resolved references and ranges', () => {
    const fleet = sound();
    expect(fleet).toMatchObject({
      facility: 'ams1',
      policy: { maxConcurrent: 1, maxPerCommit: 10, drift: 'hold', powerOnPaceMs: 2_000, gracefulShutdownMs: 300_000 },
      ranges: { bmc: ['10.1.0.0/16', 'fd00:1::/48'] },
    });
    expect(fleet.policy.windows).toEqual([]);
    expect(only(fleet)).toMatchObject({
      name: 'ams1-r03-u12',
      rack: 'r03',
      file: u12,
      class: { name: 'c3-small', expects: { memoryGiB: 64 } },
      management: 'manage',
      bmc: { driver: 'redfish', address: 'https://10.1.3.12', credentials: 'bmc-default', insecure: false },
      identity: { serial: '7XK2M93', uuid: '4c4c4544-0058-4b10-8032-b7c04f4d3933' },
      operations: [],
      lifecycle: 'active',
      protected: false,
    });
    for (const absent of ['power', 'install', 'parked', 'unit']) expect(only(fleet)).not.toHaveProperty(absent);
  });

  test('lays the keys of a machine over those of its class', () => {
    expect({ ...only(sound(withMore('  bios: { LogicalProc: Disabled, Turbo: false }\n'))).bios }).toEqual({
      BootMode: 'Uefi',
      LogicalProc: 'Disabled',
      Turbo: false,
    });
  });

  test.each([
    ['an address', 'boot: { address: 10.1.2.1 }', 'http://10.1.2.1:8080/boot/start.iso'],
    ['a port', 'boot: { address: 10.1.2.1, httpPort: 8088 }', 'http://10.1.2.1:8088/boot/start.iso'],
    ['IPv6', 'boot: { address: "fd00:2::1" }', 'http://[fd00:2::1]:8080/boot/start.iso'],
    ['the method', 'boot: { address: 10.1.2.1, methods: [Pxe, UefiHttp] }', 'http://10.1.2.1:8080/boot/start.iso'],
    ['other methods', 'boot: { address: 10.1.2.1, methods: [VirtualMedia, Pxe] }', undefined],
    ['no boot', '', undefined],
  ])('keeps the attribute of UEFI HTTP boot where firmware finds the agent: %s', (_, boot, uri) => {
    const machine = only(sound({ ...httpBootClass(''), ...facilityWith(boot) }));
    expect(machine.class).toEqual({ name: 'c3-small', expects: {}, httpBootAttribute: 'HttpDev1Uri' });
    expect({ ...machine.bios }).toEqual(uri === undefined ? {} : { HttpDev1Uri: uri });
  });

  test('lets whoever writes that attribute down have it otherwise, in the class or in the machine', () => {
    const boot = facilityWith('boot: { address: 10.1.2.1 }');
    const ofClass = { ...boot, ...httpBootClass('bios: { HttpDev1Uri: "http://10.1.9.9/ours.iso" }') };
    expect({ ...only(sound(ofClass)).bios }).toEqual({ HttpDev1Uri: 'http://10.1.9.9/ours.iso' });
    const ofMachine = { ...ofClass, ...withMore('  bios: { HttpDev1Uri: "" }\n') };
    expect({ ...only(sound(ofMachine)).bios }).toEqual({ HttpDev1Uri: '' });
  });

  test('finds nothing in maps that nobody wrote', () => {
    const machine = only(sound());
    expect('toString' in machine.bios || 'constructor' in machine.labels).toBe(false);
  });

  test('takes policy from the facility, then the fleet', () => {
    const header = (kind: string, name: string): string =>
      `apiVersion: nanometal/v1alpha1\nkind: ${kind}\nmetadata: { name: ${name} }\nspec:\n`;
    const fleet = sound({
      'fleet.yaml': `${header('Fleet', 'x')}  policy: { maxConcurrent: 3, drift: correct, powerOnPace: 1h }\n`,
      'facilities/ams1/facility.yaml': `${header('Facility', 'ams1')}  ranges: { bmc: [10.1.0.0/16] }
  policy: { maxConcurrent: 2, gracefulShutdown: 0s }
  windows: [{ days: [Fri], from: "22:00", to: "06:00", timezone: Europe/Amsterdam }, { from: "00:00", to: "24:00", timezone: UTC }]
  paused: { reason: moving, until: 2026-12-01T00:00:00+01:00 }
`,
    });
    expect(fleet.policy).toMatchObject({
      maxConcurrent: 2,
      drift: 'correct',
      powerOnPaceMs: 3_600_000,
      gracefulShutdownMs: 0,
    });
    expect(fleet.policy.windows).toEqual([
      { days: ['Fri'], from: 1_320, to: 360, timezone: 'Europe/Amsterdam' },
      { days: [], from: 0, to: 1_440, timezone: 'UTC' },
    ]);
    expect(fleet.paused).toEqual({ reason: 'moving', until: Date.UTC(2026, 10, 30, 23) });
  });

  test('writes addresses, pins and MACs in one way', () => {
    const text = machineText('ams1-r03-u12', { address: 'HTTPS://[FD00:1::A]:443/'.replace('HTTPS', 'https') })
      .replace('driver: redfish', `driver: redfish\n    tls: { sha256: ${'AB'.repeat(32)} }`)
      .replace('serial: 7XK2M93', 'serial: 7XK2M93, bmcMac: "00:25:90:AB:CD:EF"');
    expect(only(sound({ [u12]: text }))).toMatchObject({
      bmc: { address: 'https://[fd00:1::a]', tlsPin: 'ab'.repeat(32) },
      identity: { bmcMac: '00:25:90:ab:cd:ef' },
    });
  });

  test('allows plain http on loopback, and elsewhere where somebody says so', () => {
    const facility =
      'apiVersion: nanometal/v1alpha1\nkind: Facility\nmetadata: { name: ams1 }\nspec: { ranges: { bmc: [127.0.0.0/8, 10.1.0.0/16] } }\n';
    const loopback = machineText('ams1-r03-u12', { address: 'http://127.0.0.1:18000' });
    const insecure = machineText('ams1-r03-u12', { address: 'http://10.1.3.12' }).replace(
      'driver: redfish',
      'driver: redfish\n    tls: { insecure: true }',
    );
    const named = machineText('ams1-r03-u12', { address: 'https://bmc-12.ams1.example.net' });
    const linked = [loopback, insecure, named].map(
      (text) => only(sound({ [u12]: text, 'facilities/ams1/facility.yaml': facility })).bmc,
    );
    expect(linked.map(({ address, insecure }) => [address, insecure])).toEqual([
      ['http://127.0.0.1:18000', false],
      ['http://10.1.3.12', true],
      ['https://bmc-12.ams1.example.net', false],
    ]);
  });

  test('connects to static addresses within the ranges where machines are installed, and to no others', () => {
    const ready = (ranges: string, addresses: string) =>
      only(
        sound({
          ...withMore(`  install: { id: a, image: debian-13, disk: { serial: S1 }, ready: "tcp:22" }
  network:
    links:
      - { name: lan, mac: "02:00:00:00:00:01", addresses: [${addresses}] }
      - { name: v7, vlan: { id: 7, link: lan }, addresses: ["fd00:2::7/64"], dhcp: true }
`),
          'facilities/ams1/facility.yaml': `${head('Facility', 'ams1')}  ranges: { bmc: [10.1.0.0/16]${ranges} }\n`,
        }),
      ).install?.ready;
    const tcp = { kind: 'tcp', port: 22 };
    const both = ', provisioning: [10.2.0.0/16, "fd00:2::/48"]';
    expect(ready(both, '10.2.0.11/24, 10.3.0.11/24')).toEqual({ ...tcp, addresses: ['10.2.0.11', 'fd00:2::7'] });
    expect(ready(', provisioning: [10.4.0.0/16]', '10.2.0.11/24')).toEqual({ ...tcp, addresses: [] });
    expect(ready('', '10.2.0.11/24')).toEqual({ ...tcp, addresses: [] });
  });

  test('sorts machines by name, whatever their racks', () => {
    const other = machineText('a-spare', {
      address: 'https://10.1.3.13',
      serial: 'S2',
      uuid: '5c4c4544-0058-4b10-8032-b7c04f4d3933',
    });
    const fleet = sound({ [machinePath('a-spare', 'unplaced')]: other.replace('  location: { rack: r03 }\n', '') });
    expect(fleet.machines.map(({ name, rack }) => [name, rack])).toEqual([
      ['a-spare', 'unplaced'],
      ['ams1-r03-u12', 'r03'],
    ]);
  });
});

describe('digests', () => {
  const digestWith = (more: string): string => only(sound(withMore(more))).specDigest;
  const operation = (text: string): string | undefined =>
    only(sound(withMore(`  operations: [{ notAfter: 2026-11-23T00:00:00Z, ${text} }]\n`))).operations[0]?.spec;

  test('of a machine change with what it was asked to be and not with how that is written', () => {
    const digest = digestWith('  power: On\n  protected: true\n');
    expect(digestWith('  # quiet\n  protected: true\n  power: "On"\n')).toBe(digest);
    expect(digestWith('  power: Off\n  protected: true\n')).not.toBe(digest);
  });

  test('of a machine change with its class', () => {
    const renamed = {
      'classes/c3-small.yaml':
        'apiVersion: nanometal/v1alpha1\nkind: MachineClass\nmetadata: { name: c3-small }\nspec: { bios: { BootMode: Bios } }\n',
    };
    expect(only(sound(renamed)).specDigest).not.toBe(only(sound()).specDigest);
  });

  test('of a machine change with the address that its firmware is told', () => {
    const digest = (boot: string, more = '') =>
      only(sound({ ...httpBootClass(more), ...facilityWith(boot) })).specDigest;
    expect(digest('boot: { address: 10.1.2.1 }')).not.toBe(digest('boot: { address: 10.1.2.2 }'));
    expect(digest('boot: { address: 10.1.2.1, methods: [Pxe] }')).toBe(digest(''));
  });

  test('of an operation are of verb and arguments, not of the id', () => {
    expect(operation('id: a, verb: Reboot')).toBe(operation('id: b, verb: Reboot'));
    expect(operation('id: a, verb: Reboot, boot: Pxe')).not.toBe(operation('id: a, verb: Reboot'));
    expect(operation('id: a, verb: Identify')).toBe(operation('id: a, verb: Identify, indicator: Lit'));
    expect(operation('id: a, verb: Erase, disks: [{ serial: S1 }]')).not.toBe(
      operation('id: a, verb: Erase, disks: [{ serial: S2 }]'),
    );
  });

  test('of an installation are of image and disk', () => {
    const install = (text: string) =>
      only(sound(withMore(`  install: { id: a, image: debian-13, ${text} }\n`))).install;
    expect(install('disk: { serial: S1 }')).toMatchObject({
      id: 'a',
      image: { name: 'debian-13' },
      disk: { by: 'serial', value: 'S1' },
    });
    expect(install('disk: { serial: S1 }')).toEqual(
      install('disk: { serial: S1 }, overwrite: false, ready: phoneHome'),
    );
    expect(install('disk: { serial: S1 }')?.spec).not.toBe(install('disk: { serial: S1 }, overwrite: true')?.spec);
  });
});

const twin = (options: Parameters<typeof machineText>[1], name = 'ams1-r03-u13'): Readonly<Record<string, string>> => ({
  [machinePath(name)]: machineText(name, {
    address: 'https://10.1.3.13',
    serial: 'S2',
    uuid: '5c4c4544-0058-4b10-8032-b7c04f4d3933',
    ...options,
  }),
});
const nodes = (first?: string, second?: string): Readonly<Record<string, string>> => ({
  [u12]: machineText('ams1-r03-u12', first === undefined ? {} : { system: first }),
  ...twin({ address: 'https://10.1.3.12:443', ...(second === undefined ? {} : { system: second }) }),
});

/** Files that are right by themselves and wrong together. */
const badTrees: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  'unknown class': {
    'classes/c3-small.yaml': null,
    'classes/c3-smal.yaml':
      'apiVersion: nanometal/v1alpha1\nkind: MachineClass\nmetadata: { name: c3-smal }\nspec: {}\n',
  },
  'no class at all': { 'classes/c3-small.yaml': null },
  'unknown image': withMore('  install: { id: a, image: debian-14, disk: { serial: S1 } }\n'),
  'image outside the ranges': {
    ...withMore('  install: { id: a, image: debian-13, disk: { serial: S1 } }\n'),
    'facilities/ams1/facility.yaml': `${head('Facility', 'ams1')}  ranges: { bmc: [10.1.0.0/16], images: [10.3.0.0/16] }\n`,
    'images/debian-13.yaml': `${head('Image', 'debian-13')}  { url: "http://10.4.0.1:8080/x?sig=1", sha256: ${'ab'.repeat(32)}, format: raw, boot: uefi }\n`,
  },
  'ISO onto a disk': {
    ...withMore('  install: { id: a, image: debian-13, disk: { serial: S1 }, ready: powerOn }\n'),
    'images/debian-13.yaml': imageText('iso'),
  },
  'ISO that is to overwrite something': {
    ...withMore('  install: { id: a, image: debian-13, overwrite: true, ready: powerOn }\n'),
    'images/debian-13.yaml': imageText('iso'),
  },
  'ISO that is to call home': {
    ...withMore('  install: { id: a, image: debian-13 }\n'),
    'images/debian-13.yaml': imageText('iso'),
  },
  'kernel onto a disk': {
    ...withMore('  install: { id: a, image: debian-13, disk: { serial: S1 } }\n'),
    'images/debian-13.yaml': imageText('kernel', `, initrd: ${fileText('http://10.4.0.1/y')}`),
  },
  'initrd outside the ranges': {
    ...withMore('  install: { id: a, image: debian-13 }\n'),
    'facilities/ams1/facility.yaml': `${head('Facility', 'ams1')}  ranges: { bmc: [10.1.0.0/16], images: [10.4.0.1/32] }\n`,
    'images/debian-13.yaml': imageText('kernel', `, initrd: ${fileText('http://10.4.0.2/y')}`),
  },
  'image of a disk without a disk': withMore('  install: { id: a, image: debian-13 }\n'),
  'no fleet.yaml': { 'fleet.yaml': null },
  'no facility.yaml': { 'facilities/ams1/facility.yaml': null },
  'BMC outside the ranges': { [u12]: machineText('ams1-r03-u12', { address: 'https://10.2.3.12' }) },
  'BMC outside the IPv6 ranges': { [u12]: machineText('ams1-r03-u12', { address: '"https://[fd00:2::1]"' }) },
  'IPv4 address as an IPv6 address': {
    [u12]: machineText('ams1-r03-u12', { address: '"https://[::ffff:10.2.3.12]"' }),
  },
  'one serial twice': twin({ serial: '7xk2m93' }),
  'one UUID twice': twin({ uuid: '4C4C4544-0058-4B10-8032-B7C04F4D3933' }),
  'one BMC twice': twin({ address: 'https://10.1.3.12:443/' }),
  'one BMC in two spellings': {
    [u12]: machineText('ams1-r03-u12', { address: '"https://[fd00:1:0::1]"' }),
    ...twin({ address: '"https://[FD00:1:0::1]:443"' }),
  },
  'one system of a service twice': nodes('/redfish/v1/Systems/1', '/redfish/v1/Systems/1'),
  'a system not named': nodes('/redfish/v1/Systems/1'),
  'one name in two racks': {
    [machinePath('ams1-r03-u12', 'r04')]: machineText('ams1-r03-u12', {
      address: 'https://10.1.3.13',
      serial: 'S2',
      uuid: '5c4c4544-0058-4b10-8032-b7c04f4d3933',
    }).replace('rack: r03', 'rack: r04'),
  },
  'wrong file and wrong place': { [u12]: machineText('ams1-r03-u12', { more: '  power: on\n' }), 'classes/x.txt': '' },
};

describe('files that are wrong together', () => {
  test('are told of in words that help', async () => {
    const told = Object.entries(badTrees).map(([name, changes]) => {
      const { fleet } = readFleet('ams1', treeWith(changes));
      if (fleet.ok) throw new Error(`${name}: it was taken`);
      return `## ${name}\n${fleet.error.map((problem) => `${problem.code}\n${renderProblem(problem)}`).join('\n')}\n`;
    });
    await expect(told.join('\n')).toMatchFileSnapshot('../fixtures/manifest/bad-trees.txt');
  });

  test('one service may front several machines that name their systems', () => {
    expect(sound(nodes('/redfish/v1/Systems/1', '/redfish/v1/Systems/2')).machines).toHaveLength(2);
  });

  test('what must be unique in the fleet is seen across facilities', () => {
    const parse = (path: string, text: string): ParsedFile => {
      const parsed = parseFile(path, bytesOf(text));
      if (!parsed.ok) throw new Error(parsed.error.map(renderProblem).join('\n'));
      return parsed.value;
    };
    const here = parse(u12, machineText('ams1-r03-u12'));
    const there = parse('facilities/fra1/machines/r03/ams1-r03-u12.yaml', machineText('ams1-r03-u12'));
    expect(checkAcross([here])).toEqual([]);
    expect(checkAcross([here, there]).map(({ code, file }) => [code, file])).toEqual([
      ['name-duplicate', here.path],
      ['name-duplicate', there.path],
      ['identity-duplicate', here.path],
      ['identity-duplicate', there.path],
      ['identity-duplicate', here.path],
      ['identity-duplicate', there.path],
    ]);
  });
});

test('restraint is read from what is right, though something else is wrong', () => {
  const { fleet, files } = readFleet(
    'ams1',
    treeWith({
      ...withMore('  parked: { reason: CHG-1182 }\n  protected: true\n'),
      'facilities/ams1/facility.yaml':
        'apiVersion: nanometal/v1alpha1\nkind: Facility\nmetadata: { name: ams1 }\nspec: { ranges: { bmc: [10.1.0.0/16] }, paused: { reason: fire } }\n',
      'classes/c3-small.yaml': 'nonsense',
    }),
  );
  expect(fleet.ok).toBe(false);
  expect(readRestraint('ams1', files)).toEqual({
    paused: { reason: 'fire' },
    parked: new Map([['ams1-r03-u12', { reason: 'CHG-1182' }]]),
    protected: new Set(['ams1-r03-u12']),
  });
  expect(readRestraint('fra1', files)).toEqual({ parked: new Map(), protected: new Set() });
});

describe('a linker that is told what changed', () => {
  const names = ['a', 'b', 'c', 'd'];
  const header = (kind: string, name: string, spec: string): string =>
    `apiVersion: nanometal/v1alpha1\nkind: ${kind}\nmetadata: { name: ${name} }\nspec: ${spec}\n`;
  const uuidOf = (n: number): string => `${n}c4c4544-0058-4b10-8032-b7c04f4d3933`;
  const choices: readonly (readonly [string, readonly (string | null)[]])[] = [
    ['fleet.yaml', [header('Fleet', 'x', '{}'), header('Fleet', 'x', '{ policy: { maxConcurrent: 5 } }'), null]],
    [
      'facilities/ams1/facility.yaml',
      [
        header('Facility', 'ams1', '{ ranges: { bmc: [10.1.0.0/16] } }'),
        header('Facility', 'ams1', '{ ranges: { bmc: [10.1.3.0/31] } }'),
        header(
          'Facility',
          'ams1',
          '{ ranges: { bmc: [10.1.0.0/16], provisioning: [10.2.0.0/16] }, boot: { address: 10.2.0.1 } }',
        ),
        null,
      ],
    ],
    [
      'classes/c3-small.yaml',
      [
        header('MachineClass', 'c3-small', '{}'),
        header('MachineClass', 'c3-small', '{ bios: { A: 1 } }'),
        header('MachineClass', 'c3-small', '{ httpBootAttribute: B }'),
        null,
      ],
    ],
    [
      'images/debian-13.yaml',
      [
        header(
          'Image',
          'debian-13',
          `{ url: "https://i.example.net/x", sha256: ${'ab'.repeat(32)}, format: raw, boot: uefi }`,
        ),
        null,
      ],
    ],
    ...names.flatMap((name, i) =>
      ['r03', 'unplaced'].map((rack): readonly [string, readonly (string | null)[]] => [
        machinePath(name, rack),
        [
          machineText(name, { address: `https://10.1.3.${i}`, serial: `S${i}`, uuid: uuidOf(i) }).replace(
            'rack: r03',
            `rack: ${rack}`,
          ),
          machineText(name, {
            address: 'https://10.1.3.1',
            serial: 'S1',
            uuid: uuidOf(i),
            more: '  power: On\n',
          }).replace('rack: r03', `rack: ${rack}`),
          machineText(name, {
            address: `https://10.1.3.${i}`,
            serial: `T${i}`,
            uuid: uuidOf(i),
            more: '  install: { id: a, image: debian-13, disk: { serial: S } }\n',
          }).replace('rack: r03', `rack: ${rack}`),
          null,
          null,
        ],
      ]),
    ),
  ];
  const parsed = new Map(
    choices.flatMap(([path, texts]) =>
      texts.flatMap((text) => (text === null ? [] : [[`${path} ${text}`, parseFile(path, bytesOf(text))] as const])),
    ),
  );
  const fileOf = (path: string, text: string | null): ParsedFile | null => {
    const result = text === null ? null : parsed.get(`${path} ${text}`);
    if (result === undefined || (result !== null && !result.ok)) throw new Error(`${path} is not sound`);
    return result === null ? null : result.value;
  };

  test('answers as one that reads everything anew', () => {
    const change = fc.nat(choices.length - 1).chain((index) => {
      const [path, texts] = choices[index] ?? ['', [null]];
      return fc.constantFrom(...texts).map((text) => [path, text] as const);
    });
    let sounds = 0;
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 6 }), { minLength: 1, maxLength: 6 }), (steps) => {
        const linker = new Linker('ams1');
        const files = new Map<string, ParsedFile>();
        // Sound to begin with, so that most of the answers are fleets.
        for (const changes of [
          choices.slice(0, 5).map(([path, texts]) => [path, texts[0] ?? null] as const),
          ...steps,
        ]) {
          for (const [path, text] of changes) {
            const file = fileOf(path, text);
            linker.change([[path, file]]);
            if (file === null) files.delete(path);
            else files.set(path, file);
          }
          linker.prepare(2);
          const linked = linker.link();
          if (linked.ok) sounds++;
          expect(linked).toEqual(linkFleet('ams1', [...files.values()].reverse()));
        }
      }),
      { numRuns: 300 },
    );
    expect(sounds).toBeGreaterThan(300);
  });

  test('leaves lists that it gave out as they were', () => {
    const linker = new Linker('ams1');
    linker.change(choices.slice(0, 5).map(([path, texts]) => [path, fileOf(path, texts[0] ?? null)]));
    const before = linker.link();
    const copy = structuredClone(before);
    linker.change([[machinePath('a'), null]]);
    linker.link();
    expect(before).toEqual(copy);
  });
});
