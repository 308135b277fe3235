import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { HostSubject } from '../../../src/ports/shell.ts';
import { tool } from './tools.ts';
import { eventually, sleep } from './wait.ts';

/*
 * A Debian with systemd and sshd as it comes out of debootstrap, booted by systemd-nspawn in a network namespace of its own.
 * The tree is made once and kept; each boot writes into memory above it, and forgets that at its end.
 */
const tools = ['debootstrap', 'systemd-nspawn', 'ip', 'ssh-keygen', 'dpkg-deb'];
const packages = ['systemd-sysv', 'dbus', 'openssh-server', 'sudo', 'curl', 'ca-certificates', 'iproute2'];
/** Laid ready in the tree with all that they need, so that installing them takes no network. */
const offered = ['hello', 'dnsmasq', 'ipxe', 'chrony', 'prometheus-node-exporter'];
const mirror = 'http://deb.debian.org/debian';
const suite = 'bookworm';

const isThere = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
const path = `${process.env.PATH ?? ''}${delimiter}/usr/sbin${delimiter}/sbin`;

/** What this host lacks to boot one; in CI nothing may be missing. */
export const missingForDebian: readonly string[] = [
  ...tools.filter((tool) => !path.split(delimiter).some((folder) => isThere(join(folder, tool)))),
  ...(process.getuid?.() === 0 ? [] : ['root']),
];

const run = (file: string, ...args: readonly string[]): string =>
  execFileSync(file, args, {
    encoding: 'utf8',
    env: { ...process.env, PATH: path },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** Minutes when it is made, nothing when it is there. */
function findTree(): string {
  const cache = join(process.env.XDG_CACHE_HOME ?? '/var/cache', 'nanometal-test');
  const recipe = createHash('sha256')
    .update(JSON.stringify([2, suite, packages, offered, users]))
    .digest('hex')
    .slice(0, 12);
  const tree = join(cache, `debian-${suite}-${recipe}`);
  if (existsSync(tree)) return tree;
  mkdirSync(cache, { recursive: true });
  const making = mkdtempSync(join(cache, 'making-'));
  try {
    run('debootstrap', '--variant=minbase', `--include=${packages.join(',')}`, suite, making, mirror);
    // With a list of a few packages apt is quick, and what is installed is what lies here.
    run('chroot', making, 'apt-get', 'clean');
    run('chroot', making, 'apt-get', 'install', '-y', '-q', '--no-install-recommends', '--download-only', ...offered);
    renameSync(join(making, 'var/cache/apt/archives'), join(making, 'srv/offered'));
    for (const gone of ['etc/apt/sources.list', 'var/lib/apt/lists']) rmSync(join(making, gone), { recursive: true });
    for (const kept of ['cache/apt/archives', 'lib/apt/lists'])
      mkdirSync(join(making, 'var', kept, 'partial'), { recursive: true });
    for (const { name, sudo } of users) {
      run('chroot', making, 'useradd', '-m', '-s', '/bin/bash', name);
      if (sudo)
        writeFileSync(join(making, 'etc/sudoers.d', name), `${name} ALL=(root) NOPASSWD: ALL\n`, { mode: 0o440 });
    }
    writeFileSync(join(making, 'etc/apt/sources.list.d/made.list'), 'deb [trusted=yes] file:/srv/made ./\n');
    renameSync(making, tree);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    throw error;
  }
  return tree;
}

/** Beside root: one who may become root, and one who may not. */
const users = [
  { name: 'ops', sudo: true },
  { name: 'guest', sudo: false },
] as const;

export interface MadePackage {
  readonly name: string;
  readonly version: string;
  /** Path → content. */
  readonly files: Readonly<Record<string, string>>;
}

export interface Debian {
  readonly subject: HostSubject;
  /** Folder with `<name>.yaml` for root, ops, guest, and stranger, whose key nobody knows. */
  readonly logins: string;
  /** Where the host reaches us. */
  readonly gateway: string;
  /** Runs a script there as root, by an ssh that is not the product's; what it printed. Throws where it fails. */
  say(script: string): Promise<string>;
  /** A port of this host's loopback becomes the same one there, until it is closed. */
  lend(port: number): Promise<() => void>;
  /** Takes its network away, or gives it back. */
  network(up: boolean): void;
  close(): Promise<void>;
}

export async function bootDebian(made: readonly MadePackage[]): Promise<Debian> {
  const tree = findTree();
  const folder = mkdtempSync(join(tmpdir(), 'nanometal-debian-'));
  const logins = join(folder, 'logins');
  mkdirSync(logins);
  mkdirSync(join(folder, 'made'));
  const publicKey = writeLogins(logins);
  makePackages(join(folder, 'made'), join(tree, 'srv/offered'), made);

  // Of the range for tests between networks (RFC 2544), a network of two addresses.
  const n = process.pid % 16_384;
  const base = `198.18.${n >> 6}`;
  const [gateway, address] = [`${base}.${(n & 63) * 4 + 1}`, `${base}.${(n & 63) * 4 + 2}`];
  const name = `nm${process.pid}`;
  run('ip', 'netns', 'add', name);
  run('ip', 'link', 'add', name, 'type', 'veth', 'peer', 'name', 'host0', 'netns', name);
  run('ip', 'address', 'add', `${gateway}/30`, 'dev', name);
  run('ip', 'link', 'set', name, 'up');
  run('ip', '-n', name, 'address', 'add', `${address}/30`, 'dev', 'host0');
  for (const device of ['host0', 'lo']) run('ip', '-n', name, 'link', 'set', device, 'up');

  const homes = ['/root', ...users.map((user) => `/home/${user.name}`)];
  const args = [
    ...[
      '--quiet',
      '--boot',
      '--register=no',
      '--keep-unit',
      '--volatile=overlay',
      '--console=pipe',
      '--resolv-conf=off',
    ],
    ...[`--directory=${tree}`, `--machine=${name}`, `--network-namespace-path=/run/netns/${name}`],
    // Of its own network, as a machine has it; with a namespace that was made before it is not given by itself.
    '--capability=CAP_NET_ADMIN',
    `--bind-ro=${join(folder, 'made')}:/srv/made`,
    ...homes.map((home) => `--bind-ro=${publicKey}:${home}/.ssh/authorized_keys`),
  ];
  const child = spawn('systemd-nspawn', args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PATH: path },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-2_000);
    });
  }
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));

  async function close(): Promise<void> {
    for (const tunnel of lent) tunnel.kill();
    child.kill('SIGTERM');
    await Promise.race([ended, sleep(30_000).then(() => child.kill('SIGKILL'))]);
    await ended;
    run('ip', 'netns', 'delete', name);
    rmSync(folder, { recursive: true, force: true });
  }
  const key = readFileSync(join(tree, 'etc/ssh/ssh_host_ed25519_key.pub'), 'utf8').split(' ')[1] ?? '';
  const digest = createHash('sha256').update(Buffer.from(key, 'base64')).digest('base64').replace(/=+$/, '');
  const subject: HostSubject = {
    name: 'host1',
    address,
    port: 22,
    credentials: 'root',
    hostKey: `SHA256:${digest}`,
    within: ['198.18.0.0/15'],
  };
  const options = ['StrictHostKeyChecking=no', 'UserKnownHostsFile=/dev/null', 'BatchMode=yes', 'LogLevel=ERROR'];
  const ask = ['-i', join(folder, 'logins/root.key'), ...options.flatMap((option) => ['-o', option])];
  const lent = new Set<ChildProcess>();
  try {
    await eventually(
      'the Debian has booted',
      () => {
        if (child.exitCode !== null) throw new Error(`systemd-nspawn ended: ${said}`);
        try {
          // `degraded` is as good: what a container cannot have does not matter here.
          run('ssh', ...ask, '-o', 'ConnectTimeout=5', `root@${address}`, 'systemctl is-system-running --wait; true');
          return true;
        } catch {
          return null;
        }
      },
      300_000,
    );
  } catch (error) {
    await close();
    throw error;
  }
  return {
    subject,
    logins,
    gateway,
    async say(script) {
      const ran = await tool('ssh', [...ask, `root@${address}`, script]);
      if (ran.code !== 0) throw new Error(`${script}\nended with ${ran.code}: ${ran.stderr}${ran.stdout}`);
      return ran.stdout.trimEnd();
    },
    async lend(port) {
      const way = `${port}:127.0.0.1:${port}`;
      const tunnel = spawn('ssh', [...ask, '-o', 'ExitOnForwardFailure=yes', '-N', '-R', way, `root@${address}`]);
      lent.add(tunnel);
      return () => void tunnel.kill();
    },
    network: (up) => void run('ip', 'link', 'set', name, up ? 'up' : 'down'),
    close,
  };
}

/** The public half, for all of them. */
function writeLogins(folder: string): string {
  for (const name of ['root', 'stranger'])
    run('ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-f', join(folder, `${name}.key`));
  for (const [name, username, key] of [
    ['root', 'root', 'root'],
    ['ops', 'ops', 'root'],
    ['guest', 'guest', 'root'],
    ['stranger', 'root', 'stranger'],
  ] as const) {
    const lines = readFileSync(join(folder, `${key}.key`), 'utf8')
      .trimEnd()
      .split('\n');
    const text = `username: ${username}\nprivateKey: |\n${lines.map((line) => `  ${line}\n`).join('')}`;
    writeFileSync(join(folder, `${name}.yaml`), text, { mode: 0o600 });
  }
  return join(folder, 'root.key.pub');
}

/** A repository of apt in one folder: packages made for the test, those that are offered, and one list of them. */
function makePackages(folder: string, offeredIn: string, made: readonly MadePackage[]): void {
  const built = made.map(({ name, version, files }) => {
    const tree = join(folder, 'tree');
    const control = [
      `Package: ${name}`,
      `Version: ${version}`,
      'Architecture: all',
      'Maintainer: test <test@localhost>',
      'Description: of a test',
    ];
    mkdirSync(join(tree, 'DEBIAN'), { recursive: true });
    writeFileSync(join(tree, 'DEBIAN/control'), `${control.join('\n')}\n`);
    for (const [file, content] of Object.entries(files)) {
      mkdirSync(join(tree, file, '..'), { recursive: true });
      writeFileSync(join(tree, file), content, { mode: 0o755 });
    }
    const deb = `${name}_${version}.deb`;
    run('dpkg-deb', '--root-owner-group', '--build', tree, join(folder, deb));
    rmSync(tree, { recursive: true });
    return deb;
  });
  const theirs = readdirSync(offeredIn).filter((deb) => deb.endsWith('.deb'));
  for (const deb of theirs) copyFileSync(join(offeredIn, deb), join(folder, deb));
  const entries = [...built, ...theirs].map((deb) => {
    const bytes = readFileSync(join(folder, deb));
    const sum = createHash('sha256').update(bytes).digest('hex');
    const control = run('dpkg-deb', '--field', join(folder, deb)).trimEnd();
    return `${control}\nFilename: ./${deb}\nSize: ${bytes.length}\nSHA256: ${sum}\n`;
  });
  writeFileSync(join(folder, 'Packages'), entries.join('\n'));
}
