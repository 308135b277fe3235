import { type KubeadmApi, kubeadmApiOf, readKubernetesVersion } from '../../../model/kubernetes.ts';
import type { NodeSecrets, NodeSpec, Rendered } from '../../../model/node.ts';
import { fail, ok, type Result } from '../../../model/result.ts';
import { defineBootstrapDriver } from '../../define.ts';
import { folder, seedOf } from '../seed.ts';
import { type KubeadmNode, kubeadmConfig } from './config.ts';

/**
 * A node of a Kubernetes cluster that kubeadm makes. The image brings kubeadm, kubelet and a container runtime, or
 * `node.packages` does; the network plug-in is the operator's choice, and not installed.
 */
export const kubeadm = defineBootstrapDriver({ name: 'kubeadm', create: () => ({ render }) });

const configPath = `${folder}/kubeadm.yaml`;
const root = { owner: 'root:root' };

function render(node: NodeSpec, secrets: NodeSecrets): Result<Rendered, string> {
  const { version, endpoint, network } = node;
  if (version === undefined || endpoint === undefined || network === undefined) {
    return fail('kubeadm needs the version, the endpoint and the network of the cluster');
  }
  const api = apiOf(version);
  if (api === null) return fail(`no known kubeadm of version ${version}`);
  const whole: KubeadmNode = { ...node, version, endpoint, network };
  const config = { path: configPath, content: kubeadmConfig(whole, api, secrets), permissions: '0600', ...root };
  const lines = [...kernelLines, ...linesOf(node)];
  return ok(seedOf(node, { files: [...kernelFiles, config], lines, last: [] }));
}

function apiOf(version: string): KubeadmApi | null {
  const read = readKubernetesVersion(version);
  return read === null ? null : kubeadmApiOf(read);
}

const logPath = `${folder}/kubeadm.log`;

/** What kubeadm says may hold a token, and the configuration does: both are for root, and go once they are spent. */
function linesOf({ duty }: NodeSpec): readonly string[] {
  const quiet = '--skip-token-print --skip-certificate-key-print';
  const verb = duty === 'first' ? `init --config ${configPath} --upload-certs ${quiet}` : `join --config ${configPath}`;
  return [
    `install -m 0600 /dev/null ${logPath}`,
    `kubeadm ${verb} >> ${logPath} 2>&1`,
    `rm -f ${configPath} ${logPath}`,
  ];
}

/** What Kubernetes needs of Linux for pods to reach each other, and kubeadm looks for. */
const kernelFiles = [
  { path: '/etc/modules-load.d/90-nanometal.conf', content: 'overlay\nbr_netfilter\n', permissions: '0644', ...root },
  {
    path: '/etc/sysctl.d/90-nanometal.conf',
    content:
      'net.bridge.bridge-nf-call-iptables = 1\nnet.bridge.bridge-nf-call-ip6tables = 1\nnet.ipv4.ip_forward = 1\nnet.ipv6.conf.all.forwarding = 1\n',
    permissions: '0644',
    ...root,
  },
];
const kernelLines = ['modprobe overlay', 'modprobe br_netfilter', 'sysctl --system > /dev/null'];
