import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Linker } from '../../src/manifest/linker.ts';
import { parseFile } from '../../src/manifest/parse.ts';
import { readFleet } from '../../src/manifest/read.ts';
import { renderProblem } from '../../src/manifest/render.ts';
import type { Fleet } from '../../src/model/fleet.ts';
import { bytesOf, machinePath, machineText, treeWith } from './tree.ts';

const path = 'facilities/ams1/clusters/prod.yaml';
const names = ['ams1-n1', 'ams1-n2', 'ams1-n3', 'ams1-n4'];
const machines = Object.fromEntries(
  names.map((name, i) => [
    machinePath(name),
    machineText(name, {
      address: `https://10.1.4.${i}`,
      serial: `SN${i}`,
      uuid: `5c4c4544-0058-4b10-8032-b7c04f4d393${i}`,
    }),
  ]),
);

const sound = `apiVersion: nanometal/v1alpha1
kind: Cluster
metadata: { name: prod }
spec:
  bootstrap: kubeadm
  version: v1.31.4
  endpoint: { host: api.example.net }
  network:
    pods: [10.244.0.0/16]
    services: [10.96.0.0/12]
  controlPlane:
    machines: [ams1-n1, ams1-n2, ams1-n3]
  workers:
    machines: [ams1-n4]
`;
const node = (more: string): string => `${sound}  node:\n${more}`;

type Files = Readonly<Record<string, string | null>>;
const told = (changes: Files): string => {
  const { fleet } = readFleet('ams1', treeWith({ ...machines, ...changes }));
  if (fleet.ok) throw new Error('nothing is wrong with it');
  return fleet.error.map((problem) => `${problem.code}\n${renderProblem(problem)}`).join('\n');
};
const linked = (changes: Files): Fleet => {
  const { fleet } = readFleet('ams1', treeWith({ ...machines, ...changes }));
  if (!fleet.ok) throw new Error(fleet.error.map(renderProblem).join('\n'));
  return fleet.value;
};
const links = (text: string): Files => ({
  [machinePath('ams1-n1')]: `${machines[machinePath('ams1-n1')]}  network:\n    links:\n${text}`,
});

const key = `ssh-ed25519 ${'A'.repeat(68)}`;
const wrong: Readonly<Record<string, Files>> = {
  'unknown driver': { [path]: sound.replace('kubeadm', 'kubeadn') },
  'driver of a later version': { [path]: sound.replace('kubeadm', 'talos') },
  'kubeadm without what it needs': {
    [path]: sound
      .replace(/ {2}version.*\n/, '')
      .replace(/ {2}endpoint.*\n/, '')
      .replace(/ {2}network:\n.*\n.*\n/, ''),
  },
  'version without a v': { [path]: sound.replace('v1.31.4', '1.31.4') },
  'version of a candidate': { [path]: sound.replace('v1.31.4', 'v1.31.0-rc.1') },
  'version that is too old': { [path]: sound.replace('v1.31.4', 'v1.21.14') },
  'two members': { [path]: sound.replace(', ams1-n3', '') },
  'four members': { [path]: sound.replace('ams1-n3]', 'ams1-n3, ams1-n4]').replace('[ams1-n4]', '[]') },
  'no member': { [path]: sound.replace('ams1-n1, ams1-n2, ams1-n3', '') },
  'unknown member': { [path]: sound.replace('ams1-n2', 'ams1-n22') },
  'member of another facility': { [path]: sound.replace('ams1-n4', 'fra1-r01-u01') },
  'member named twice': { [path]: sound.replace('[ams1-n4]', '[ams1-n4, ams1-n4]') },
  'control plane and worker': { [path]: sound.replace('[ams1-n4]', '[ams1-n4, ams1-n2]') },
  'member of two clusters': {
    [path]: sound,
    'facilities/ams1/clusters/zwei.yaml': sound.replace('name: prod', 'name: zwei'),
  },
  'member without a UUID': {
    [path]: sound,
    [machinePath('ams1-n4')]: machineText('ams1-n4', { address: 'https://10.1.4.3', serial: 'SN3' }).replace(
      /uuid: [0-9a-f-]+/,
      'chassisSerial: C3',
    ),
  },
  'name of another file': { [path]: sound.replace('name: prod', 'name: test') },
  'in another place': { 'facilities/ams1/machines/r03/prod.yaml': sound },
  'ranges that overlap': { [path]: sound.replace('10.96.0.0/12', '10.244.128.0/20') },
  'ranges of one family twice': { [path]: sound.replace('[10.244.0.0/16]', '[10.244.0.0/16, 10.245.0.0/16]') },
  'ranges of different families': { [path]: sound.replace('[10.96.0.0/12]', '[10.96.0.0/12, "fd00::/112"]') },
  'range with bits behind its prefix': { [path]: sound.replace('10.244.0.0/16', '10.244.1.0/16') },
  'endpoint that is a URL': { [path]: sound.replace('api.example.net', '"https://api.example.net"') },
  'endpoint of digits': { [path]: sound.replace('api.example.net', '10.1.300.1') },
  'port of nowhere': { [path]: sound.replace('api.example.net }', 'api.example.net, port: 70000 }') },
  'misspelt field': { [path]: sound.replace('controlPlane:', 'controlplane:') },
  'pool for machines': { [path]: sound.replace('machines: [ams1-n4]', 'pool: workers') },
  'label that a kubelet may not set': { [path]: `${sound}    labels: { node-role.kubernetes.io/worker: "" }\n` },
  'taint without effect': { [path]: `${sound}    taints: [{ key: a, effect: Never }]\n` },
  'private key': { [path]: node('    sshKeys: ["-----BEGIN OPENSSH PRIVATE KEY-----"]\n') },
  'key with options': { [path]: node(`    sshKeys: ['command="id" ${key}']\n`) },
  'package that is an option': { [path]: node('    packages: ["-o Dpkg::Hooks=x"]\n') },
  'time server that is none': { [path]: node('    ntp: ["a b"]\n') },
  'files in bad places': {
    [path]: node(
      `    files:\n${['/etc/../x', '/etc/', '/run/nanometal/token', '/etc/a', '/etc/a'].map((file) => `      - { path: ${file}, content: "" }\n`).join('')}`,
    ),
  },
  'permissions as a number': { [path]: node('    files: [{ path: /etc/a, content: "", permissions: 644 }]\n') },
  'command with a NUL': { [path]: node('    commands: { before: ["a\\0b"] }\n') },
  'interfaces that do not fit':
    links(`      - { name: nic0, mac: "00:25:90:00:00:01", addresses: [10.2.0.11/24], gateways: [10.3.0.1] }
      - { name: nic0, mac: "00:25:90:00:00:01", bond: { links: [nic0], mode: 802.3ad } }
      - { name: nothing }
      - { name: bond0, bond: { links: [nic0, nic1, bond1], mode: active-backup } }
      - { name: bond1, bond: { links: [nic0], mode: active-backup } }
      - { name: v1, vlan: { id: 5, link: v2 }, mtu: 9000 }
      - { name: v2, vlan: { id: 409, link: bond0 } }
`),
  'addresses that are none':
    links(`      - { name: nic0, mac: "00:25:90:00:00:01", addresses: [10.2.0.11, 10.2.0.300/24, "fd00::1/129"], gateways: [10.2.0] }
`),
  'gateways of one family':
    links(`      - { name: nic0, mac: "00:25:90:00:00:01", addresses: [10.2.0.11/24], gateways: [10.2.0.1, 10.2.0.2] }
`),
  'VLAN larger than what carries it': links(`      - { name: nic0, mac: "00:25:90:00:00:01" }
      - { name: v1, vlan: { id: 5, link: nic0 }, mtu: 9000 }
`),
};

describe('a cluster', () => {
  test('is linked with its members, in the order of the manifest, and with its defaults', () => {
    const [cluster, ...others] = linked({ [path]: sound.replace('ams1-n1, ams1-n2', 'ams1-n2, ams1-n1') }).clusters;
    expect(others).toEqual([]);
    expect(cluster).toMatchObject({
      name: 'prod',
      file: path,
      bootstrap: 'kubeadm',
      version: 'v1.31.4',
      endpoint: { host: 'api.example.net', port: 6443 },
      network: { pods: ['10.244.0.0/16'], services: ['10.96.0.0/12'], dnsDomain: 'cluster.local' },
      workers: { maxConcurrent: 1, labels: {} },
      node: { sshKeys: [], packages: [], ntp: [], files: [], before: [], after: [] },
    });
    expect(cluster?.controlPlane.machines.map(({ name }) => name)).toEqual(['ams1-n2', 'ams1-n1', 'ams1-n3']);
    expect(cluster?.workers.machines.map(({ name }) => name)).toEqual(['ams1-n4']);
  });

  test('needs no more than a driver and a member where commands are the operator’s own', () => {
    const text = `apiVersion: nanometal/v1alpha1\nkind: Cluster\nmetadata: { name: prod }\nspec: { bootstrap: cloud-init, controlPlane: { machines: [ams1-n1] } }\n`;
    const [cluster] = linked({ [path]: text }).clusters;
    expect(cluster).toMatchObject({ bootstrap: 'cloud-init', workers: { machines: [], maxConcurrent: 1 } });
    for (const absent of ['version', 'endpoint', 'network']) expect(cluster).not.toHaveProperty(absent);
  });

  test('takes interfaces of a machine as they are declared', () => {
    const fleet = linked(
      links(`      - { name: nic0, mac: "00:25:90:AB:00:01", mtu: 9000 }
      - { name: bond0, bond: { links: [nic0], mode: 802.3ad }, mtu: 9000 }
      - { name: bond0.7, vlan: { id: 7, link: bond0 }, addresses: [10.2.0.11/24, "fd00::11/64"], gateways: [10.2.0.1, "fe80::1"] }
`),
    );
    const found = fleet.machines.find(({ name }) => name === 'ams1-n1')?.links;
    expect(found?.map(({ name, of }) => [name, of.kind])).toEqual([
      ['nic0', 'port'],
      ['bond0', 'bond'],
      ['bond0.7', 'vlan'],
    ]);
    expect(found?.[0]).toMatchObject({ of: { mac: '00:25:90:ab:00:01' }, mtu: 9000, addresses: [], dhcp: false });
  });

  test('that is wrong is told of in words that help', async () => {
    const all = Object.entries(wrong).map(([name, files]) => `## ${name}\n${told(files)}\n`);
    await expect(all.join('\n')).toMatchFileSnapshot('../fixtures/manifest/bad-clusters.txt');
  });

  test('has a place for each of its members', () => {
    for (const { line, column } of readFleetProblems({ [path]: sound.replace('ams1-n2', 'ams1-x') })) {
      expect([line, column]).toEqual([12, 25]);
    }
  });

  test('is linked again as its machines come and go, as from scratch', () => {
    const files = { ...machines, [path]: sound };
    const parsed = new Map(
      treeWith(files).map(({ path: at, content }) => {
        const result = parseFile(at, content);
        if (!result.ok) throw new Error(`${at} is wrong`);
        return [at, result.value] as const;
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...Object.keys(files)), fc.boolean())), (changes) => {
        const linker = new Linker('ams1');
        linker.change(parsed);
        const present = new Map(parsed);
        for (const [at, there] of changes) {
          const file = parsed.get(at);
          if (there && file) present.set(at, file);
          else present.delete(at);
          linker.change([[at, there ? (file ?? null) : null]]);
          linker.link();
        }
        const fresh = new Linker('ams1');
        fresh.change(present);
        expect(linker.link()).toEqual(fresh.link());
      }),
      { numRuns: 50 },
    );
  });

  test('is never more than words to whoever reads it: any text in a field is refused or kept', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const content = bytesOf(node(`    files: [{ path: /etc/a, content: ${JSON.stringify(text)} }]\n`));
        const result = parseFile(path, content);
        if (!result.ok) return;
        const { manifest } = result.value;
        const kept = manifest.kind === 'Cluster' ? manifest.spec.node?.files?.[0]?.content : undefined;
        expect(kept).toBe(text);
      }),
    );
  });
});

function readFleetProblems(changes: Files) {
  const { fleet } = readFleet('ams1', treeWith({ ...machines, ...changes }));
  return fleet.ok ? [] : fleet.error;
}
