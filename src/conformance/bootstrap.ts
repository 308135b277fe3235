import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import { inspect } from 'node:util';
import { parse } from 'yaml';
import type { NodeSecrets, NodeSpec, Rendered } from '../model/node.ts';
import { Secret } from '../model/secret.ts';
import type { BootstrapDriver } from '../ports/driver.ts';
import type { Case } from './suite.ts';

/** A driver, and nodes that it can render: one for each duty, with interfaces, files, packages and commands. */
export interface BootstrapBench {
  readonly driver: BootstrapDriver;
  readonly nodes: Readonly<Record<NodeSpec['duty'], NodeSpec>>;
}

const secretsOf = (seed: string): NodeSecrets => ({
  token: new Secret(`${seed.repeat(6).slice(0, 6)}.${seed.repeat(16).slice(0, 16)}`),
  certificateKey: new Secret(`c${seed}`.repeat(64).slice(0, 64)),
  caCertHash: new Secret(`sha256:${`a${seed}d`.repeat(64).slice(0, 64)}`),
});

/** What every bootstrap driver promises. */
export const bootstrapCases = (make: () => BootstrapBench): readonly Case[] =>
  Object.entries(promises).map(([name, check]) => ({ name, run: async () => check(make()) }));

const duties = ['first', 'control-plane', 'worker'] as const;

const promises: Readonly<Record<string, (bench: BootstrapBench) => void>> = {
  'the same node and secrets are the same bytes': ({ driver, nodes }) => {
    for (const duty of duties) {
      const again = structuredClone(nodes[duty]);
      deepEqual(plain(render(driver, nodes[duty])), plain(render(driver, again)));
    }
  },

  'it changes nothing that it is given': ({ driver, nodes }) => {
    for (const duty of duties) {
      const before = structuredClone(nodes[duty]);
      render(driver, deepFrozen(nodes[duty]));
      deepEqual(nodes[duty], before);
    }
  },

  'user-data is a cloud-config, and everything is YAML': ({ driver, nodes }) => {
    for (const duty of duties) {
      const rendered = render(driver, nodes[duty]);
      const text = rendered.userData.reveal();
      ok(text.startsWith('#cloud-config\n'), 'cloud-init tells what it is by the first line');
      for (const version of ['1.1', '1.2'] as const) {
        equal(typeof parse(text, { version }), 'object');
        equal(typeof parse(rendered.metaData, { version }), 'object');
        if (rendered.networkConfig !== undefined) equal(parse(rendered.networkConfig, { version }).version, 2);
      }
    }
  },

  'meta-data names the machine and the data, for cloud-init to know a new one by': ({ driver, nodes }) => {
    for (const duty of duties) {
      const { metaData } = render(driver, nodes[duty]);
      deepEqual(parse(metaData), { 'instance-id': nodes[duty].ref, 'local-hostname': nodes[duty].machine });
    }
  },

  'secrets are in the user-data and nowhere else, and do not print': ({ driver, nodes }) => {
    for (const duty of duties) {
      const secrets = secretsOf('5e');
      const rendered = render(driver, nodes[duty], secrets);
      ok(rendered.userData.reveal().includes(secrets.token.reveal()), 'the token is not handed out');
      const { userData: _, ...open } = rendered;
      for (const text of [JSON.stringify(rendered), inspect(rendered), JSON.stringify(open)]) {
        for (const secret of Object.values(secrets)) ok(!text.includes(secret.reveal()), 'a secret prints');
      }
    }
  },

  'other secrets change the user-data in nothing but themselves': ({ driver, nodes }) => {
    for (const duty of duties) {
      const [one, two] = [secretsOf('1a'), secretsOf('2b')];
      const [first, second] = [render(driver, nodes[duty], one), render(driver, nodes[duty], two)];
      notEqual(first.userData.reveal(), second.userData.reveal());
      equal(without(first, one), without(second, two));
      deepEqual([first.metaData, first.networkConfig], [second.metaData, second.networkConfig]);
    }
  },

  'a worker is not given the key of the certificates': ({ driver, nodes }) => {
    const secrets = secretsOf('7c');
    const text = render(driver, nodes.worker, secrets).userData.reveal();
    ok(!text.includes(secrets.certificateKey.reveal()), 'a worker could take over the cluster');
  },

  'each duty is told what it is, and who it is': ({ driver, nodes }) => {
    const texts = duties.map((duty) => render(driver, { ...nodes.first, duty }).userData.reveal());
    equal(new Set(texts).size, duties.length);
    for (const duty of duties) {
      ok(render(driver, nodes[duty]).userData.reveal().includes(nodes[duty].providerId), 'no provider id');
    }
  },

  'what people want on a node is there': ({ driver, nodes }) => {
    for (const duty of duties) {
      const { settings } = nodes[duty];
      const data = parse(render(driver, nodes[duty]).userData.reveal());
      const written = new Map<string, unknown>(
        data.write_files.map((file: { path: string; content: string }) => [file.path, file.content]),
      );
      for (const { path, content } of settings.files) equal(written.get(path), content);
      deepEqual(data.packages ?? [], settings.packages);
      deepEqual(data.ssh_authorized_keys ?? [], settings.sshKeys);
    }
  },

  'without declared interfaces the image asks by DHCP': ({ driver, nodes }) => {
    for (const duty of duties) {
      const bare = { ...nodes[duty], links: [], addresses: [] };
      equal(render(driver, bare).networkConfig, undefined);
    }
  },
};

function render(driver: BootstrapDriver, node: NodeSpec, secrets: NodeSecrets = secretsOf('ab')): Rendered {
  const rendered = driver.render(node, secrets);
  if (!rendered.ok) throw new Error(`${node.duty}: ${rendered.error}`);
  return rendered.value;
}

const plain = (rendered: Rendered) => ({ ...rendered, userData: rendered.userData.reveal() });

const without = ({ userData }: Rendered, secrets: NodeSecrets): string =>
  Object.values(secrets).reduce(
    (text: string, secret: Secret) => text.replaceAll(secret.reveal(), ''),
    userData.reveal(),
  );

function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null)
    for (const inner of Object.values(Object.freeze(value))) deepFrozen(inner);
  return value;
}
