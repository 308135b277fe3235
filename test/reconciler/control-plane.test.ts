import { describe, expect, it } from 'vitest';
import { nameOf } from './world/manifests.ts';
import { type HostState, World } from './world/world.ts';

const head = (kind: string, name: string): string =>
  `apiVersion: nanometal/v1alpha1\nkind: ${kind}\nmetadata: { name: ${name} }\n`;
const component = (name: string, version: string, more = ''): Record<string, string> => ({
  [`components/${name}.yaml`]: `${head('Component', name)}spec:
  version: "${version}"
${more}  install: { files: [{ path: /etc/${name}.conf, template: "host {{host.name}}" }] }
  service: { command: [/usr/bin/${name}] }
`,
});
const hostKey = `SHA256:${'x'.repeat(43)}`;
const plane = (...components: readonly string[]): Record<string, string> => ({
  'facilities/ams1/facility.yaml': `${head('Facility', 'ams1')}spec:\n  ranges: { bmc: [10.0.0.0/8], hosts: [10.9.0.0/24] }\n`,
  'facilities/ams1/control-plane.yaml': `${head('ControlPlane', 'ams1')}spec:
  hosts:
    - { name: h1, address: 10.9.0.1, credentials: infra, hostKey: "${hostKey}" }
    - { name: h2, address: 10.9.0.2, credentials: infra, hostKey: "${hostKey}" }
  components: [${components.join(', ')}]
`,
});
const both = ['{ name: dns }', '{ name: time, hosts: [h1] }'];

/** dns on two hosts, time on one of them after it. */
async function installed(): Promise<World> {
  const world = new World(2);
  world.commit({ ...component('dns', '1'), ...component('time', '1', '  after: [dns]\n'), ...plane(...both) });
  expect(await world.once()).toMatchObject({ kind: 'settled', failures: 0 });
  return world;
}

const health = (world: World, name: string, host: string): unknown => {
  const { hosts } = JSON.parse(world.file(`control-plane/${name}.json`) ?? '{"hosts":{}}');
  const { conditions, healthy, failed, applying } = hosts[host] ?? { conditions: [] };
  const told = conditions.map(({ type, status, reason }: Record<string, string>) => `${type} ${status} ${reason}`);
  return { told, runs: healthy?.version, failed: failed?.version, applying: applying?.version };
};
const good = (version: string) => ({
  told: ['AsDeclared True AsDeclared', 'Healthy True Healthy'],
  runs: version,
  failed: undefined,
  applying: undefined,
});

describe('the control plane of a facility', () => {
  it('is installed from one commit, each apply after its intent, host by host and in order', async () => {
    const world = await installed();
    expect(world.hosts.applied).toEqual(['dns 1 h1', 'dns 1 h2', 'time 1 h1']);
    for (const [name, host] of [
      ['dns', 'h1'],
      ['dns', 'h2'],
      ['time', 'h1'],
    ] as const)
      expect(health(world, name, host)).toEqual(good('1'));
    expect(
      world
        .history()
        .map(({ message }) => message.split('\n')[0])
        .reverse()
        .slice(0, 3),
    ).toEqual(['ams1: install dns 1 on h1', 'ams1: install dns 1 on h2', 'ams1: install time 1 on h1']);
    expect(world.file('STATUS.md')).toContain('| dns | h2 | 1 | Healthy |  |');
  });

  it('is quiet once it is as declared, also when started anew from the branch alone', async () => {
    const world = await installed();
    const before = world.head('refs/heads/status/ams1');
    await world.once();
    world.host.disk.clear();
    world.host.clone.clear();
    await world.once();
    expect(world.hosts.applied).toHaveLength(3);
    expect(world.head('refs/heads/status/ams1')).toBe(before);
  });

  it('upgrades one component, and puts another that does not get healthy back, once', async () => {
    const world = await installed();
    world.hosts.broken.add('dns 2');
    world.commit({ ...component('dns', '2'), ...component('time', '2') });
    expect(await world.once()).toMatchObject({ kind: 'settled', failures: 1 });
    expect(world.hosts.applied.slice(3)).toEqual(['dns 2 h1', 'time 2 h1']);
    expect(health(world, 'time', 'h1')).toEqual(good('2'));
    const back = { runs: '1', failed: '2', applying: undefined };
    expect(health(world, 'dns', 'h1')).toMatchObject({
      ...back,
      told: ['AsDeclared False Failed', 'Healthy True Healthy'],
    });
    // The other host keeps what works.
    expect(health(world, 'dns', 'h2')).toMatchObject({ runs: '1', failed: undefined });
    await world.once();
    expect(world.hosts.applied).toHaveLength(5);
    world.commit(component('dns', '3'));
    expect(await world.once()).toMatchObject({ kind: 'settled', failures: 0 });
    expect(health(world, 'dns', 'h2')).toEqual(good('3'));
  });

  it('puts right what a hand changed', async () => {
    const world = await installed();
    const dns = world.hosts.hosts.get('h2')?.installed.get('dns');
    if (dns) dns.whole = false;
    await world.once();
    expect(world.hosts.applied.slice(3)).toEqual(['dns 1 h2']);
    expect(world.history()[1]?.message.split('\n')[0]).toBe('ams1: repair dns 1 on h2');
  });

  it('puts right what a hand changed of the release that was put back, and does not try the failed one again', async () => {
    const world = await installed();
    world.hosts.broken.add('dns 2');
    world.commit(component('dns', '2'));
    await world.once();
    expect(world.hosts.applied.slice(3)).toEqual(['dns 2 h1']);
    for (const host of ['h1', 'h2']) {
      const dns = world.hosts.hosts.get(host)?.installed.get('dns');
      if (dns) dns.whole = false;
    }
    await world.once();
    expect(world.hosts.applied.slice(4)).toEqual(['dns 1 h1', 'dns 1 h2']);
    expect(world.hosts.hosts.get('h1')?.installed.get('dns')).toMatchObject({ version: '1', whole: true });
    expect(world.history().map(({ message }) => message.split('\n')[0])).toContain('ams1: repair dns 1 on h1');
    const failed = { runs: '1', applying: undefined, told: ['AsDeclared False Failed', 'Healthy True Healthy'] };
    expect(health(world, 'dns', 'h1')).toEqual({ ...failed, failed: '2' });
    expect(health(world, 'dns', 'h2')).toEqual({ ...failed, failed: undefined });
    const before = world.head('refs/heads/status/ams1');
    await world.once();
    expect(world.hosts.applied).toHaveLength(6);
    expect(world.head('refs/heads/status/ams1')).toBe(before);
    world.host.disk.clear();
    world.host.clone.clear();
    await world.once();
    expect(world.hosts.applied).toHaveLength(6);
    expect(world.head('refs/heads/status/ams1')).toBe(before);
  });

  it('leaves what is no longer declared, says so, and removes what is declared absent', async () => {
    const world = await installed();
    world.commit(plane('{ name: dns }'));
    await world.once();
    expect(health(world, 'time', 'h1')).toMatchObject({ told: ['AsDeclared False Undeclared'], runs: '1' });
    world.commit(plane('{ name: dns }', '{ name: time, hosts: [h1], absent: true }'));
    await world.once();
    expect(world.hosts.applied.slice(3)).toEqual(['remove time h1']);
    expect(world.history().map(({ message }) => message.split('\n')[0])).toContain('ams1: remove time on h1');
    expect(world.hosts.hosts.get('h1')?.installed.has('time')).toBe(false);
  });

  it('goes on with the machines and the other host while one shows another key', async () => {
    const world = await installed();
    world.hosts.away.set('h1', { kind: 'missed', reason: 'host-key', message: 'it shows SHA256:other' });
    world.commit({ ...component('dns', '2') });
    await world.once();
    expect(world.hosts.applied.slice(3)).toEqual(['dns 2 h2']);
    expect(health(world, 'dns', 'h1')).toMatchObject({
      told: ['AsDeclared False HostKey', 'Healthy Unknown HostMissed'],
    });
    expect(world.file(`machines/r01/${nameOf(1)}.json`)).toContain('"AsDeclared"');
  });

  it('ends the same wherever the process dies', async () => {
    for (let death = 1; death <= 60; death++) {
      const world = new World(1);
      world.commit({ ...component('dns', '1'), ...plane('{ name: dns }') });
      await dies(world, world.host, death);
      expect(await world.once(), `dead after ${death} calls`).toMatchObject({ kind: 'settled', failures: 0 });
      expect(health(world, 'dns', 'h1')).toEqual(good('1'));
      expect(health(world, 'dns', 'h2')).toEqual(good('1'));
      world.hosts.broken.add('dns 2');
      world.commit(component('dns', '2'));
      await dies(world, world.host, death);
      await world.once();
      await world.once();
      expect(health(world, 'dns', 'h1'), `dead after ${death} calls`).toMatchObject({ runs: '1', failed: '2' });
      expect(world.hosts.hosts.get('h1')?.installed.get('dns')).toMatchObject({ version: '1', whole: true });
      expect(health(world, 'dns', 'h2')).toMatchObject({ runs: '1', failed: undefined });
    }
  });
});

/** One process that dies at its n-th call of disk, repo or host, and a while in which nothing happens. */
async function dies(world: World, host: HostState, calls: number): Promise<void> {
  let count = 0;
  let kill = (): void => {};
  const process = world.start({ once: true }, host, async (call, proceed) => {
    if (call.port === 'wake' || call.port === 'driver') return proceed();
    if (++count >= calls) kill();
    return proceed();
  });
  kill = () => process.kill();
  await world.kernel.advance(120_000);
  kill();
}
