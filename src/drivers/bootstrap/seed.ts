import type { NodeFile } from '../../model/cluster.ts';
import type { NodeSpec, Rendered } from '../../model/node.ts';
import { Secret } from '../../model/secret.ts';
import type { YamlValue } from '../../model/user-data.ts';
import { command, script } from '../sh.ts';
import { networkConfig } from './network-config.ts';
import { yamlText } from './yaml-text.ts';

/** What makes a node of the server, between what people want before and after it. */
export interface Bootstrap {
  readonly files: readonly NodeFile[];
  /** Lines of a script under `set -eu`, between what people want before and after. */
  readonly lines: readonly string[];
  /** When all is done: what is secret goes. */
  readonly last: readonly string[];
}

/** In memory only: it is gone after the next start, and with it what is secret. */
export const folder = '/run/nanometal';
const scriptPath = `${folder}/bootstrap.sh`;
/** Where providers of Cluster API look for it too. */
const sentinel = '/run/cluster-api/bootstrap-success.complete';

/** What NoCloud serves for one node: user-data, meta-data and, where its interfaces are declared, network-config. */
export function seedOf(node: NodeSpec, { files, lines, last }: Bootstrap): Rendered {
  const { settings, machine, links, ref } = node;
  const steps = [
    `[ ! -e ${sentinel} ] || exit 0`,
    ...settings.before.map(command),
    ...lines,
    ...settings.after.map(command),
    ...last,
    `mkdir -p ${parentOf(sentinel)}`,
    `echo success > ${sentinel}`,
  ];
  const run: NodeFile = {
    path: scriptPath,
    content: script(
      `Makes ${machine} a node of ${node.cluster}. Rendered by nanometal; run once, by cloud-init.`,
      steps,
    ),
    permissions: '0600',
    owner: 'root:root',
  };
  const config: YamlValue = {
    hostname: machine,
    preserve_hostname: false,
    manage_etc_hosts: 'localhost',
    ssh_authorized_keys: some(settings.sshKeys),
    package_update: settings.packages.length > 0 ? true : undefined,
    packages: some(settings.packages),
    ntp: settings.ntp.length > 0 ? { enabled: true, servers: settings.ntp } : undefined,
    write_files: [...settings.files, ...files, run].map(({ path, content, permissions, owner }) => ({
      path,
      owner,
      permissions,
      content,
    })),
    // Debian mounts /run so that nothing in it can be executed; a shell only reads it.
    runcmd: [['sh', scriptPath]],
  };
  return {
    userData: new Secret(`#cloud-config\n${yamlText(config)}`),
    metaData: yamlText({ 'instance-id': ref, 'local-hostname': machine }),
    ...(links.length > 0 ? { networkConfig: yamlText(networkConfig(links)) } : {}),
  };
}

const some = (list: readonly string[]): readonly string[] | undefined => (list.length > 0 ? list : undefined);
const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));
