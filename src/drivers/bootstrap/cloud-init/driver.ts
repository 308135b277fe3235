import type { NodeFile } from '../../../model/cluster.ts';
import type { NodeSecrets, NodeSpec, Rendered } from '../../../model/node.ts';
import { ok, type Result } from '../../../model/result.ts';
import { defineBootstrapDriver } from '../../define.ts';
import { word } from '../../sh.ts';
import { folder, seedOf } from '../seed.ts';

/**
 * A node that is made by the operator's own commands: what they need to know stands in `/run/nanometal/node.env` for
 * sh, and the secrets in files of their own beside it, which are removed when the commands have ended.
 */
export const cloudInit = defineBootstrapDriver({ name: 'cloud-init', create: () => ({ render }) });

function render(node: NodeSpec, secrets: NodeSecrets): Result<Rendered, string> {
  const file = (name: string, content: string): NodeFile => ({
    path: `${folder}/${name}`,
    content,
    permissions: '0600',
    owner: 'root:root',
  });
  const secretFiles = [
    file('token', `${secrets.token.reveal()}\n`),
    ...(node.duty === 'worker' ? [] : [file('certificate-key', `${secrets.certificateKey.reveal()}\n`)]),
    ...(node.duty === 'first' ? [] : [file('ca-cert-hash', `${secrets.caCertHash.reveal()}\n`)]),
  ];
  const files = [file('node.env', environmentOf(node)), ...secretFiles];
  const last = [`rm -f ${secretFiles.map(({ path }) => path).join(' ')}`];
  return ok(seedOf(node, { files, lines: [], last }));
}

function environmentOf(node: NodeSpec): string {
  const { facility, cluster, machine, duty, providerId, version, endpoint, network, addresses } = node;
  const values = {
    FACILITY: facility,
    CLUSTER: cluster,
    MACHINE: machine,
    DUTY: duty,
    PROVIDER_ID: providerId,
    ADDRESSES: addresses.join(','),
    VERSION: version,
    ENDPOINT_HOST: endpoint?.host,
    ENDPOINT_PORT: endpoint && String(endpoint.port),
    PODS: network?.pods.join(','),
    SERVICES: network?.services.join(','),
    DNS_DOMAIN: network?.dnsDomain,
  };
  return Object.entries(values)
    .flatMap(([name, value]) => (value === undefined ? [] : [`NANOMETAL_${name}=${word(value)}\n`]))
    .join('');
}
