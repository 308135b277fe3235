import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleDnsmasq } from './example-dnsmasq.ts';

/** Where everything of a facility is plugged in: a network namespace with a bridge, as the host of the reconciler sees it. */
export interface Lab {
  /** Of a command that is to run on that host. */
  readonly prefix: readonly string[];
  /** Of the host, on the network that the machines are on. */
  readonly address: string;
  /** CIDR. */
  readonly network: string;
  /** For `nanometal sim --net`: a port for each machine. */
  readonly net: string;
  /** Serves the files of a folder over HTTP; gives its URL, with `/` at the end. */
  serve(folder: string): string;
  /**
   * Starts its DHCP server: addresses for all and nothing about booting (`null`), or the example's dnsmasq as it is rendered
   * for this machine, which answers nobody else and says what is booted.
   */
  dhcp(enrolled: { readonly machine: string; readonly mac: string } | null): void;
  close(): Promise<void>;
}

const address = '10.77.0.1';
const network = '10.77.0.0/24';
const imagePort = 8_081;

/** For root alone. There is no way out of it, and none in: everything that takes part runs with its prefix. */
export function openLab(folder: string, machines: number): Lab {
  const name = `nanometal-${process.pid}`;
  const ip = (...args: readonly string[]): void => void execFileSync('ip', args, { stdio: 'pipe' });
  const inside = (...args: readonly string[]): void => ip('-n', name, ...args);
  const children: ChildProcess[] = [];
  const prefix = ['ip', 'netns', 'exec', name];
  const run = (...command: readonly string[]): void => {
    const [program = '', ...args] = [...prefix, ...command];
    children.push(spawn(program, args, { stdio: 'ignore', cwd: folder }));
  };
  ip('netns', 'add', name);
  inside('link', 'set', 'lo', 'up');
  inside('link', 'add', 'bridge', 'type', 'bridge', 'forward_delay', '0', 'stp_state', '0');
  inside('addr', 'add', `${address}/24`, 'dev', 'bridge');
  inside('link', 'set', 'bridge', 'up');
  for (let index = 0; index < machines; index++) {
    inside('tuntap', 'add', `tap${index}`, 'mode', 'tap');
    inside('link', 'set', `tap${index}`, 'master', 'bridge', 'up');
  }
  mkdirSync(folder, { recursive: true });
  return {
    prefix,
    address,
    network,
    net: 'tap:tap',
    serve(files) {
      run('busybox', 'httpd', '-f', '-p', `${address}:${imagePort}`, '-h', files);
      return `http://${address}:${imagePort}/`;
    },
    dhcp(enrolled) {
      const rendered = enrolled === null ? dhcpOnly(folder) : exampleDnsmasq({ folder, address, network, ...enrolled });
      writeFileSync(join(folder, 'dnsmasq.conf'), rendered);
      run('dnsmasq', '--keep-in-foreground', '--conf-file=dnsmasq.conf');
    },
    async close() {
      await Promise.all(children.map(ended));
      ip('netns', 'delete', name);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Addresses, and nothing about booting: the BMC says what is booted. */
const dhcpOnly = (folder: string): string =>
  [
    ...['port=0', 'user=root', 'interface=bridge', 'bind-interfaces', 'dhcp-authoritative', 'no-ping'],
    'dhcp-range=10.77.0.100,10.77.0.199,255.255.255.0,10m',
    `dhcp-leasefile=${join(folder, 'leases')}`,
    '',
  ].join('\n');

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill();
  });
