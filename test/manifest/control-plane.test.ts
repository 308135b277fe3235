import { describe, expect, test } from 'vitest';
import { Linker } from '../../src/manifest/linker.ts';
import { parseFile } from '../../src/manifest/parse.ts';
import { readFleet } from '../../src/manifest/read.ts';
import { renderProblem } from '../../src/manifest/render.ts';
import type { ControlPlane, Release } from '../../src/model/component.ts';
import type { Fleet } from '../../src/model/fleet.ts';
import { bytesOf, machinePath, machineText, soundTree, treeWith } from './tree.ts';

const path = 'facilities/ams1/control-plane.yaml';
const facility = 'facilities/ams1/facility.yaml';
const key = `SHA256:${'A'.repeat(43)}`;

const of = (kind: string, name: string, spec: string): string =>
  `apiVersion: nanometal/v1alpha1\nkind: ${kind}\nmetadata: { name: ${name} }\nspec:\n${spec}`;
const component = (name: string, spec: string): Files => ({ [`components/${name}.yaml`]: of('Component', name, spec) });
const controlPlane = (spec: string): Files => ({ [path]: of('ControlPlane', 'ams1', spec) });

type Files = Readonly<Record<string, string | null>>;

const host = (name: string, more = ''): string => {
  const address = `10.9.0.${name.slice(-1)}`;
  return `    - { name: ${name}, address: ${address}, hostKey: "${key}", credentials: infra${more} }\n`;
};
const hosts = `  hosts:\n${host('infra2')}${host('infra1')}`;
const uses = (...placements: readonly string[]): Files =>
  controlPlane(`${hosts}  components:\n${placements.map((placement) => `    - ${placement}\n`).join('')}`);

const web = `  version: "1.2"
  after: [clock]
  install:
    packages:
      - { name: web, version: "{{version}}-1" }
    files:
      - path: /etc/web/{{settings.site}}.conf
        mode: "0600"
        template: |
          listen {{host.address}}:{{settings.port}}
          {{#settings.tls}}
          tls on
          {{/settings.tls}}
          {{^settings.tls}}
          tls off
          {{/settings.tls}}
          {{#settings.peers}}
          peer {{.}} of {{settings.site}}
          {{/settings.peers}}
          {{#machines}}
          machine {{name}} {{rack}} {{bmc}}{{#macs}} {{.}}{{/macs}}{{#reservations}} {{mac}}={{address}}{{/reservations}}
          {{/machines}}
  service:
    command: ["{{root}}/usr/bin/web", "--name={{component.name}}"]
    environment: { SITE: "{{settings.site}} & <sons>" }
    capabilities: [CAP_NET_BIND_SERVICE]
    state: web
  ports:
    - { port: "{{settings.port}}", protocol: tcp }
  health:
    - systemd: true
    - http: http://{{host.address}}:{{settings.port}}/
    - tcp: "127.0.0.1:{{settings.port}}"
    - command: [curl, "{{host.name}}"]
  deadline: 5m
  settings: { site: main, port: 80, tls: true, peers: [] }
`;
const clock = '  version: debian\n  install: { packages: [{ name: clock }] }\n  service: { unit: clock.service }\n';

const base: Files = {
  [facility]: of('Facility', 'ams1', '  ranges: { bmc: [10.1.0.0/16], hosts: [10.9.0.0/24, 127.0.0.0/8] }\n'),
  ...component('web', web),
  ...component('clock', clock),
};

const read = (changes: Files) => readFleet('ams1', treeWith({ ...base, ...changes })).fleet;
const told = (changes: Files): string => {
  const fleet = read(changes);
  if (fleet.ok) throw new Error('nothing is wrong with it');
  return fleet.error.map((problem) => `${problem.code}\n${renderProblem(problem)}`).join('\n');
};
function linked(changes: Files): Fleet {
  const fleet = read(changes);
  if (!fleet.ok) throw new Error(fleet.error.map(renderProblem).join('\n'));
  return fleet.value;
}
function plane(changes: Files): ControlPlane {
  const { controlPlane: found } = linked(changes);
  if (found === undefined) throw new Error('there is no control plane');
  return found;
}
const places = ({ releases }: ControlPlane): string[] =>
  releases.map(({ component: name, host: where, state }) => `${state === 'absent' ? '-' : ''}${name}@${where}`);
function release(changes: Files, name: string, where = 'infra1'): Release {
  const found = plane(changes).releases.find(({ component: own, host: at }) => own === name && at === where);
  if (found === undefined) throw new Error('there is no such release');
  return found;
}

const port = (name: string, more = ''): Files =>
  component(
    name,
    `  version: "1"\n  service: { command: [/bin/${name}] }\n  ports: [{ port: 80, protocol: tcp }]\n${more}`,
  );
const manifests =
  '  version: "1"\n  install: { manifests: [{ template: "kind: Namespace" }] }\n  health: [{ command: [kubectl, version] }]\n';

const wrong: Readonly<Record<string, Files>> = {
  // The control plane by itself.
  'host without a key and a login': controlPlane(
    '  hosts: [{ name: infra1, address: 10.9.0.1 }]\n  components: [{ name: clock }]\n',
  ),
  'key of a host under process': controlPlane(
    `  driver: process\n  hosts: [{ name: here, address: 127.0.0.1, port: 23, hostKey: "${key}", credentials: a }]\n  components: []\n`,
  ),
  'key that is none': controlPlane(`  hosts:\n${host('infra1').replace(key, 'SHA256:abc')}  components: []\n`),
  'host with a name for an address': controlPlane(
    `  hosts:\n${host('infra1').replace('10.9.0.1', 'infra1.example.net')}  components: []\n`,
  ),
  'two hosts of one name': controlPlane(`  hosts:\n${host('infra1')}${host('infra1')}  components: []\n`),
  'two hosts at one address': controlPlane(
    `  hosts:\n${host('infra1')}${host('infra1').replace('infra1', 'infra2')}  components: []\n`,
  ),
  'no hosts': controlPlane('  hosts: []\n  components: []\n'),
  'driver that is not there': controlPlane(`  driver: shh\n${hosts}  components: []\n`),
  'unknown host': uses('{ name: clock, hosts: [infra3] }'),
  'component named twice': uses('{ name: clock }', '{ name: clock, hosts: [infra2] }'),
  'host named twice': uses('{ name: clock, hosts: [infra1, infra1] }'),
  'absent and present': uses('{ name: clock }', '{ name: clock, absent: true }'),
  'absent: false': uses('{ name: clock, absent: false }'),

  // Beside the other files.
  'host out of range': controlPlane(`${hosts.replace('10.9.0.1', '10.8.0.1')}  components: []\n`),
  'no range for hosts': { [facility]: soundTree[facility] ?? '', ...uses('{ name: clock }') },
  'unknown component': uses('{ name: clok }', '{ name: mailer }'),
  'unknown setting': uses('{ name: web, settings: { prt: 81 } }', '{ name: clock, settings: { port: 1 } }'),
  'setting of another sort': uses('{ name: web, settings: { port: [81], tls: "yes", peers: one, site: true } }'),
  'setting that is missing': {
    ...component('web', web.replace('site: main', 'site:')),
    ...uses('{ name: web }', '{ name: clock }'),
  },
  'setting that is a map': uses('{ name: web, settings: { site: { a: b } } }'),
  'unknown component in after': { ...component('web', web.replace('[clock]', '[clok]')), ...uses('{ name: clock }') },
  'components that wait for each other': {
    ...component('clock', `${clock}  after: [dns]\n`),
    ...component('dns', `${clock}  after: [web]\n`),
    ...uses('{ name: clock }'),
  },
  'a component that waits for itself': component('clock', `${clock}  after: [clock]\n`),
  'one port': { ...port('a'), ...port('b'), ...uses('{ name: a }', '{ name: b, hosts: [infra2] }') },
  'one port by a setting': { ...port('a'), ...uses('{ name: a }', '{ name: web, hosts: [infra2] }') },
  'one file': {
    ...component('clock', `${clock.replace('}] }', '}], files: [{ path: /etc/web/main.conf, template: x }] }')}`),
    ...uses('{ name: clock }', '{ name: web, hosts: [infra1] }'),
  },
  'one unit': { ...component('time', clock), ...uses('{ name: clock }', '{ name: time }') },
  'a file where another has a folder': {
    ...component('clock', `${clock.replace('}] }', '}], files: [{ path: /etc/web, template: x }] }')}`),
    ...uses('{ name: clock }', '{ name: web, hosts: [infra1] }'),
  },
  'manifests on two hosts': { ...component('cni', manifests), ...uses('{ name: cni }') },

  // A component by itself, whether or not it is used.
  'nothing in it': component('a', '  version: "1"\n'),
  'nothing in it, with health': component('a', '  version: "1"\n  install: {}\n  health: [{ tcp: "127.0.0.1:1" }]\n'),
  'no version': component('a', '  service: { unit: a.service }\n'),
  'manifests beside the rest': component(
    'a',
    `${manifests.replace('manifests:', 'packages: [{ name: ab }], files: [{ path: /a, template: x }], manifests:')}  service: { unit: a.service }\n  ports: [{ port: 1, protocol: tcp }]\n`,
  ),
  'content twice, not at all, and without a digest': component(
    'a',
    `  version: "1"\n  service: { unit: a.service }\n  install:\n    files:\n      - { path: /a, template: x, url: https://a.example.net/ }\n      - { path: /b }\n      - { path: /c, url: https://a.example.net/ }\n      - { path: /d, template: x, sha256: ${'ab'.repeat(32)} }\n`,
  ),
  'paths that lead elsewhere': component(
    'a',
    `  version: "1"\n  service: { unit: a.service }\n  install:\n    files:\n${['etc/a', '/etc/../a', '/etc//a', '/etc/a/', '/proc/sys/a', '/sys', '/dev/sda', '/run/a', '/', '/a\\nb'].map((file) => `      - { path: "${file}", template: x }\n`).join('')}`,
  ),
  'a path twice': component(
    'a',
    '  version: "1"\n  service: { unit: a.service }\n  install: { files: [{ path: /a, template: x }, { path: /a, template: y }] }\n',
  ),
  'a package twice': component(
    'a',
    '  version: "1"\n  install: { packages: [{ name: ab }, { name: ab }] }\n  service: { unit: a.service }\n',
  ),
  'modes that are none': component(
    'a',
    '  version: "1"\n  service: { unit: a.service }\n  install: { files: [{ path: /a, template: x, mode: 644 }, { path: /b, template: x, mode: "4755" }] }\n',
  ),
  'urls that are none': component(
    'a',
    `  version: "1"\n  service: { unit: a.service }\n  install:\n    files:\n      - { path: /a, url: ftp://a.example.net/, sha256: abc }\n      - { path: /b, url: "https://u:hunter2@a.example.net/", sha256: ${'ab'.repeat(32)} }\n  health: [{ http: localhost }]\n`,
  ),
  'unit and command': component('a', '  version: "1"\n  service: { unit: a.service, command: [/bin/a] }\n'),
  'neither unit nor command': component('a', '  version: "1"\n  service: { state: a }\n'),
  'a unit with what commands have': component(
    'a',
    '  version: "1"\n  service: { unit: a.service, user: a, state: a, environment: { A: b }, capabilities: [CAP_CHOWN] }\n',
  ),
  'a unit that is none': component('a', '  version: "1"\n  service: { unit: a }\n'),
  'a program without its path': component('a', '  version: "1"\n  service: { command: [a] }\n'),
  'a command without words': component('a', '  version: "1"\n  service: { command: [] }\n'),
  'two checks in one, none, and unknown ones': component(
    'a',
    '  version: "1"\n  service: { unit: a.service }\n  health: [{ systemd: true, tcp: "127.0.0.1:1" }, {}, { systemd: false }, { tpc: x }]\n',
  ),
  'addresses that are none': component(
    'a',
    '  version: "1"\n  service: { unit: a.service }\n  health: [{ tcp: "127.0.0.1" }, { tcp: "::1:53" }, { tcp: "127.0.0.1:70000" }, { tcp: ":53" }]\n',
  ),
  'no health and no service': component('a', '  version: "1"\n  install: { packages: [{ name: ab }] }\n'),
  'systemd without a service': component(
    'a',
    '  version: "1"\n  install: { packages: [{ name: ab }] }\n  health: [{ systemd: true }]\n',
  ),
  'ports that are none': component(
    'a',
    '  version: "1"\n  service: { unit: a.service }\n  ports: [{ port: 0, protocol: tcp }, { port: "http", protocol: tpc }, { port: 1 }]\n',
  ),
  'deadlines that are none': component('a', '  version: "1"\n  service: { unit: a.service }\n  deadline: 60\n'),
  'settings that are none': component(
    'a',
    '  version: "1"\n  service: { unit: a.service }\n  settings: { a-b: 1, c: { d: e }, f: [[g]] }\n',
  ),

  // Templates.
  'unknown values': {
    ...component(
      'web',
      web
        .replace(
          '{{host.address}}:{{settings.port}}\n          {{#settings.tls',
          '{{host.adress}}:{{settings.prt}}\n          {{#settings.tls',
        )
        .replace('machine {{name}}', 'machine {{nmae}} {{toString}} {{constructor.name}} {{settings.site.length}}')
        .replace('"{{version}}-1"', '"{{verson}}-1"'),
    ),
  },
  'a list as a value, a map as a section, a dot of nothing': component(
    'web',
    web.replace('peer {{.}}', 'peer {{settings.peers}} {{machines}} {{#host}}x{{/host}}').replace('tls on', '{{.}}'),
  ),
  'sections that do not fit': component(
    'web',
    web.replace('{{/settings.tls}}\n          {{^', '{{/settings.tsl}}\n          {{^'),
  ),
  'a section that does not end': component('web', web.replace('          {{/machines}}\n', '')),
  'a section that is not open': component('web', web.replace('{{#machines}}', '')),
  'a tag that does not end': component('web', web.replace('{{#machines}}', '{{#machines')),
  'partials, delimiters, lambdas and other logic': component(
    'web',
    ['{{>other}}', '{{=<% %>=}}', '{{#if x}}', '{{name | upper}}', '{{{{a}}}}', '{{}}', '{{ .Values.x }}']
      .map((tag, i) => `      - { path: /t${i}, template: "${tag}" }\n`)
      .reduce(
        (spec, file) => `${spec}${file}`,
        '  version: "1"\n  service: { unit: a.service }\n  install:\n    files:\n',
      ),
  ),
  'the root in a path, and the version in itself': component(
    'web',
    web.replace('/etc/web', '"{{root}}/etc/web').replace('.conf', '.conf"').replace('"1.2"', '"{{version}}"'),
  ),
  'in quotes and folded': component(
    'a',
    '  version: "1"\n  service: { command: [/bin/a, "{{x}}", \'it\'\'s {{x}}\', "a\\n{{x}}"] }\n  install:\n    files:\n      - path: /a\n        template: >\n          a\n          {{x}}\n      - path: /b\n        template: |2-\n\n            {{host.name}}\n           b {{x}}\n',
  ),
  'what comes of them does not fit': {
    ...component('web', web),
    ...uses('{ name: web, settings: { site: ../../passwd, port: 99999 } }', '{ name: clock }'),
  },
  'a line end in a word': uses('{ name: web, settings: { site: "a\\nb" } }'),
  'a version that is empty': {
    ...component('web', web.replace('"1.2"', '"{{settings.site}}"')),
    ...uses('{ name: web, settings: { site: " " } }'),
  },
};

describe('a control plane that is wrong', () => {
  const words: string[] = [];
  test.each(Object.entries(wrong))('%s', (name, changes) => {
    const text = told(changes);
    expect(text).not.toMatch(/hunter2|undefined|\[object/);
    words.push(`## ${name}\n${text}\n`);
  });

  test('is told of in words that help', async () => {
    expect(words).toHaveLength(Object.keys(wrong).length);
    await expect(words.join('\n')).toMatchFileSnapshot('../fixtures/manifest/bad-control-planes.txt');
  });

  test('a template that would fill the memory is a problem', () => {
    const inner = '{{#settings.l}}'.repeat(7) + 'x'.repeat(100) + '{{/settings.l}}'.repeat(7);
    const items = Array.from({ length: 200 }, (_, i) => i).join(', ');
    const spec = `  version: "1"\n  service: { unit: a.service }\n  install: { files: [{ path: /a, template: "${inner}" }] }\n  settings: { l: [${items}] }\n`;
    expect(told({ ...component('a', spec), ...uses('{ name: a }') })).toMatch(
      /rendered\ncomponents\/a.yaml:7:[\s\S]*more than\s+64 MiB/,
    );
  });

  test('thousands of unknown names cost little', () => {
    const spec = `  version: "1"\n  service: { unit: a.service }\n  install: { files: [{ path: /a, template: "${'{{nmae}}'.repeat(8_000)}" }] }\n`;
    expect(
      told(component('a', spec))
        .split('\n')
        .filter((line) => line === 'template').length,
    ).toBeLessThanOrEqual(101);
  });
});

describe('a control plane', () => {
  test('has defaults, and its hosts by name', () => {
    const { file, driver, within, hosts: found, concurrency } = plane(uses('{ name: clock }'));
    expect({ file, driver, within, concurrency }).toEqual({
      file: path,
      driver: 'ssh',
      within: ['10.9.0.0/24', '127.0.0.0/8'],
      concurrency: 1,
    });
    expect(
      found.map(({ name, address, port: own, credentials, hostKey }) => [name, address, own, credentials, hostKey]),
    ).toEqual([
      ['infra1', '10.9.0.1', 22, 'infra', key],
      ['infra2', '10.9.0.2', 22, 'infra', key],
    ]);
  });

  test('renders a component for its host', () => {
    const ports =
      '  network:\n    links:\n      - { name: nic0, mac: "3C:EC:EF:00:04:00", addresses: ["fd00::5/64", 10.2.0.5/24, 10.2.0.6/24] }\n      - { name: nic1, mac: "3c:ec:ef:00:04:01" }\n';
    const changes = {
      [machinePath('ams1-r03-u12')]: machineText('ams1-r03-u12', { more: ports }),
      ...uses('{ name: web, settings: { peers: [10, one] } }', '{ name: clock }'),
    };
    const { digest, ...found } = release(changes, 'web');
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(found).toEqual({
      component: 'web',
      host: 'infra1',
      after: ['clock'],
      state: 'present',
      version: '1.2',
      packages: [{ name: 'web', version: '1.2-1' }],
      files: [
        {
          path: '/etc/web/main.conf',
          mode: 0o600,
          content: {
            kind: 'inline',
            text: 'listen 10.9.0.1:80\ntls on\npeer 10 of main\npeer one of main\nmachine ams1-r03-u12 r03 10.1.3.12 3c:ec:ef:00:04:00 3c:ec:ef:00:04:01 3c:ec:ef:00:04:00=10.2.0.5\n',
          },
        },
      ],
      service: {
        kind: 'process',
        command: ['/usr/bin/web', '--name=web'],
        environment: { SITE: 'main & <sons>' },
        capabilities: ['CAP_NET_BIND_SERVICE'],
        state: 'web',
      },
      health: [
        { kind: 'systemd' },
        { kind: 'http', url: 'http://10.9.0.1:80/' },
        { kind: 'tcp', host: '127.0.0.1', port: 80 },
        { kind: 'command', command: ['curl', 'infra1'] },
      ],
      deadlineMs: 300_000,
      onChange: 'restart',
    });
  });

  test('has a place for the root that only the driver process knows', () => {
    const here = '  driver: process\n  hosts: [{ name: here1, address: 127.0.0.1 }]\n  components: [{ name: web }]\n';
    expect(release(controlPlane(here), 'web', 'here1').service).toMatchObject({
      command: ['@ROOT@/usr/bin/web', '--name=web'],
    });
    expect(plane(controlPlane(here)).hosts).toMatchObject([{ hostKey: '', credentials: '' }]);
  });

  test('is in order: what goes first, backwards; then each after what it waits for, by name, host by host', () => {
    const files = {
      ...component('dns', `${clock.replace('clock.service', 'dns.service')}  after: [web]\n`),
      ...component('old', `${clock}  after: [older]\n`),
      ...component('older', clock),
    };
    const all = uses(
      '{ name: dns }',
      '{ name: older, absent: true, hosts: [infra2] }',
      '{ name: web, hosts: [infra2] }',
      '{ name: gone, absent: true, hosts: [infra1] }',
      '{ name: old, absent: true }',
      '{ name: clock }',
    );
    expect(places(plane({ ...files, ...all }))).toEqual([
      '-gone@infra1',
      '-old@infra1',
      '-old@infra2',
      '-older@infra2',
      'clock@infra1',
      'clock@infra2',
      'web@infra2',
      'dns@infra1',
      'dns@infra2',
    ]);
  });

  test('what is absent holds nothing, and nothing waits for it', () => {
    const changes = uses('{ name: web, hosts: [infra1] }', '{ name: clock, absent: true, hosts: [infra1] }');
    expect(release(changes, 'clock')).toMatchObject({
      state: 'absent',
      version: '',
      packages: [],
      files: [],
      health: [],
      after: [],
    });
    expect(release(changes, 'clock')).not.toHaveProperty('service');
    expect(release(changes, 'web').after).toEqual([]);
  });

  test('one component differs from host to host', () => {
    const changes = uses(
      '{ name: web, hosts: [infra1], settings: { port: 81 }, version: "1.3" }',
      '{ name: web, hosts: [infra2], settings: { tls: false } }',
    );
    const [one, two] = [release(changes, 'web', 'infra1'), release(changes, 'web', 'infra2')];
    expect([one.version, two.version]).toEqual(['1.3', '1.2']);
    expect(one.packages).toEqual([{ name: 'web', version: '1.3-1' }]);
    expect(JSON.stringify(one.files)).toContain('listen 10.9.0.1:81\\ntls on');
    expect(JSON.stringify(two.files)).toContain('listen 10.9.0.2:80\\ntls off');
  });

  test('the digest is of what is installed: the order it is applied in, and how it was written, do not count', () => {
    const before = release(uses('{ name: web }', '{ name: clock }'), 'web').digest;
    expect(release(uses('{ name: web }'), 'web').digest).toBe(before);
    expect(release({ ...component('web', `# more\n${web}`), ...uses('{ name: web }') }, 'web').digest).toBe(before);
    expect(
      release({ ...component('web', web.replace('tls on', 'tls  on')), ...uses('{ name: web }') }, 'web').digest,
    ).not.toBe(before);
    expect(release(uses('{ name: web, version: "1.3" }'), 'web').digest).not.toBe(before);
  });

  test('Kubernetes manifests go to the one host that is named', () => {
    const url =
      '  version: "2"\n  install: { manifests: [{ url: "https://a.example.net/{{version}}.yaml", sha256: "{{settings.sum}}" }] }\n  health: [{ command: [kubectl, version] }]\n  settings: { sum: }\n';
    const changes = {
      ...component('csi', url),
      ...uses(`{ name: csi, hosts: [infra2], settings: { sum: ${'AB'.repeat(32)} } }`),
    };
    expect(release(changes, 'csi', 'infra2').manifests).toEqual([
      { kind: 'url', url: 'https://a.example.net/2.yaml', sha256: 'ab'.repeat(32) },
    ]);
  });

  test('without its file there is none, whatever components the fleet has', () => {
    expect(linked({})).not.toHaveProperty('controlPlane');
  });

  test('follows whatever its templates see, one change after the other', () => {
    const parsed = (file: string, text: string) => {
      const result = parseFile(file, bytesOf(text));
      if (!result.ok) throw new Error(result.error.map(renderProblem).join('\n'));
      return [file, result.value] as const;
    };
    const list = `  version: "1"
  service: { unit: list.service }
  install:
    files:
      - path: /list
        template: |
          {{#hosts}}h {{name}} {{address}}{{/hosts}}
          {{#machines}}m {{name}} {{bmc}} {{#reservations}}{{address}}{{/reservations}}{{/machines}}
          {{#clusters}}c {{name}} {{endpoint}}{{/clusters}}
          {{#facility.ranges.hosts}}r {{cidr}} {{address}} {{prefix}} {{netmask}}{{#ipv4}} 4{{/ipv4}}{{/facility.ranges.hosts}}
  settings: { a: 1 }
`;
    const start = { ...soundTree, ...base, ...component('list', list), ...uses('{ name: list }') };
    const files = new Map(
      Object.entries(start).flatMap(([file, text]) => (text === null ? [] : [[file, text] as const])),
    );
    const kept = new Linker('ams1');
    kept.change([...files].map(([file, text]) => parsed(file, text)));
    const machine = (more: string) => machineText('ams1-r03-u12', { more });
    const port = (address: string) =>
      `  network: { links: [{ name: nic0, mac: "3c:ec:ef:00:04:00", addresses: [${address}] }] }\n`;
    const u12 = machinePath('ams1-r03-u12');
    const cluster = (host: string) =>
      of(
        'Cluster',
        'prod',
        `  bootstrap: cloud-init\n  endpoint: { host: "${host}" }\n  controlPlane: { machines: [ams1-r03-u12] }\n`,
      );
    const changes: readonly (readonly [string, string, string | null])[] = [
      [u12, machine('  power: On\n'), null],
      [u12, machine(port('10.2.0.7/24')), 'm ams1-r03-u12 10.1.3.12 10.2.0.7'],
      [u12, machine(port('10.2.0.8/24')), '10.2.0.8'],
      ['facilities/ams1/clusters/prod.yaml', cluster('fd00::1'), 'c prod [fd00::1]:6443'],
      ['facilities/ams1/clusters/prod.yaml', cluster('api.example.net'), 'c prod api.example.net:6443'],
      [
        facility,
        of('Facility', 'ams1', '  ranges: { bmc: [10.1.0.0/16], hosts: [10.9.0.0/20, "fd00:9::/48"] }\n'),
        'r 10.9.0.0/20 10.9.0.0 20 255.255.240.0 4r fd00:9::/48 fd00:9:: 48 ',
      ],
      ['components/list.yaml', of('Component', 'list', list.replace('m {{', 'M {{')), 'M ams1'],
      [
        path,
        of('ControlPlane', 'ams1', `${hosts.replace('infra2', 'infra3')}  components: [{ name: list }]\n`),
        'infra3 10.9.0.2',
      ],
    ];
    let before = JSON.stringify(kept.link());
    for (const [file, text, seen] of changes) {
      files.set(file, text);
      kept.change([parsed(file, text)]);
      const after = kept.link();
      const anew = new Linker('ams1');
      anew.change([...files].map(([name, content]) => parsed(name, content)));
      expect(after).toEqual(anew.link());
      if (!after.ok) throw new Error(after.error.map(renderProblem).join('\n'));
      const controlPlane = JSON.stringify(after.value.controlPlane);
      if (seen === null) expect(before).toContain(controlPlane);
      else expect(controlPlane).toContain(seen);
      before = JSON.stringify(after);
    }
  });

  test('is the same however the files came', () => {
    const files = treeWith({ ...base, ...uses('{ name: web }', '{ name: clock }') }).map(({ path: file, content }) => {
      const parsed = parseFile(file, content);
      if (!parsed.ok) throw new Error(file);
      return [file, parsed.value] as const;
    });
    const whole = new Linker('ams1');
    whole.change(files);
    const step = new Linker('ams1');
    for (const file of files.toReversed()) step.change([file]);
    expect(step.link()).toEqual(whole.link());
    const changed = parseFile('components/web.yaml', bytesOf(of('Component', 'web', web.replace('tls on', 'tls yes'))));
    if (!changed.ok) throw new Error('the change is wrong');
    step.change([['components/web.yaml', changed.value]]);
    const after = step.link();
    expect(JSON.stringify(after)).toContain('tls yes');
    step.change([['components/clock.yaml', null]]);
    expect(step.link()).toMatchObject({
      ok: false,
      error: [{ code: 'reference-unknown', file: 'components/web.yaml' }],
    });
    step.change([
      [path, null],
      ['components/web.yaml', null],
    ]);
    expect(step.link()).toMatchObject({ ok: true });
  });
});
