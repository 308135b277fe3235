import type { NodeSecrets, NodeSpec } from '../../../src/model/node.ts';
import { Secret } from '../../../src/model/secret.ts';

/** Nodes to render: with everything that can be said of one, and what a test says otherwise. */
export const node = (duty: NodeSpec['duty'], said: Partial<NodeSpec> = {}): NodeSpec => ({
  facility: 'fra1',
  cluster: 'prod',
  machine: `fra1-${duty}`,
  duty,
  ref: 'bootstrap-0123456789abcdef',
  providerId: 'nanometal://fra1/4c4c4544-0058-4b10-8032-b7c04f4d3933',
  version: 'v1.31.4',
  endpoint: { host: 'api.example.net', port: 6443 },
  network: {
    pods: ['10.244.0.0/16', 'fd00:10::/56'],
    services: ['10.96.0.0/12', 'fd00:20::/112'],
    dnsDomain: 'cluster.local',
  },
  links: [
    link('nic0', { kind: 'port', mac: '3c:ec:ef:00:01:00' }, { mtu: 9000 }),
    link('nic1', { kind: 'port', mac: '3c:ec:ef:00:01:01' }, { mtu: 9000 }),
    link('bond0', { kind: 'bond', links: ['nic0', 'nic1'], mode: '802.3ad' }, { mtu: 9000 }),
    link(
      'bond0.120',
      { kind: 'vlan', id: 120, link: 'bond0' },
      {
        addresses: ['198.51.100.11/24', '2001:db8:120::11/64'],
        gateways: ['198.51.100.1', '2001:db8:120::1'],
        nameservers: ['198.51.100.2'],
        search: ['fra1.example.net'],
      },
    ),
    link('mgmt', { kind: 'port', mac: '3c:ec:ef:00:01:02' }, { dhcp: true }),
  ],
  addresses: ['198.51.100.11', '2001:db8:120::11'],
  labels: { 'example.net/pool': 'general' },
  settings: {
    sshKeys: ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl ops@example.net'],
    packages: ['containerd', 'chrony'],
    ntp: ['ntp.example.net', '198.51.100.3', '2001:db8::123'],
    files: [
      { path: '/etc/motd', content: 'it is\n  "what" it is: yes\n', permissions: '0644', owner: 'root:root' },
      { path: '/etc/empty', content: '', permissions: '0600', owner: 'root:root' },
    ],
    before: ['swapoff -a', "echo 'a b' > \"/tmp/it's\""],
    after: ['echo done\necho twice'],
  },
  ...said,
});

const link = (
  name: string,
  of: NodeSpec['links'][number]['of'],
  said: Partial<NodeSpec['links'][number]> = {},
): NodeSpec['links'][number] => ({
  name,
  of,
  addresses: [],
  gateways: [],
  nameservers: [],
  search: [],
  dhcp: false,
  ...said,
});

export const duties = ['first', 'control-plane', 'worker'] as const;
export const everyNode = {
  first: node('first'),
  'control-plane': node('control-plane'),
  worker: node('worker'),
} as const;

export const secrets: NodeSecrets = {
  token: new Secret('abcdef.0123456789abcdef'),
  certificateKey: new Secret('0f'.repeat(32)),
  caCertHash: new Secret(`sha256:${'ab'.repeat(32)}`),
};
