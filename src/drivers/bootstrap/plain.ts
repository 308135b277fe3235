import type { Link } from '../../model/fleet.ts';
import type { MachineName } from '../../model/names.ts';
import type { Rendered } from '../../model/node.ts';
import { Secret } from '../../model/secret.ts';
import type { UserData, YamlValue } from '../../model/user-data.ts';
import { networkConfig } from './network-config.ts';
import { yamlText } from './yaml-text.ts';

/** A server that is a node of nothing, as cloud-init has to know it at its first boot. */
export interface PlainServer {
  readonly machine: MachineName;
  /** Of this install: what cloud-init tells one first boot from another by. */
  readonly ref: string;
  /** Empty: it asks by DHCP. */
  readonly links: readonly Link[];
  /** Of its manifest; none of it is ours to say. */
  readonly userData?: UserData;
  /** Where it says that it runs. */
  readonly phoneHome?: string;
}

/** Its name, its network, what its manifest wants beside, and the call home. */
export function plainSeed({ machine, ref, links, userData, phoneHome }: PlainServer): Rendered {
  const config: YamlValue = {
    ...userData,
    hostname: machine,
    preserve_hostname: false,
    manage_etc_hosts: 'localhost',
    // Three seconds apart: for as long as it is waited for, because whoever listens may be restarting.
    phone_home: phoneHome === undefined ? undefined : { url: phoneHome, post: ['instance_id', 'hostname'], tries: 600 },
  };
  return {
    userData: new Secret(`#cloud-config\n${yamlText(config)}`),
    metaData: yamlText({ 'instance-id': ref, 'local-hostname': machine }),
    ...(links.length > 0 ? { networkConfig: yamlText(networkConfig(links)) } : {}),
  };
}
