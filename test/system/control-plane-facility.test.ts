import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type GitHttp, startGitHttp } from '../adapters/git/http-backend.ts';
import { isLong } from '../long.ts';
import { agentImage } from '../metal/world/agent-image.ts';
import { type Running, stop } from './world/children.ts';
import { bootDebian, type Debian } from './world/debian.ts';
import type { TestFacility } from './world/facility.ts';
import type { Changes } from './world/fleet-repo.ts';
import {
  conditionsOf,
  controlPlane,
  eventsOf,
  exampleComponent,
  startPlane,
  told,
  untilWell,
  well,
} from './world/plane.ts';
import { tool } from './world/tools.ts';
import { eventually, sleep } from './world/wait.ts';

/*
 * The reconciler as a process of its own, a bare repository, and the example's control plane on a Debian with systemd, sshd and
 * apt: what people see of it in a facility. As world/debian.ts says, only the kernel is this host's.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));
const minutes = 60_000;
const names = ['boot', 'chrony', 'dnsmasq', 'nanometal', 'node-exporter'] as const;
type Name = (typeof names)[number];

let debian: Debian;
let facility: TestFacility;
let git: GitHttp;
let files: Server;
let running: Running;
const releases = new Map<string, Buffer>();
/** What machines are booted with, as it was built. */
let agent: string;
/** What is done with a request for a file in place of answering it. */
let instead: ((response: ServerResponse) => void) | null = null;

const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const tell = (what: string): void => void process.stdout.write(`    ${what}\n`);
const statusHead = (): string | null => facility.repo.head('status/ams1');

/** What people prepare: users and keys for the standby, and a clock that a container may not set. */
const prepared = `set -e
useradd --system nanometal
useradd --system --gid nanometal nanometal-boot
mkdir -p /etc/nanometal /etc/systemd/system/chrony.service.d
printf '%s\\n' "$KEY" >/etc/nanometal/age.key; echo token >/etc/nanometal/git-token
chown nanometal /etc/nanometal/age.key /etc/nanometal/git-token; chmod 600 /etc/nanometal/age.key /etc/nanometal/git-token
printf '%s\\n' '[Unit]' 'ConditionCapability=' '[Service]' 'ExecStart=' 'ExecStart=!/usr/sbin/chronyd -x -F 1' >/etc/systemd/system/chrony.service.d/container.conf
echo 'LogLevel VERBOSE' >/etc/ssh/sshd_config.d/verbose.conf
systemctl daemon-reload; systemctl reload ssh`;

/** The executable, as it is packed; one that was packed already is taken where a build is named too. */
async function executable(): Promise<Buffer> {
  const file = join(root, 'build/bundle/nanometal');
  if (process.env.NANOMETAL_DIST === undefined || !existsSync(file)) {
    const made = await tool(process.execPath, ['deploy/bundle.mjs'], { cwd: root });
    expect(made, made.stderr).toMatchObject({ code: 0 });
  }
  return readFileSync(file);
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const agentFiles = {
  agentManifest: 'manifest.json',
  agentIso: 'boot.iso',
  agentEfi: 'agent.efi',
  agentKernel: 'vmlinuz',
  agentInitrd: 'initrd',
} as const;
const agentDigests = (): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(agentFiles).map(([key, name]) => [key, sha256(readFileSync(join(agent, name)))]));

type Entries = Partial<Record<Name, Readonly<Record<string, string>> | 'absent'>>;

/** The components, with these settings beside those that they need. */
function plane(change: Entries, release: string): Changes {
  const bytes = releases.get(release) ?? Buffer.alloc(0);
  const { port } = Object(files.address());
  const settings: Readonly<Record<Name, Readonly<Record<string, string>>>> = {
    boot: { release, agentManifest: agentDigests().agentManifest ?? '' },
    chrony: {},
    dnsmasq: { domain: 'ams1.example.net' },
    nanometal: {
      release,
      url: `http://${debian.gateway}:${port}/${release}/nanometal`,
      sha256: sha256(bytes),
      repo: `${git.url}/fleet.git`,
      agent: `http://${debian.gateway}:${port}/agent`,
      ...agentDigests(),
    },
    'node-exporter': {},
  };
  const entries = names.map((name) => {
    const more = change[name] ?? {};
    if (more === 'absent') return `{ name: ${name}, absent: true }`;
    return JSON.stringify({ name, settings: { ...settings[name], ...more } });
  });
  return controlPlane(debian, entries);
}

const start = (more: readonly string[] = []): Running =>
  facility.run({ git: 'native', more: ['--poll', '2s', ...more], limitMs: 120 * minutes });
const kill = (): Promise<unknown> => stop(running, 'SIGKILL');

/** Everything that the components leave on the host, but for the runs of their services. */
const host = (): Promise<string> =>
  debian.say(`cd /
for f in etc/nanometal/dnsmasq.conf etc/chrony/conf.d/nanometal.conf usr/local/bin/nanometal usr/local/share/nanometal/agent/* etc/systemd/system/nanometal-*.service; do
  [ -e "$f" ] || { echo "$f none"; continue; }; echo "$(stat -c '%n %a %U' "$f") $(sha256sum <"$f")"; done
dpkg-query -W -f '\${Package} \${Version} \${db:Status-Status}\\n' dnsmasq-base ipxe chrony prometheus-node-exporter 2>/dev/null | grep ' installed$'
for u in nanometal-dnsmasq chrony prometheus-node-exporter nanometal-nanometal nanometal-boot; do
  echo "$u $(systemctl is-enabled $u 2>/dev/null) $(systemctl is-active $u)"; done
for c in ${names.join(' ')}; do d=var/lib/nanometal-components/$c; [ -e $d ] || continue; echo "kept $c" $(ls -A $d); sed -n 1p $d/record.json; done
find . -xdev -name '.nanometal-*' -o -xdev -name policy-rc.d
true`);

describe.runIf(isLong)('the control plane of a facility', { timeout: 60 * minutes }, () => {
  beforeAll(async () => {
    const bytes = await executable();
    releases.set('0.1.0', bytes);
    // Another release, as far as its digest goes.
    releases.set('0.2.0', Buffer.concat([bytes, Buffer.from('\n')]));
    agent = await agentImage();
    debian = await bootDebian([]);
    const key = await tool('age-keygen', []);
    expect(key, key.stderr).toMatchObject({ code: 0 });
    await debian.say(`KEY='${key.stdout.trim()}'\n${prepared}`);
    facility = await startPlane(debian);
    git = await startGitHttp({ root: facility.folder });
    await debian.lend(Number(new URL(git.url).port));
    files = createServer((request, response) => {
      if (instead) return instead(response);
      const [, folder = '', name = ''] = (request.url ?? '').split('/');
      response.end(folder === 'agent' ? readFileSync(join(agent, name)) : releases.get(folder));
    });
    await new Promise<void>((resolve) => files.listen(0, debian.gateway, resolve));
    running = start();
    await eventually('a first status', () => statusHead());
  }, 60 * minutes);
  afterAll(async () => {
    await facility?.close();
    await git?.close();
    files?.close();
    await debian?.close();
  }, 2 * minutes);

  it('is installed from one commit, all of it healthy', async () => {
    const began = performance.now();
    const components = Object.assign({}, ...names.map(exampleComponent));
    facility.repo.commit('A control plane', { ...components, ...plane({}, '0.1.0') });
    await untilWell(facility, running, names);
    tell(`${names.length} components installed and healthy, told ${seconds(began)} after the commit`);
    const ends = eventsOf(running, 'applied');
    for (const [i, { component, time }] of eventsOf(running, 'applying').entries()) {
      const took = Number(new Date(String(ends[i]?.time))) - Number(new Date(String(time)));
      tell(`  ${component}: ${(took / 1000).toFixed(1)} s, ${ends[i]?.outcome}`);
    }
    expect(ends.map(({ component, outcome }) => `${component} ${outcome}`).sort()).toEqual(
      names.map((name) => `${name} healthy`),
    );
    // The one that was installed stands by for the one that installed it.
    await eventually('the installed reconciler stands by', async () =>
      (await debian.say('journalctl -u nanometal-nanometal --no-pager')).includes('standing by') ? true : null,
    );
    // What has the ports for it may open its socket, and nothing else that is its own.
    await eventually('the boot service is with it', async () =>
      (await debian.say('journalctl -u nanometal-boot --no-pager')).includes('the reconciler is there') ? true : null,
    );
    const reads = 'runuser -u nanometal-boot -- cat /var/lib/nanometal/boot-key /etc/nanometal/age.key 2>&1 || true';
    expect(await debian.say(reads)).toMatch(/^cat: .*boot-key: Permission denied\ncat: .*age.key: Permission denied$/);
  });

  it('is left alone then, by this process, by the next one, and by one that begins from a bare clone', async () => {
    const head = statusHead();
    const before = await host();
    const applied = eventsOf(running, 'applying').length;
    await sleep(20_000);
    expect(eventsOf(running, 'applying')).toHaveLength(applied);
    await kill();
    running = start();
    await running.until((line) => line.includes('"event":"leased"'));
    await sleep(30_000);
    expect(eventsOf(running, 'applying')).toEqual([]);
    expect(statusHead()).toBe(head);
    const { repo } = facility;
    const clone = join(facility.folder, 'clone.git');
    repo.people.git(['clone', '--quiet', '--bare', repo.path, clone]);
    const began = performance.now();
    const anew = await facility.once({ git: 'native', repo: clone, state: 'anew' });
    expect(anew, anew.stderr).toMatchObject({ code: 0 });
    expect(`${anew.stdout}${anew.stderr}`).not.toContain('"event":"applying"');
    const heads = repo.people.git(['ls-remote', clone, 'refs/heads/*']);
    expect(heads).toBe(repo.people.git(['ls-remote', repo.path, 'refs/heads/*']));
    expect(await host()).toBe(before);
    tell(`quiet for 50 s and over a restart; from a bare clone settled in ${seconds(began)}, without a commit`);
  });

  it('has one component upgraded, and the other of the same commit back as it was, with the reason', async () => {
    const before = told(facility, 'dnsmasq')?.healthy;
    const configuration = await debian.say('cat /etc/nanometal/dnsmasq.conf');
    const began = performance.now();
    facility.repo.commit('An upgrade, and a slip', plane({ dnsmasq: { lease: 'nonsense' } }, '0.2.0'));
    await eventually(
      'one upgraded, the other back',
      () =>
        conditionsOf(facility, 'dnsmasq') === 'AsDeclared False (Failed), Healthy True' &&
        conditionsOf(facility, 'nanometal') === well &&
        told(facility, 'nanometal')?.healthy?.version === '0.2.0'
          ? true
          : null,
      10 * minutes,
    );
    tell(`one upgraded, the other back after ${seconds(began)}: ${told(facility, 'dnsmasq')?.failed?.message}`);
    expect(told(facility, 'dnsmasq')?.healthy).toEqual(before);
    expect(told(facility, 'dnsmasq')?.failed?.message).toMatch(/service|dnsmasq/);
    expect(await debian.say('cat /etc/nanometal/dnsmasq.conf')).toBe(configuration);
    expect(await debian.say('systemctl is-active nanometal-dnsmasq')).toBe('active');
  });

  it('has put right what hands changed, also of the release that was put back', async () => {
    const before = await host();
    const applied = eventsOf(running, 'applying').length;
    const began = performance.now();
    await debian.say(`echo '# by hand' >>/etc/chrony/conf.d/nanometal.conf
echo '# by hand' >>/etc/nanometal/dnsmasq.conf
systemctl disable --now prometheus-node-exporter >/dev/null 2>&1`);
    await eventually('all is as before', async () => ((await host()) === before ? true : null), 10 * minutes);
    const right = 'AsDeclared False (Failed), Healthy True';
    await eventually(
      'all is told to be as before',
      () =>
        conditionsOf(facility, 'dnsmasq') === right &&
        conditionsOf(facility, 'chrony') === well &&
        conditionsOf(facility, 'node-exporter') === well
          ? true
          : null,
      5 * minutes,
    );
    tell(`two files and a service put right after ${seconds(began)}`);
    const again = eventsOf(running, 'applying').slice(applied);
    expect([...new Set(again.map(({ component }) => component))].sort()).toEqual([
      'chrony',
      'dnsmasq',
      'node-exporter',
    ]);
    const subjects = facility.repo.status().map(({ message }) => message.split('\n')[0] ?? '');
    expect(subjects.filter((subject) => subject.includes('repair')).join()).toMatch(/chrony|dnsmasq/);
    facility.repo.commit('The slip mended', plane({ dnsmasq: { lease: '2h' } }, '0.2.0'));
    await untilWell(facility, running, names);
  });

  it('ends the same when the reconciler is killed in the middle of each step', async () => {
    const components = Object.assign({}, ...names.map(exampleComponent));
    const all = { ...components, ...plane({ dnsmasq: { lease: '2h' } }, '0.2.0') };
    facility.repo.commit('All of it', all);
    await untilWell(facility, running, names);
    const whole = await host();
    const gone = Object.fromEntries(names.map((name) => [name, 'absent' as const]));
    facility.repo.commit('Nothing of it', plane(gone, '0.2.0'));
    const removed = async () => (/ active$|installed$|^kept /m.test(await host()) ? null : true);
    await eventually('all is removed', removed, 10 * minutes).catch(async (late: unknown) => {
      throw new Error(`${await host()}\n${running.lines.slice(-30).join('\n')}`, { cause: late });
    });
    await kill();
    const began = performance.now();
    facility.repo.commit('All of it again', all);
    const until = (condition: string) => () =>
      debian.say(`timeout 400 sh -c 'until ${condition}; do sleep 0.02; done'`);
    const freshRun = (unit: string, then: string) => () =>
      debian.say(
        `p() { systemctl show -p MainPID --value ${unit}; }; a=$(p); for i in $(seq 20000); do b=$(p); [ "$b" = "$a" ] || [ "$b" = 0 ] || break; sleep 0.02; done; ${then}`,
      );
    const moments: readonly (readonly [step: string, component: Name, when: () => Promise<unknown>])[] = [
      [
        'its intent was pushed',
        'chrony',
        () => running.until((line) => line.includes('"event":"applying"'), 5 * minutes),
      ],
      ['packages are installed', 'chrony', until('pgrep -x dpkg >/dev/null')],
      ['a file was laid in place', 'chrony', until('[ -e /etc/chrony/conf.d/nanometal.conf ]')],
      ['a unit was laid in place', 'dnsmasq', until('[ -e /etc/systemd/system/nanometal-dnsmasq.service ]')],
      ['its service was started', 'dnsmasq', freshRun('nanometal-dnsmasq', 'true')],
      ['its health is awaited', 'dnsmasq', freshRun('nanometal-dnsmasq', 'sleep 3')],
      ['a file is fetched', 'nanometal', fetching],
      ['its health is awaited', 'node-exporter', freshRun('prometheus-node-exporter', 'sleep 2')],
    ];
    for (const [step, component, when] of moments) {
      running = start();
      await when();
      await kill();
      instead = null;
      const ends = eventsOf(running, 'applied').map((event) => event.component);
      expect(ends, `${component}: ${step}`).not.toContain(component);
      tell(`  killed ${seconds(began)} after the commit, ${component}: ${step}`);
    }
    running = start();
    await untilWell(facility, running, names);
    tell(`${moments.length} times killed, all healthy after ${seconds(began)}`);
    expect(await host()).toBe(whole);
    for (const name of names) expect(told(facility, name)).not.toHaveProperty('applying');
  });

  /** Half of the file is on its way, and no more comes. */
  function fetching(): Promise<void> {
    return new Promise((resolve) => {
      instead = (response) => {
        const bytes = releases.get('0.2.0') ?? Buffer.alloc(0);
        response.writeHead(200, { 'content-length': bytes.length });
        response.write(bytes.subarray(0, bytes.length / 2), () => resolve());
        setTimeout(() => response.destroy(), 20_000).unref();
      };
    });
  }
});

describe.runIf(isLong)(
  'a holder of the lease that is stopped while it applies a component',
  { timeout: 30 * minutes },
  () => {
    let own: TestFacility;
    let server: Server;
    const asked: ServerResponse[] = [];
    const isEvent = (name: string) => (line: string) => line.includes(`"event":"${name}"`);
    /** Every script that was sent to the host, as the port from which it came. */
    const sessions = async (): Promise<readonly string[]> =>
      (
        await debian.say(
          `journalctl -u ssh --no-pager -o cat | grep -o 'Starting session: command for root from [0-9.]* port [0-9]*' | awk '{ print $NF }'; true`,
        )
      )
        .split('\n')
        .filter(Boolean);

    beforeAll(async () => {
      debian = await bootDebian([]);
      await debian.say(`echo 'LogLevel VERBOSE' >/etc/ssh/sshd_config.d/verbose.conf; systemctl reload ssh`);
      own = await startPlane(debian);
      server = createServer((_, response) => void asked.push(response));
      await new Promise<void>((resolve) => server.listen(0, debian.gateway, resolve));
    }, 30 * minutes);
    afterAll(async () => {
      await own?.close();
      server?.closeAllConnections();
      server?.close();
      await debian?.close();
    }, 2 * minutes);

    it('is taken over by the one that stands by, and sends nothing any more when it wakes', async () => {
      const text = 'fetched\n';
      const { port } = Object(server.address());
      const slow = `apiVersion: nanometal/v1alpha1
kind: Component
metadata: { name: slow }
spec:
  version: "1"
  install:
    files: [{ path: /etc/slow, url: "http://${debian.gateway}:${port}/slow", sha256: ${sha256(Buffer.from(text))} }]
  service: { command: [/usr/bin/sleep, infinity] }
`;
      const more = ['--poll', '1s', '--lease-term', '4s'];
      const first = own.run({ git: 'native', state: 'first', more, limitMs: 30 * minutes });
      await first.until(isEvent('leased'));
      const second = own.run({ git: 'native', state: 'second', more: [...more, '--standby'], limitMs: 30 * minutes });
      await second.until(isEvent('standby'));
      own.repo.commit('A component', { 'components/slow.yaml': slow, ...controlPlane(debian, ['{ name: slow }']) });

      // The script that fetches runs on the host; when it ends, the next is due.
      await eventually('the file is asked for', () => (asked.length > 0 ? true : null), 5 * minutes);
      first.child.kill('SIGSTOP');
      const stopped = performance.now();
      const ofFirst = new Set(await sessions());
      expect(JSON.parse(await second.until(isEvent('leased'), 5 * minutes))).toMatchObject({ epoch: 2 });
      tell(`stopped while it applied; taken over after ${seconds(stopped)}`);
      const answering = setInterval(() => {
        for (const response of asked.splice(0)) response.end(text);
      }, 100);
      try {
        await untilWell(own, second, ['slow']);
      } finally {
        clearInterval(answering);
      }
      tell(`healthy by the other after ${seconds(stopped)}`);
      const before = await sessions();
      const ofSecond = new Set(before.filter((from) => !ofFirst.has(from)));
      first.child.kill('SIGCONT');
      const woken = performance.now();
      await first.until(isEvent('standby'), 2 * minutes);
      tell(`woken, it stood by after ${seconds(woken)}`);
      await sleep(15_000);
      // The test's own questions come from ports of their own, one each.
      const after = (await sessions()).slice(before.length);
      expect(after.filter((from) => ofFirst.has(from))).toEqual([]);
      const strangers = after.filter((from) => !ofSecond.has(from));
      tell(`${after.length} scripts since then: none by the one that was stopped, ${strangers.length} by the test`);
      expect(strangers.length).toBeLessThanOrEqual(1);
      expect(eventsOf(first, 'applied').map(({ outcome }) => outcome)).not.toContain('healthy');
      expect(conditionsOf(own, 'slow')).toBe(well);
      expect(own.repo.status()[0]).toMatchObject({ epoch: '2' });
      expect(await debian.say('journalctl -u nanometal-slow --no-pager -o cat | grep -c ^Started')).toBe('1');
    });
  },
);
