import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFolderHostLogins } from '../../src/adapters/secrets/folder.ts';
import { createSshShells } from '../../src/adapters/shell/ssh.ts';
import { type ControlPlaneBench, controlPlaneCases } from '../../src/conformance/control-plane.ts';
import { digestOf } from '../../src/diff/digest.ts';
import { ssh } from '../../src/drivers/control-plane/ssh/driver.ts';
import { word } from '../../src/drivers/sh.ts';
import type { Applied, ComponentLook, Release } from '../../src/model/component.ts';
import type { ControlPlaneDriver } from '../../src/ports/driver.ts';
import type { HostSubject, ShellOptions, ShellResult, Shells } from '../../src/ports/shell.ts';
import { hastyClock } from '../drivers/control-plane/hasty-clock.ts';
import { releaseOf } from '../drivers/control-plane/release.ts';
import { isLong } from '../long.ts';
import { bootDebian, type Debian, missingForDebian } from './world/debian.ts';

/*
 * The driver ssh against a Debian with systemd, sshd and apt, over the network. All is as on a machine but the kernel, which
 * is this host's: nothing here boots from a disk.
 */

// It takes minutes, and needs debootstrap and systemd-container: `npm run test:long`, where what is missing is a failure.
if (isLong && missingForDebian.length > 0) {
  process.stderr.write(`no Debian can be booted here, missing: ${missingForDebian.join(' ')}\n`);
}

const never = new AbortController().signal;
const minutes = 60_000;
const options: ShellOptions = { timeoutMs: 60_000, outputMax: 1024 * 1024, signal: never };
let debian: Debian;
let shells: Shells;
let bench: ControlPlaneBench;

const open = (): Shells => createSshShells({ logins: openFolderHostLogins(debian.logins) });
const on = (change: Partial<HostSubject>): HostSubject => ({ ...debian.subject, ...change });
const run = (script: string, input = ''): Promise<ShellResult> => shells.of(debian.subject).run(script, input, options);

async function say(script: string, input = ''): Promise<string> {
  const ran = await run(script, input);
  if (ran.kind === 'failed') throw new Error(ran.message);
  return ran.stdout.trimEnd();
}

// Hundreds of scripts, on a machine that may have other things to do.
describe.runIf(isLong)('a Debian', { timeout: 20 * minutes }, () => {
  beforeAll(async () => {
    debian = await bootDebian(
      ['1.0', '2.0'].map((version) => ({
        name: 'nm-demo',
        version,
        files: { 'usr/bin/nm-demo': `#!/bin/sh\necho ${version}\n` },
      })),
    );
    shells = open();
    bench = openBench();
  }, 30 * minutes);
  afterAll(async () => {
    await bench?.close();
    await shells?.close();
    await debian?.close();
  }, 2 * minutes);

  function openBench(): ControlPlaneBench {
    const servers: Server[] = [];
    let names = 0;
    const portOf = (component: string): number => 10_000 + Number(component.slice(1));
    return {
      host: debian.subject,
      stride: 1,
      driver: (wrap = (own: Shells) => own): ControlPlaneDriver =>
        ssh.create({ shells: keptOpen(wrap(shells)), clock: hastyClock() }),
      name: () => `c${++names}`,
      release: (component, text, more) => releaseOf(component, portOf(component), '', text, more),
      async serve(text) {
        const server = createServer((_, response) => response.end(text));
        servers.push(server);
        await new Promise<void>((resolve) => server.listen(0, debian.gateway, resolve));
        const { port } = Object(server.address());
        return { url: `http://${debian.gateway}:${port}/x`, sha256: createHash('sha256').update(text).digest('hex') };
      },
      async read(path) {
        const ran = await run(`cat -- ${word(path)}`);
        return ran.kind === 'exited' && ran.code === 0 ? ran.stdout : null;
      },
      async write(path, text) {
        await say(`mkdir -p "$(dirname ${word(path)})"; cat >${word(path)}`, text);
      },
      run: (component) => say(`systemctl show -p MainPID --value nanometal-${component}.service`),
      async ask(component) {
        const ran = await run(`curl -s -m 5 http://127.0.0.1:${portOf(component)}/`);
        return ran.kind === 'exited' && ran.code === 0 ? ran.stdout : null;
      },
      async close() {
        for (const server of servers) server.close();
      },
    };
  }

  /** One connection for all of them. */
  const keptOpen = (all: Shells): Shells => ({ of: (host) => all.of(host), close: async () => {} });

  const apply = (release: Release): Promise<Applied> =>
    bench.driver().apply(debian.subject, release, never, () => true);
  async function look(release: Release): Promise<ComponentLook | undefined> {
    const seen = await bench.driver().observe(debian.subject, [release], never);
    if (seen.kind === 'missed') throw new Error(seen.message);
    return seen.components.get(release.component);
  }
  /** A release without a service. */
  const plain = (more: Partial<Release>): Release => {
    const content = {
      component: bench.name(),
      host: 'host1',
      after: [],
      state: 'present',
      version: '1',
      packages: [],
      files: [],
      health: [],
      deadlineMs: 12_000,
      onChange: 'restart',
      ...more,
    } satisfies Omit<Release, 'digest'>;
    return { ...content, digest: digestOf(content) };
  };
  const gone = ({ service: _, ...release }: Release): Release => ({
    ...release,
    state: 'absent',
    packages: [],
    files: [],
    health: [],
  });
  const inline = (path: string, text: string): Release['files'][number] => ({
    path,
    mode: 0o644,
    content: { kind: 'inline', text },
  });

  describe('its shell', () => {
    it('runs what it is told, as root, with its input, whatever is in either', async () => {
      const long = `: ${word('x'.repeat(300_000))}\ncat; echo "$(id -u)" >&2; exit 3`;
      const input = '\n\u{1f600} \\ $HOME `id` \'"\n'.repeat(20_000);
      expect(await run(long, input)).toEqual({ kind: 'exited', code: 3, stdout: input, stderr: '0\n' });
      const through = shells.of(on({ credentials: 'ops' }));
      // sudo may have a word to say about the host's name.
      const stderr = expect.stringMatching(/^(sudo: .*\n)?0\n$/);
      expect(await through.run(long, input, options)).toEqual({ kind: 'exited', code: 3, stdout: input, stderr });
    });

    it('is not spoken to when it shows another key than the one that was declared', async () => {
      const other = on({ hostKey: `SHA256:${'A'.repeat(43)}` });
      const ran = await shells.of(other).run('touch /run/was-here', '', options);
      expect(ran).toMatchObject({ kind: 'failed', reason: 'host-key', began: false });
      expect(ran.kind === 'failed' && ran.message).toContain(debian.subject.hostKey);
      const driver = ssh.create({ shells: open(), clock: hastyClock() });
      expect(await driver.observe(other, [], never)).toMatchObject({ kind: 'missed', reason: 'host-key' });
      await driver.close();
      expect(await say('ls /run/was-here 2>/dev/null; true')).toBe('');
    });

    it('lets nobody in whose key it does not know, and nobody who may not become root', async () => {
      for (const [name, word] of [
        ['stranger', 'authorized_keys'],
        ['guest', 'sudo'],
        ['nobody', 'does not exist'],
      ] as const) {
        const ran = await shells.of(on({ credentials: name })).run('true', '', options);
        expect(ran).toMatchObject({
          kind: 'failed',
          reason: 'credentials',
          began: false,
          message: expect.stringContaining(word),
        });
        expect(JSON.stringify(ran)).not.toContain('PRIVATE KEY');
      }
    });

    it('is not connected to outside the ranges of hosts, nor where nobody listens', async () => {
      const outside = await shells.of(on({ within: ['10.0.0.0/8'] })).run('true', '', options);
      expect(outside).toMatchObject({
        reason: 'unreachable',
        began: false,
        message: expect.stringContaining('outside'),
      });
      const nobody = await shells.of(on({ port: 23 })).run('true', '', options);
      expect(nobody).toMatchObject({
        reason: 'unreachable',
        began: false,
        message: expect.stringContaining('ECONNREFUSED'),
      });
    });

    it('is given up on in time, when called off, and when it says too much', async () => {
      const shell = shells.of(debian.subject);
      expect(await shell.run('sleep 600', '', { ...options, timeoutMs: 1_000 })).toMatchObject({
        reason: 'timeout',
        began: true,
      });
      const off = new AbortController();
      const running = shell.run('touch /run/began; sleep 600', '', { ...options, signal: off.signal });
      while ((await say('ls /run/began 2>/dev/null; true')) === '') {}
      off.abort();
      expect(await running).toMatchObject({ reason: 'aborted', began: true });
      expect(await shell.run('yes', '', { ...options, outputMax: 10_000 })).toMatchObject({
        reason: 'too-large',
        began: true,
      });
      expect(await shell.run('true', '', { ...options, signal: AbortSignal.abort() })).toMatchObject({
        reason: 'aborted',
        began: false,
      });
      expect(await say('echo still here')).toBe('still here');
    });

    it('may die under a running script; the next has a line of its own', async () => {
      const own = open();
      const shell = own.of(debian.subject);
      expect(
        await shell.run(
          'kill -9 "$PPID" $(ps -o ppid= -p "$PPID" 2>/dev/null) 2>/dev/null; pkill -9 -f "sshd: root" ; sleep 60',
          '',
          options,
        ),
      ).toMatchObject({ kind: 'failed', began: true });
      expect(await shell.run('echo again', '', options)).toMatchObject({ kind: 'exited', stdout: 'again\n' });
      await own.close();
    });
  });

  describe('the driver ssh', () => {
    it.each(controlPlaneCases(() => bench))('$name', ({ run: check }) => check());
  });

  describe('a process of ours', () => {
    it('has only what was declared', async () => {
      const c = bench.name();
      const one = bench.release(c, 'one');
      if (one.service?.kind !== 'process') throw new Error('it has no process');
      const service = { ...one.service, capabilities: ['CAP_NET_RAW'], state: c };
      const release = { ...one, service, health: [...one.health, { kind: 'systemd' } as const] };
      expect(await apply({ ...release, digest: digestOf(release) })).toEqual({ kind: 'healthy' });
      const pid = await bench.run(c);
      expect(await say(`stat -c %u /proc/${pid}`)).not.toBe('0');
      // CAP_NET_RAW is the 13th (capabilities(7)).
      expect(await say(`grep -E '^Cap(Eff|Bnd)' /proc/${pid}/status`)).toMatch(/^CapEff:\s+0+2000\nCapBnd:\s+0+2000$/);
      expect(await say(`tr '\\0' '\\n' </proc/${pid}/environ | grep ^TEXT=`)).toBe('TEXT=a "b" $c %d \\e');
      expect(await say(`ls -d /var/lib/${c}`)).toBe(`/var/lib/${c}`);
      expect(await apply(gone(release))).toEqual({ kind: 'healthy' });
      expect(
        await say(`ls -d /var/lib/${c}; ls /etc/systemd/system/nanometal-${c}.service 2>&1 | tail -c 26`),
      ).toContain(`/var/lib/${c}`);
    });

    it('that ends at once is one that never gets healthy, and its last words are told by its journal', async () => {
      const c = bench.name();
      const one = bench.release(c, 'one', { deadlineMs: 12_000, health: [{ kind: 'systemd' }] });
      const dead = {
        ...one,
        service: { kind: 'process', command: ['/bin/false'], environment: {}, capabilities: [] },
      } as const;
      const applied = await apply({ ...dead, digest: digestOf(dead) });
      expect(applied).toMatchObject({ kind: 'rolled-back', to: null, message: expect.stringContaining('service') });
      expect(await say(`systemctl list-units --all --no-legend 'nanometal-${c}*'`)).toBe('');
    });
  });

  describe('a disk', () => {
    it('without room for a file is found full before anything is changed', async () => {
      await say('mkdir -p /mnt/small && mount -t tmpfs -o size=1m tmpfs /mnt/small');
      const c = bench.name();
      const large = bench.release(c, 'one', { files: [inline('/mnt/small/large', 'x'.repeat(2_000_000))] });
      expect(await apply(large)).toMatchObject({
        kind: 'unapplied',
        reason: 'full',
        message: expect.stringContaining('/mnt/small has '),
      });
      expect(await bench.read(`/etc/${c}/text`)).toBeNull();
      expect(await say(`ls -A /mnt/small /var/lib/nanometal-components/${c} 2>/dev/null; true`)).toBe('/mnt/small:');
    });

    it('that is full where the host keeps its record is full too', async () => {
      const c = bench.name();
      await say(
        `mkdir -p /var/lib/nanometal-components/${c} && mount -t tmpfs -o size=64k tmpfs /var/lib/nanometal-components/${c}`,
      );
      const applied = await apply(bench.release(c, 'one', { files: [inline(`/etc/${c}/large`, 'x'.repeat(200_000))] }));
      expect(applied).toMatchObject({ kind: 'unapplied', reason: 'full' });
      expect(await bench.read(`/etc/${c}/text`)).toBeNull();
      await say(`umount /var/lib/nanometal-components/${c}`);
    });
  });

  describe('packages', () => {
    const version = (): Promise<string> =>
      say(`dpkg-query -W -f '\${db:Status-Status} \${Version}' nm-demo 2>/dev/null; true`);

    it('that do not exist are told of, and nothing is changed', async () => {
      for (const packages of [
        [{ name: 'nm-nothing' }],
        [{ name: 'nm-demo', version: '9.9' }],
        [{ name: 'hello' }, { name: 'nm-nothing' }],
      ]) {
        const applied = await apply(plain({ packages, files: [inline('/etc/never', 'x')] }));
        expect(applied).toMatchObject({
          kind: 'unapplied',
          reason: 'package',
          message: expect.stringMatching(/nm-(nothing|demo)/),
        });
      }
      expect(await bench.read('/etc/never')).toBeNull();
      expect(await say('ls /usr/bin/hello 2>/dev/null; true')).toBe('');
    });

    it('are installed in exactly the version that was declared, upgraded, taken back, and removed', async () => {
      const component = bench.name();
      const of = (wanted: string, answer: string): Release =>
        plain({
          component,
          version: wanted,
          packages: [{ name: 'nm-demo', version: wanted }],
          health: [{ kind: 'command', command: ['sh', '-c', `[ "$(nm-demo)" = ${answer} ]`] }],
        });
      expect(await apply(of('1.0', '1.0'))).toEqual({ kind: 'healthy' });
      expect(await version()).toBe('installed 1.0');
      expect(await look(of('2.0', '2.0'))).toMatchObject({
        differences: ['package nm-demo: 1.0, not 2.0'],
        healthy: false,
      });
      expect(await apply(of('2.0', '3.0'))).toMatchObject({
        kind: 'rolled-back',
        to: '1.0',
        message: expect.stringContaining('nm-demo'),
      });
      expect(await version()).toBe('installed 1.0');
      expect(await apply(of('2.0', '2.0'))).toEqual({ kind: 'healthy' });
      expect(await version()).toBe('installed 2.0');
      expect(await apply(gone(of('2.0', '2.0')))).toEqual({ kind: 'healthy' });
      expect(await version()).not.toContain('installed 2');
    });

    it('that were there before stay, and so do those that another component needs', async () => {
      const [one, two] = [
        plain({ packages: [{ name: 'nm-demo' }, { name: 'curl' }] }),
        plain({ packages: [{ name: 'nm-demo' }] }),
      ];
      expect(await apply(one)).toEqual({ kind: 'healthy' });
      expect(await apply(two)).toEqual({ kind: 'healthy' });
      expect(await apply(gone(one))).toEqual({ kind: 'healthy' });
      expect(await version()).toMatch(/^installed/);
      expect(await say('command -v curl')).toBe('/usr/bin/curl');
      expect(await apply(gone(two))).toEqual({ kind: 'healthy' });
    });

    const dnsmasq = (port: number): Release =>
      plain({
        packages: [{ name: 'dnsmasq' }],
        files: [
          inline('/etc/dnsmasq.d/nm.conf', `port=${port}\nlisten-address=127.0.0.1\nbind-interfaces\nno-resolv\n`),
        ],
        service: { kind: 'unit', unit: 'dnsmasq.service' },
        health: [{ kind: 'tcp', host: '127.0.0.1', port }, { kind: 'systemd' }],
        deadlineMs: 900_000,
      });

    it('bring a unit, which runs with our files and goes with them', async () => {
      const component = bench.name();
      const one = { ...dnsmasq(5353), component };
      expect(await apply(one)).toEqual({ kind: 'healthy' });
      expect(await look(one)).toMatchObject({ differences: [], healthy: true });
      await say('systemctl disable --now dnsmasq');
      const seen = await look(one);
      expect(seen?.differences).toEqual(['service: not enabled, it would not start with the host']);
      expect(seen?.healthy).toBe(false);
      expect(await apply(one)).toEqual({ kind: 'healthy' });
      const two = { ...dnsmasq(5354), component };
      expect(await apply(two)).toEqual({ kind: 'healthy' });
      expect(await apply(gone(two))).toEqual({ kind: 'healthy' });
      expect(
        await say('systemctl is-active dnsmasq; ls /etc/dnsmasq.d/nm.conf /usr/sbin/dnsmasq 2>/dev/null; true'),
      ).toMatch(/^(inactive|failed|unknown)$/);
      expect(await say('ls /usr/sbin/policy-rc.d 2>/dev/null; true')).toBe('');
    });

    it('do not leave a service of their own running beside ours', async () => {
      const c = bench.name();
      const release = bench.release(c, 'one', { packages: [{ name: 'dnsmasq' }] });
      expect(await apply(release)).toEqual({ kind: 'healthy' });
      expect(await say('systemctl is-active dnsmasq; systemctl is-enabled dnsmasq; true')).toBe('inactive\ndisabled');
      expect(await apply(gone(release))).toEqual({ kind: 'healthy' });
    });
  });

  describe('Kubernetes manifests', () => {
    it('are applied, compared and taken back by the kubectl of the host', async () => {
      await bench.write('/usr/local/bin/kubectl', kubectl);
      await say('chmod 755 /usr/local/bin/kubectl');
      const component = bench.name();
      const of = (version: string, ...names: readonly string[]): Release =>
        plain({
          component,
          version,
          // It is asked of the cluster that the manifests are applied to.
          health: [{ kind: 'command', command: ['sh', '-c', '[ "$KUBECONFIG" = /etc/kubernetes/admin.conf ]'] }],
          manifests: names.map((name) => ({
            kind: 'inline',
            text: `kind: ConfigMap\nname: ${name}\ndata: ${version}`,
          })),
        });
      const objects = (): Promise<string> => say('cat /run/objects/* 2>/dev/null | grep -v ^kind | tr "\\n" " "; true');
      expect(await apply(of('1', 'a', 'b'))).toEqual({ kind: 'healthy' });
      expect(await objects()).toBe('name: a data: 1 name: b data: 1');
      expect(await look(of('2', 'b', 'c'))).toMatchObject({
        differences: ['Kubernetes objects: other than their manifests'],
      });
      expect(await apply(of('2', 'b', 'c'))).toEqual({ kind: 'healthy' });
      expect(await objects()).toBe('name: b data: 2 name: c data: 2');
      await say('rm /run/objects/c');
      expect((await look(of('2', 'b', 'c')))?.differences).toHaveLength(1);
      expect(await apply(gone(of('2', 'b', 'c')))).toEqual({ kind: 'healthy' });
      expect(await objects()).toBe('');
    });
  });

  it('that nobody can reach any more is missed, and nothing is said to have happened', async () => {
    const own = open();
    const driver = ssh.create({ shells: own, clock: hastyClock() });
    const release = bench.release(bench.name(), 'one');
    expect(await driver.observe(debian.subject, [release], never)).toMatchObject({ kind: 'seen' });
    await own.close();
    debian.network(false);
    try {
      expect(await driver.observe(debian.subject, [release], never)).toMatchObject({
        kind: 'missed',
        reason: 'unreachable',
      });
      expect(await driver.apply(debian.subject, release, never, () => true)).toMatchObject({
        kind: 'unapplied',
        reason: 'host',
      });
    } finally {
      debian.network(true);
    }
    expect(await driver.observe(debian.subject, [release], never)).toMatchObject({ kind: 'seen' });
    await driver.close();
  });
});

/** As much of kubectl as the driver uses: objects are files in /run/objects. */
const kubectl = `#!/usr/bin/perl
use strict;
my ($verb, @args) = @ARGV;
my $dir = '/run/objects'; mkdir $dir;
sub slurp { my $p = shift; open(my $f, '<', $p) or return undef; local $/; <$f> }
if ($verb eq 'delete') { unlink "$dir/$args[-1]"; exit 0 }
my $from; for my $i (0..$#args) { $from = $args[$i + 1] if $args[$i] eq '-f' }
my $text = $from eq '-' ? do { local $/; <STDIN> } : slurp($from);
my ($differ, @names) = (0);
for my $doc (split /^---\\n/m, $text) {
  my ($name) = $doc =~ /^name: (.*)$/m or next;
  $doc =~ s/\\n+\\z/\\n/;
  push @names, $name;
  my $there = slurp("$dir/$name");
  $differ = 1 if !defined $there || $there ne $doc;
  if ($verb eq 'apply') { open(my $f, '>', "$dir/$name"); print $f $doc }
}
if ($verb eq 'get') { for (@names) { print "v1 ConfigMap - $_\\n" if -e "$dir/$_" } }
exit($verb eq 'diff' ? $differ : 0);
`;
