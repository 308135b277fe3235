import type { Endpoint } from '../../../model/cluster.ts';
import type { KubeadmApi } from '../../../model/kubernetes.ts';
import type { NodeSecrets, NodeSpec } from '../../../model/node.ts';
import type { YamlValue } from '../../../model/user-data.ts';
import { yamlText } from '../yaml-text.ts';

/** A node of which everything is there that kubeadm needs. */
export type KubeadmNode = NodeSpec & Required<Pick<NodeSpec, 'version' | 'endpoint' | 'network'>>;

/** The documents that `kubeadm init` or `kubeadm join` is given for this node, one file. */
export function kubeadmConfig(node: KubeadmNode, api: KubeadmApi, secrets: NodeSecrets): string {
  const documents =
    node.duty === 'first'
      ? [initConfiguration(node, api, secrets), clusterConfiguration(node, api), kubeletConfiguration(node)]
      : [joinConfiguration(node, api, secrets)];
  return documents.map(yamlText).join('---\n');
}

const header = (kind: string, api: KubeadmApi) => ({ apiVersion: `kubeadm.k8s.io/${api}`, kind });

function initConfiguration(node: KubeadmNode, api: KubeadmApi, { token, certificateKey }: NodeSecrets): YamlValue {
  return {
    ...header('InitConfiguration', api),
    bootstrapTokens: [
      {
        token: token.reveal(),
        description: `nanometal: for who joins ${node.cluster} next`,
        ttl: '2h0m0s',
        usages: ['signing', 'authentication'],
        groups: ['system:bootstrappers:kubeadm:default-node-token'],
      },
    ],
    certificateKey: certificateKey.reveal(),
    localAPIEndpoint: localEndpoint(node),
    nodeRegistration: nodeRegistration(node, api),
  };
}

function clusterConfiguration(node: KubeadmNode, api: KubeadmApi): YamlValue {
  const { pods, services, dnsDomain } = node.network;
  return {
    ...header('ClusterConfiguration', api),
    clusterName: node.cluster,
    kubernetesVersion: node.version,
    controlPlaneEndpoint: hostPort(node.endpoint),
    networking: { podSubnet: pods.join(','), serviceSubnet: services.join(','), dnsDomain },
  };
}

/** Of all nodes: kubeadm keeps it in the cluster, and who joins takes it from there. So nothing of one node is in it. */
const kubeletConfiguration = ({ network }: KubeadmNode): YamlValue => ({
  apiVersion: 'kubelet.config.k8s.io/v1beta1',
  kind: 'KubeletConfiguration',
  cgroupDriver: 'systemd',
  clusterDomain: network.dnsDomain,
});

function joinConfiguration(node: KubeadmNode, api: KubeadmApi, secrets: NodeSecrets): YamlValue {
  const { token, certificateKey, caCertHash } = secrets;
  return {
    ...header('JoinConfiguration', api),
    discovery: {
      bootstrapToken: {
        token: token.reveal(),
        apiServerEndpoint: hostPort(node.endpoint),
        // Pinned always: without it whoever answers at the endpoint would be the cluster.
        caCertHashes: [caCertHash.reveal()],
      },
    },
    controlPlane:
      node.duty === 'control-plane'
        ? { certificateKey: certificateKey.reveal(), localAPIEndpoint: localEndpoint(node) }
        : undefined,
    nodeRegistration: nodeRegistration(node, api),
  };
}

/** Absent where DHCP gives the address: kubeadm finds it by the default route. */
function localEndpoint({ addresses }: KubeadmNode): YamlValue | undefined {
  const [address] = addresses;
  return address === undefined ? undefined : { advertiseAddress: address, bindPort: 6443 };
}

function nodeRegistration(node: KubeadmNode, api: KubeadmApi): YamlValue {
  const { machine, taints, labels, providerId, addresses } = node;
  const labelled = Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .sort();
  const args = [
    ['provider-id', providerId],
    ...(addresses.length > 0 ? [['node-ip', addresses.join(',')]] : []),
    ...(labelled.length > 0 ? [['node-labels', labelled.join(',')]] : []),
  ].map(([name = '', value = '']) => ({ name, value }));
  return {
    name: machine,
    // Absent: kubeadm keeps the control plane free of other work by itself. An empty list means none.
    taints: taints?.map(({ key, value, effect }) => ({ key, value, effect })),
    kubeletExtraArgs: api === 'v1beta3' ? Object.fromEntries(args.map(({ name, value }) => [name, value])) : args,
  };
}

const hostPort = ({ host, port }: Endpoint): string => `${host.includes(':') ? `[${host}]` : host}:${port}`;
