import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { createBootstrap } from '../../../src/drivers/bootstrap/drivers.ts';
import { preview } from '../../../src/drivers/bootstrap/preview.ts';
import { kubeadmApiOf, readKubernetesVersion } from '../../../src/model/kubernetes.ts';
import type { NodeSpec } from '../../../src/model/node.ts';
import { duties, node, secrets } from './nodes.ts';
import { nowhere } from './nowhere.ts';

const driver = createBootstrap('kubeadm', nowhere);

const shapeOf = (api: string): ValidateFunction => {
  const file = new URL(`../../fixtures/kubeadm/${api}.schema.json`, import.meta.url);
  return new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(readFileSync(file, 'utf8')));
};
const shapes = { v1beta3: shapeOf('v1beta3'), v1beta4: shapeOf('v1beta4') };

function documentsOf(spec: NodeSpec): readonly Record<string, unknown>[] {
  const rendered = driver.render(spec, secrets);
  if (!rendered.ok) throw new Error(rendered.error);
  const files: readonly { path: string; content: string }[] = parse(rendered.value.userData.reveal()).write_files;
  const config = files.find(({ path }) => path.endsWith('/kubeadm.yaml'));
  return parseAllDocuments(config?.content ?? '').map((document) => document.toJS());
}

const versions = [
  ['v1.22.0', 'v1beta3'],
  ['v1.30.14', 'v1beta3'],
  ['v1.31.0', 'v1beta4'],
  ['v1.34.2', 'v1beta4'],
] as const;
const sorts: readonly (readonly [string, Partial<NodeSpec>])[] = [
  ['with everything', {}],
  ['with nothing that can be left out', { links: [], addresses: [], labels: {} }],
  [
    'with taints',
    {
      taints: [
        { key: 'a/b', effect: 'NoSchedule' },
        { key: 'c', value: 'd', effect: 'NoExecute' },
      ],
    },
  ],
  ['with no taints at all', { taints: [] }],
  ['behind an IPv6 endpoint', { endpoint: { host: '2001:db8::1', port: 8443 } }],
];

describe.each(versions)('for Kubernetes %s, in %s', (version, api) => {
  it.each(duties.flatMap((duty) => sorts.map(([sort, said]) => [duty, sort, said] as const)))(
    'the configuration of a %s %s has the shape of the Go types',
    (duty, _, said) => {
      const documents = documentsOf(node(duty, { version, ...said }));
      const [kubelet, ...others] = documents.filter(({ kind }) => kind === 'KubeletConfiguration');
      const own = documents.filter(({ kind }) => kind !== 'KubeletConfiguration');
      for (const document of own)
        expect(shapes[api](document) ? [] : shapes[api].errors, JSON.stringify(document)).toEqual([]);
      expect(own.map(({ kind }) => kind)).toEqual(
        duty === 'first' ? ['InitConfiguration', 'ClusterConfiguration'] : ['JoinConfiguration'],
      );
      expect(others).toEqual([]);
      // kubelet.config.k8s.io/v1beta1: only these.
      expect(kubelet && Object.keys(kubelet)).toEqual(
        duty === 'first' ? ['apiVersion', 'kind', 'cgroupDriver', 'clusterDomain'] : undefined,
      );
    },
  );

  it('is not taken for the other one', () => {
    const other = api === 'v1beta3' ? shapes.v1beta4 : shapes.v1beta3;
    for (const duty of duties) expect(other(documentsOf(node(duty, { version }))[0])).toBe(false);
  });
});

describe('what each is told', () => {
  it('the first begins, with a token for the next and a key for the certificates', () => {
    const [init, cluster] = documentsOf(node('first'));
    expect(init).toMatchObject({
      bootstrapTokens: [{ token: 'abcdef.0123456789abcdef', ttl: '2h0m0s' }],
      certificateKey: '0f'.repeat(32),
      localAPIEndpoint: { advertiseAddress: '198.51.100.11', bindPort: 6443 },
      nodeRegistration: {
        name: 'fra1-first',
        kubeletExtraArgs: [
          { name: 'provider-id', value: 'nanometal://fra1/4c4c4544-0058-4b10-8032-b7c04f4d3933' },
          { name: 'node-ip', value: '198.51.100.11,2001:db8:120::11' },
          { name: 'node-labels', value: 'example.net/pool=general' },
        ],
      },
    });
    expect(cluster).toMatchObject({
      clusterName: 'prod',
      kubernetesVersion: 'v1.31.4',
      controlPlaneEndpoint: 'api.example.net:6443',
      networking: { podSubnet: '10.244.0.0/16,fd00:10::/56', serviceSubnet: '10.96.0.0/12,fd00:20::/112' },
    });
  });

  it('who joins pins the CA, and only a control-plane member is given the key', () => {
    const [[joining], [working]] = [documentsOf(node('control-plane')), documentsOf(node('worker'))];
    const discovery = {
      bootstrapToken: {
        token: 'abcdef.0123456789abcdef',
        apiServerEndpoint: 'api.example.net:6443',
        caCertHashes: [`sha256:${'ab'.repeat(32)}`],
      },
    };
    expect(joining).toMatchObject({ discovery, controlPlane: { certificateKey: '0f'.repeat(32) } });
    expect(working).toMatchObject({ discovery });
    expect(working).not.toHaveProperty('controlPlane');
    for (const document of [joining, working]) expect(JSON.stringify(document)).not.toContain('unsafeSkip');
  });

  it('brackets an IPv6 endpoint', () => {
    const [, cluster] = documentsOf(node('first', { endpoint: { host: '2001:db8::1', port: 8443 } }));
    expect(cluster?.controlPlaneEndpoint).toBe('[2001:db8::1]:8443');
  });

  it('refuses what it cannot make a node of', () => {
    const { version: _, ...without } = node('first');
    expect(driver.render(without, secrets)).toMatchObject({ ok: false });
    for (const version of ['v1.21.9', 'v2.0.0', '1.31.0']) {
      expect(driver.render(node('first', { version }), secrets)).toMatchObject({ ok: false });
    }
  });

  it('knows which form a version reads', () => {
    const apiOf = (text: string) => {
      const version = readKubernetesVersion(text);
      return version && kubeadmApiOf(version);
    };
    expect(
      ['v1.21.14', 'v1.22.0', 'v1.30.99', 'v1.31.0', 'v1.99.0', 'v2.31.0', 'v1.31', 'v01.31.0'].map(apiOf),
    ).toEqual([null, 'v1beta3', 'v1beta3', 'v1beta4', 'v1beta4', null, null, null]);
  });
});

describe('a preview', () => {
  it('names the secrets, and its digest says what would be handed out', () => {
    const shown = preview(driver, node('control-plane'));
    if (!shown.ok) throw new Error(shown.error);
    for (const name of ['<token>', '<certificate-key>', '<ca-cert-hash>']) expect(shown.value.userData).toContain(name);
    expect(shown.value.record).toEqual({
      ref: 'bootstrap-0123456789abcdef',
      digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    });
    expect(preview(driver, node('control-plane'))).toEqual(shown);
    const other = preview(driver, node('control-plane', { labels: { a: 'b' } }));
    expect(other.ok && other.value.record.digest).not.toBe(shown.value.record.digest);
  });
});
