import { execFile } from 'node:child_process';
import {
  accessSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeOf } from '../../src/diff/node.ts';
import { createBootstrap } from '../../src/drivers/bootstrap/drivers.ts';
import { yamlText } from '../../src/drivers/bootstrap/yaml-text.ts';
import { readFleet } from '../../src/manifest/read.ts';
import { bootstraps } from '../../src/model/cluster.ts';
import type { NodeSpec, Rendered } from '../../src/model/node.ts';
import { duties, node, secrets } from '../drivers/bootstrap/nodes.ts';
import { nowhere } from '../drivers/bootstrap/nowhere.ts';

/*
 * What is rendered, read by those who will read it: Debian's cloud-init checks every user-data against its schema and
 * turns every network-config into files of Debian's ifupdown, netplan and systemd-networkd. No machine was booted from it, and no kubeadm
 * has seen it.
 */
const cloudInit = '/usr/bin/cloud-init';
const python = '/usr/bin/python3';

const isThere = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
const missing = isThere(cloudInit) && isThere(python) ? [] : ['cloud-init'];
// In CI it must be there: then nothing is skipped, and what is missing makes the tests fail.
const skip = missing.length > 0 && !process.env.CI;
if (missing.length > 0) process.stderr.write(`cloud-init is missing: apt-get install ${missing.join(' ')}\n`);

interface Ran {
  readonly code: number;
  readonly out: string;
}

function run(file: string, args: readonly string[]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    execFile(file, args, { timeout: 100_000 }, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') reject(error);
      else resolve({ code: typeof error?.code === 'number' ? error.code : 0, out: stdout + stderr });
    });
  });
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cloud-init-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
function write(name: string, text: string): string {
  const file = join(folder, `${++count}-${name}`);
  writeFileSync(file, text);
  return file;
}

const sorts: readonly (readonly [string, Partial<NodeSpec>])[] = [
  ['with everything', {}],
  ['with nothing that can be left out', bare()],
  ['with values that would like to be YAML', hostile()],
];

function bare(): Partial<NodeSpec> {
  const settings = { sshKeys: [], packages: [], ntp: [], files: [], before: [], after: [] };
  return { links: [], addresses: [], labels: {}, settings };
}

function hostile(): Partial<NodeSpec> {
  const content = 'a: yes\n---\n- !!python/object:os.system "id"\n\t\u2028\u0085"\'\\\n';
  const { settings } = node('worker');
  const files = [{ path: '/etc/yes: no # "x"', content, permissions: '0644', owner: 'root:root' }];
  return { settings: { ...settings, files, before: ["echo 'it''s' \"$(id)\" # {}", ': yes\n---\n'] } };
}

function render(name: (typeof bootstraps)[number], spec: NodeSpec): Rendered {
  const rendered = createBootstrap(name, nowhere).render(spec, secrets);
  if (!rendered.ok) throw new Error(rendered.error);
  return rendered.value;
}

describe.skipIf(skip)('cloud-init', () => {
  it.each(
    bootstraps.flatMap((name) =>
      duties.flatMap((duty) => sorts.map(([sort, said]) => [name, duty, sort, said] as const)),
    ),
  )('takes the user-data of %s for a %s %s', async (name, duty, _, said) => {
    const file = write('user-data', render(name, node(duty, said)).userData.reveal());
    expect(await run(cloudInit, ['schema', '--config-file', file])).toMatchObject({
      code: 0,
      out: expect.stringContaining('Valid cloud-config'),
    });
  });

  it.each(['v1.22.17', 'v1.30.4', 'v1.31.4', 'v1.34.0'])('takes the user-data for Kubernetes %s', async (version) => {
    for (const duty of duties) {
      const file = write('user-data', render('kubeadm', node(duty, { version })).userData.reveal());
      expect(await run(cloudInit, ['schema', '--config-file', file])).toMatchObject({ code: 0 });
    }
  });

  it('takes what the example of a fleet repo makes of each of its members', async () => {
    for (const [spec, bootstrap] of exampleNodes()) {
      const file = write('user-data', render(bootstrap, spec).userData.reveal());
      const ran = await run(cloudInit, ['schema', '--config-file', file]);
      expect(ran, `${spec.machine}: ${ran.out}`).toMatchObject({ code: 0 });
    }
  });

  it('refuses what is wrong, so that the tests above can fail', async () => {
    const file = write('user-data', '#cloud-config\nwrite_files:\n  - pth: /etc/motd\n');
    expect((await run(cloudInit, ['schema', '--config-file', file])).code).not.toBe(0);
  });

  // This cloud-init has no schema of the network configuration, so its own reader has to take it.
  const alike = ['198.51.100.11', '2001:db8:120::11', '9000'];
  const kinds: readonly (readonly [string, string, Partial<NodeSpec>, readonly string[]])[] = [
    [
      'eni',
      'ports, bond and VLAN',
      {},
      [...alike, 'bond-mode 802.3ad', 'vlan', 'gateway 198.51.100.1\n', 'gateway 2001:db8:120::1\n'],
    ],
    [
      'netplan',
      'ports, bond and VLAN',
      {},
      [...alike, 'mode: 802.3ad', 'id: 120', 'gateway4: 198.51.100.1\n', 'gateway6: 2001:db8:120::1\n'],
    ],
    // It writes no bonds and no VLANs for systemd-networkd.
    ['networkd', 'a port', onePort(), [...alike, 'Gateway=198.51.100.1\n', 'Gateway=2001:db8:120::1\n']],
  ];
  it.each(kinds)('makes %s files of the network-config: %s', async (kind, _, said, parts) => {
    const { networkConfig = '' } = render('kubeadm', node('first', said));
    const into = join(folder, kind);
    mkdirSync(into);
    const from = write('network-config.yaml', networkConfig);
    const args = ['-p', from, '-k', 'yaml', '-d', into, '-D', 'debian', '-O', kind];
    const ran = await run(cloudInit, ['devel', 'net-convert', ...args]);
    expect(ran, ran.out).toMatchObject({ code: 0 });
    const written = readdirSync(into, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
      .join('\n');
    for (const part of parts) expect(written, kind).toContain(part);
  });
});

function onePort(): Partial<NodeSpec> {
  const { links } = node('first');
  const [port] = links;
  const vlan = links.find(({ of }) => of.kind === 'vlan');
  if (!port || !vlan) throw new Error('the node has other interfaces');
  return { links: [{ ...vlan, name: port.name, of: port.of, mtu: 9000 }] };
}

/** The nodes of the example's cluster, as the manifests have them. */
function exampleNodes(): readonly (readonly [NodeSpec, (typeof bootstraps)[number]])[] {
  const root = new URL('../../examples/fleet-repo/', import.meta.url).pathname;
  const entries = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: file.slice(root.length), mode: '100644', content: readFileSync(file) }));
  const { fleet } = readFleet('fra1', entries);
  if (!fleet.ok) throw new Error('the example is wrong');
  const found = fleet.value.clusters.flatMap((cluster) =>
    [...cluster.controlPlane.machines, ...cluster.workers.machines].map((machine, i) => {
      const duty = i === 0 ? 'first' : cluster.controlPlane.machines.includes(machine) ? 'control-plane' : 'worker';
      const spec = nodeOf('fra1', cluster, machine, duty);
      if (!spec.ok) throw new Error(spec.error);
      return [spec.value, cluster.bootstrap] as const;
    }),
  );
  expect(found.map(([{ duty }]) => duty)).toEqual(['first', 'control-plane', 'control-plane', 'worker']);
  return found;
}

describe.skipIf(skip)('PyYAML, which cloud-init reads with', () => {
  it('reads each text as what it was', async () => {
    const texts = [
      'yes',
      '0777',
      '1:20',
      '2001-01-01',
      '=',
      '~',
      '1_000',
      'a\n b\n',
      ' a',
      'a \n',
      '\t',
      '\u0085',
      '\u2028',
      '\ufeff',
      '\u007f',
      '😀',
      'é\n',
      '"',
      "'",
      '\\',
      '',
      '\n',
      'x'.repeat(3_000),
    ];
    const file = write('texts.yaml', yamlText({ texts, nested: [[texts], { texts }] }));
    const program = 'import json,sys,yaml; print(json.dumps(yaml.safe_load(open(sys.argv[1], encoding="utf-8"))))';
    const ran = await run(python, ['-c', program, file]);
    expect(JSON.parse(ran.out)).toEqual({ texts, nested: [[texts], { texts }] });
  });
});
