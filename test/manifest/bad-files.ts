import { limits } from '../../src/manifest/limits.ts';
import { machinePath, machineText } from './tree.ts';

const path = machinePath('ams1-r03-u12');
const sound = machineText('ams1-r03-u12');
const field = (more: string): string => machineText('ams1-r03-u12', { more });
const fill = (piece: string): string => piece.repeat(Math.floor((limits.fileBytes - 1_000) / piece.length));

/** Everything that people and attackers get wrong in one file; the golden file beside shows what they are told. */
const badFiles: Readonly<Record<string, string | Uint8Array>> = {
  // Texts that cost a naive reader its memory or its time.
  'alias bomb': 'a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\nspec: [*d, *d]\n',
  'one anchor': 'kind: &k Machine\n',
  '50,000 keys': Array.from({ length: 50_000 }, (_, i) => `k${i}: 1`)
    .join('\n')
    .slice(0, limits.fileBytes),
  '20,000 keys in one line': `{ ${Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`)
    .join(', ')
    .slice(0, 200_000)} }`,
  'deep flow lists': fill('['),
  'deep flow maps': fill('{a: '),
  'deep block lists': fill('- '),
  'keys with question marks': fill('? '),
  'deep block maps': Array.from({ length: 600 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
  '33 levels': `${Array.from({ length: 33 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')} 1\n`,
  '33 levels that only the library reads': `"q": 1\n${Array.from({ length: 33 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')} 1\n`,
  '12,000 values that only the library reads': `"q":\n${'- a\n'.repeat(12_000)}`,
  'line ends only': fill('\n'),
  'comments only': fill('#\n'),
  'closing brackets': fill(']'),
  directives: fill('%a\n'),
  documents: fill('---\n'),
  colons: fill(': '),
  'list items': fill('- a\n'),
  'empty list items': fill('-\n'),
  'pairs in a flow list': `[${fill('a: b,')}]`,
  'endless quoted text': `"${fill('a\n')}`,
  escapes: `"${fill('\\n')}"`,
  '10 MB in one value': new Uint8Array(10 * 1024 * 1024).fill(0x61),
  '100 KiB in one value': field(`  power: ${'x'.repeat(100 * 1024)}\n`),
  '9,000 unknown fields': field(Array.from({ length: 9_000 }, (_, i) => `  bioss${i}: 1\n`).join('')),

  // What an agent could not prove from inside.
  'install by the MAC of the BMC': field('  install: { id: a, image: debian-13, disk: { serial: S1 } }\n').replace(
    /uuid: [0-9a-f-]+/,
    'bmcMac: "00:25:90:ab:cd:ef"',
  ),

  // YAML that is not taken.
  'key given twice': field('  power: On\n  power: Off\n'),
  'key given twice in another form': field('  power: On\n  "power": Off\n'),
  'merge key': field('  parked:\n    <<: { reason: x }\n'),
  tag: field('  power: !!str On\n'),
  'own tag': 'a: !ruby/object:X {}\n',
  'two documents': `${sound}---\n${sound}`,
  'end of document': `${sound}...\n`,
  directive: '%YAML 1.1\n---\na: 1\n',
  'a key that is __proto__': field('  "__proto__": { polluted: true }\n'),
  '__proto__ without quotes': field('  __proto__: { polluted: true }\n'),
  constructor: field('  bios: { constructor: { prototype: 1 } }\n'),
  toString: field('  bios: { toString: 1 }\n'),
  'number as a key': field('  bios: { 12: 1 }\n'),
  'list as a key': field('  bios: { [a]: 1 }\n'),
  'long key': field(`  bios: { ${'k'.repeat(200)}: 1 }\n`),
  'leading zero': field('  bios: { AssetTag: 010 }\n'),
  hexadecimal: field('  bios: { Mask: 0x1f }\n'),
  '20 digits': field('  bios: { AssetTag: 12345678901234567890 }\n'),
  'trailing zero': field('  bios: { Version: 1.50 }\n'),
  'not a number': field('  bios: { Speed: .nan }\n'),
  tab: field('  bios:\n\tA: 1\n'),
  'bad indentation': field('  bios:\n      A: 1\n    B: 2\n'),
  'missing quote': field('  power: "On\n'),
  'colon in a value': field('  parked: { reason: x }\n  power: On: Off\n'),
  'missing colon': 'apiVersion nanometal/v1alpha1\nkind: Machine\n',
  'unknown escape': field('  parked: { reason: "C:\\d" }\n'),
  'reserved sign': field('  power: @On\n'),
  empty: '',
  'only a comment': '# nothing yet\n',
  text: 'hello',
  list: '- a\n- b\n',

  // Bytes.
  'byte order mark': `\ufeff${sound}`,
  'UTF-16': new Uint8Array([0xff, 0xfe, 0x61, 0x00, 0x3a, 0x00]),
  'Latin-1': new Uint8Array([0x61, 0x3a, 0x20, 0xe9]),
  NUL: field('  power: O\0n\n'),
  'control character': field('  power: O\u001b[31mn\n'),
  'text that is reordered on the screen': field('  parked: { reason: "\u202etxet" }\n'),
  'carriage return alone': sound.replaceAll('\n', '\r'),
  'Git LFS pointer': 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12\n',

  // Kind and names.
  'no kind': sound.replace('kind: Machine\n', ''),
  'misspelt kind': sound.replace('Machine', 'Machin'),
  'kind of a later version': sound.replace('Machine', 'MachinePool'),
  'kind of another path': sound.replace('Machine', 'Image'),
  'kind is no text': sound.replace('Machine', '[Machine]'),
  'other version': sound.replace('v1alpha1', 'v2'),
  'name of another file': sound.replace('ams1-r03-u12', 'ams1-r03-u13'),
  'rack of another folder': sound.replace('rack: r03', 'rack: r04'),

  // Fields.
  'misspelt field': field('  biso: { A: 1 }\n'),
  'unknown field, its value is not shown': field('  password: hunter2\n'),
  'misspelt field of the BMC': sound.replace('driver', 'drivr'),
  'no spec': 'apiVersion: nanometal/v1alpha1\nkind: Machine\nmetadata: { name: ams1-r03-u12 }\n',
  'empty spec': 'apiVersion: nanometal/v1alpha1\nkind: Machine\nmetadata: { name: ams1-r03-u12 }\nspec:\n',
  'serial in digits': sound.replace('7XK2M93', '12345678'),
  'misspelt value': field('  power: on\n'),
  'boolean as text': field('  protected: no\n'),
  'nothing after the colon': field('  power:\n'),
  'bad UUID': sound.replace('4c4c4544-0058-4b10-8032-b7c04f4d3933', '4c4c4544'),
  'unit 0': sound.replace('rack: r03', 'rack: r03, unit: 0'),
  'unit in quotes': sound.replace('rack: r03', 'rack: r03, unit: "12"'),
  'bad class name': sound.replace('class: c3-small', 'class: C3_Small'),
  'null BIOS value': field('  bios: { A: }\n'),
  'list as a BIOS value': field('  bios: { A: [1] }\n'),
  'bad label key': sound.replace('name: ams1-r03-u12', 'name: ams1-r03-u12, labels: { "a b": c }'),
  'pin and insecure': sound.replace(
    'driver: redfish',
    `driver: redfish\n    tls: { insecure: true, sha256: ${'ab'.repeat(32)} }`,
  ),
  'empty tls': sound.replace('driver: redfish', 'driver: redfish\n    tls: {}'),

  // Identity and address.
  'no identity': sound.replace(/ {2}identity.*\n/, ''),
  'identity without serial and UUID': sound.replace(
    /identity: .*\n/,
    'identity: { chassisSerial: C1, bmcMac: "00:25:90:ab:cd:ef" }\n',
  ),
  'placeholder serial': sound.replace('7XK2M93', 'To Be Filled By O.E.M.'),
  'UUID of zeros': sound.replace('4c4c4544-0058-4b10-8032-b7c04f4d3933', '00000000-0000-0000-0000-000000000000'),
  'plain http': sound.replace('https://10.1.3.12', 'http://10.1.3.12'),
  'password in the address': sound.replace('https://10.1.3.12', 'https://admin:hunter2@10.1.3.12'),
  'path in the address': sound.replace('https://10.1.3.12', 'https://10.1.3.12/redfish/v1'),
  'query in the address': sound.replace('https://10.1.3.12', '"https://10.1.3.12?x=1"'),
  'other scheme': sound.replace('https://10.1.3.12', 'file:///etc/passwd'),
  'short address': sound.replace('https://10.1.3.12', 'https://10.1'),
  'octal address': sound.replace('https://10.1.3.12', 'https://012.1.3.12'),
  'number as an address': sound.replace('https://10.1.3.12', 'https://167838476'),
  'bad port': sound.replace('https://10.1.3.12', 'https://10.1.3.12:70000'),

  // Requests.
  'operation without an end': field('  operations:\n    - { id: a, verb: Reboot }\n'),
  'misspelt verb': field('  operations:\n    - { id: a, verb: Rebot, notAfter: 2026-11-23T00:00:00Z }\n'),
  'verb that is not asked for': field(
    '  operations:\n    - { id: a, verb: PowerOff, notAfter: 2026-11-23T00:00:00Z }\n',
  ),
  'boot with Identify': field(
    '  operations:\n    - { id: a, verb: Identify, boot: Pxe, notAfter: 2026-11-23T00:00:00Z }\n',
  ),
  'indicator with Reboot': field(
    '  operations:\n    - { id: a, verb: Reboot, indicator: Lit, notAfter: 2026-11-23T00:00:00Z }\n',
  ),
  'disks with Reboot': field(
    '  operations:\n    - { id: a, verb: Reboot, disks: [{ serial: S1 }], notAfter: 2026-11-23T00:00:00Z }\n',
  ),
  'Erase without disks': field('  operations:\n    - { id: a, verb: Erase, notAfter: 2026-11-23T00:00:00Z }\n'),
  'disk by two names': field(
    '  operations:\n    - { id: a, verb: Erase, disks: [{ serial: S1, wwn: w }], notAfter: 2026-11-23T00:00:00Z }\n',
  ),
  'disk by no name': field(
    '  operations:\n    - { id: a, verb: Erase, disks: [{}], notAfter: 2026-11-23T00:00:00Z }\n',
  ),
  'no disks': field('  operations:\n    - { id: a, verb: Erase, disks: [], notAfter: 2026-11-23T00:00:00Z }\n'),
  '30 February': field('  operations:\n    - { id: a, verb: Reboot, notAfter: 2026-02-30T00:00:00Z }\n'),
  'date without a time': field('  operations:\n    - { id: a, verb: Reboot, notAfter: 2026-11-23 }\n'),
  'id in capitals': field('  operations:\n    - { id: Reboot_1, verb: Reboot, notAfter: 2026-11-23T00:00:00Z }\n'),
  'id given twice': field(
    '  operations:\n    - { id: a, verb: Reboot, notAfter: 2026-11-23T00:00:00Z }\n    - { id: a, verb: Inspect, notAfter: 2026-11-23T00:00:00Z }\n',
  ),
  'id of the installation': field(
    '  install: { id: a, image: debian-13, disk: { serial: S1 } }\n  operations:\n    - { id: a, verb: Reboot, notAfter: 2026-11-23T00:00:00Z }\n',
  ),
  'port that does not exist': field(
    '  install: { id: a, image: debian-13, disk: { serial: S1 }, ready: "tcp:99999" }\n',
  ),
  'parked without a reason': field('  parked: {}\n'),
  'several things at once': field('  power: on\n  biso: {}\n  operations:\n    - { id: A, verb: Rebot }\n'),
};

/** Of other kinds: path, then text. */
const header = (kind: string, name: string): string =>
  `apiVersion: nanometal/v1alpha1\nkind: ${kind}\nmetadata: { name: ${name} }\nspec:\n`;
const facility = (spec: string): [string, string] => [
  'facilities/ams1/facility.yaml',
  `${header('Facility', 'ams1')}${spec}`,
];
const discovery = (spec: string): [string, string] => [
  'facilities/ams1/discovery.yaml',
  `${header('Discovery', 'ams1')}${spec}`,
];
const machine = (more: string): readonly [string, string] => [path, field(more)];

const otherFiles: Readonly<Record<string, readonly [path: string, text: string]>> = {
  'no ranges': facility('  policy: { maxConcurrent: 1 }\n'),
  'range with bits behind its prefix': facility('  ranges: { bmc: [10.1.3.12/16] }\n'),
  'range of everything': facility('  ranges: { bmc: [0.0.0.0/0] }\n'),
  'range that is an address': facility('  ranges: { bmc: [10.1.3.12] }\n'),
  'bad policy': facility(
    '  ranges: { bmc: [10.1.0.0/16] }\n  policy: { drift: corect, maxConcurrent: 0, powerOnPace: 2 s }\n',
  ),
  'bad windows': facility(
    '  ranges: { bmc: [10.1.0.0/16] }\n  windows:\n    - { days: [Monday], from: "22:00", to: "25:00", timezone: Europe/Amsterdm }\n    - { from: 22:00, to: "6:00", timezone: "+02:00" }\n',
  ),
  'unknown time zone': facility(
    '  ranges: { bmc: [10.1.0.0/16] }\n  windows: [{ from: "22:00", to: "06:00", timezone: Europe/Amsterdm }]\n',
  ),
  '2,000 windows': facility(
    `  ranges: { bmc: [10.1.0.0/16] }\n  windows:\n${Array.from({ length: 2_000 }, (_, i) => `    - { from: "22:00", to: "06:00", timezone: Europe/X${i} }\n`).join('')}`,
  ),
  'empty window': facility(
    '  ranges: { bmc: [10.1.0.0/16] }\n  windows: [{ from: "22:00", to: "22:00", timezone: UTC }]\n',
  ),
  'boot service that nobody may ask': facility('  ranges: { bmc: [10.1.0.0/16] }\n  boot: { address: 10.1.2.1 }\n'),
  'boot service at no address, with one port for two': facility(
    '  ranges: { bmc: [10.1.0.0/16], provisioning: [10.2.0.0/24] }\n  boot: { address: "::", httpPort: 8443 }\n',
  ),
  'boot service at a group': facility(
    '  ranges: { bmc: [10.1.0.0/16], provisioning: [10.2.0.0/24] }\n  boot: { address: 224.0.0.1, httpPort: 443, httpsPort: 443 }\n',
  ),
  'facility of another folder': [
    'facilities/ams1/facility.yaml',
    `${header('Facility', 'fra1')}  ranges: { bmc: [10.1.0.0/16] }\n`,
  ],
  'image with a password': [
    'images/debian-13.yaml',
    `${header('Image', 'debian-13')}  { url: "https://u:hunter2@images.example.net/x", sha256: ${'AB'.repeat(32)}, format: qcow2, boot: uefi }\n`,
  ],
  'kernel without an initrd': [
    'images/debian-13.yaml',
    `${header('Image', 'debian-13')}  { url: "https://images.example.net/x", sha256: ${'ab'.repeat(32)}, format: kernel, boot: uefi }\n`,
  ],
  'command line of a disk': [
    'images/debian-13.yaml',
    `${header('Image', 'debian-13')}  { url: "https://images.example.net/x", sha256: ${'ab'.repeat(32)}, format: raw, boot: uefi, commandLine: quiet }\n`,
  ],
  'class with a misspelt field': [
    'classes/c3-small.yaml',
    `${header('MachineClass', 'c3-small')}  expects: { memory: 64 }\n`,
  ],
  'class with firmware as a number': [
    'classes/c3-small.yaml',
    `${header('MachineClass', 'c3-small')}  expects: { firmware: { bios: 2.5 } }\n`,
  ],
  'a /8 to sweep': discovery('  ranges: [10.1.0.0/24, 10.0.0.0/8]\n  credentials: [bmc-default]\n'),
  'ranges that are too large together': discovery(
    '  ranges:\n    - 10.1.0.0/17\n    - 10.1.128.0/17\n    - "10.2.0.1:1-2"\n  credentials: [bmc-default]\n',
  ),
  'ranges that are none': discovery(
    '  ranges: [10.1.0.1/24, 10.1.0.9-10.1.0.1, "10.1.0.1:0-9", bmc.example.net, 10.1]\n  credentials: [bmc-default]\n',
  ),
  'a discovery that would lock accounts': discovery(
    '  credentials: []\n  limits: { loginsPerHour: 100, concurrency: 0 }\n  propose: { name: "{host}" }\n',
  ),
  'a discovery without credentials, every second': discovery('  ranges: [10.1.0.0/24]\n  interval: 1s\n'),
  'user-data that is none': machine('  userData: "users: []"\n'),
  'user-data that is no YAML': machine('  userData: |\n    #cloud-config\n    users: [\n'),
  'user-data that is a list': machine('  userData: |\n    #cloud-config\n    - users\n'),
  'user-data with a name of its own': machine('  userData: |\n    #cloud-config\n    users: []\n    hostname: other\n'),
  'user-data with nothing in it': machine('  userData: |\n    #cloud-config\n    users:\n      - name:\n'),
  'no place for a manifest': ['facilities/ams1/machines/ams1-r03-u12.yaml', sound],
};

export const badFileCases = [
  ...Object.entries(badFiles).map(([name, content]) => [name, path, content] as const),
  ...Object.entries(otherFiles).map(([name, [where, text]]) => [name, where, text] as const),
];
