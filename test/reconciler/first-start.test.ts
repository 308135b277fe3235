import { describe, expect, it } from 'vitest';
import type { Hook } from './world/calls.ts';
import { machineFile, machinePath, operations } from './world/manifests.ts';
import { World } from './world/world.ts';

describe('the first start', () => {
  it('makes one commit and sends nothing', async () => {
    const world = new World(3);
    expect(await world.once()).toEqual({ kind: 'settled', failures: 0, rejected: false });
    expect(world.kinds()).toEqual(['observation']);
    expect(world.effects).toEqual([]);
    expect(world.file('machines/r01/ams1-2.json')).toContain('"phase": "Available"');
  });

  it('takes what stands there as done long ago', async () => {
    const world = new World(1);
    world.commit({ [machinePath(1)]: machineFile(1, `  power: Off\n${operations('id: r-1, verb: Reboot')}`) });
    await world.once();
    expect(world.effects).toEqual([]);
    expect(world.file('plan.json')).toContain('"Assumed"');
    expect(world.file('plan.json')).toContain('"Drifted"');
  });

  it('of a facility that nobody has written down leaves nothing behind, and names the one that is meant', async () => {
    const world = new World(1);
    const running = world.start({ facility: 'ams11' });
    await world.kernel.advance(60_000);
    expect(running.events).toContainEqual({
      kind: 'repo-failed',
      message: 'main has no facilities/ams11; did you mean ams1?',
    });
    running.stop();
    await world.kernel.until(running.end);
    expect([...world.remote.refs.keys()]).toEqual(['refs/heads/main']);
  });

  it('of a machine whose hardware cannot be read comes to an end all the same', async () => {
    const world = new World(2);
    const blind: Hook = async (call, proceed) => {
      if (call.port !== 'driver' || call.method !== 'observe') return proceed();
      const look = Object(await proceed());
      const { hardware: _, ...facts } = look.facts;
      return { ...look, facts };
    };
    expect(await world.once({}, world.host, blind)).toEqual({ kind: 'settled', failures: 0, rejected: false });
    expect(world.kinds()).toEqual(['observation']);
  });

  it('again, and from a fresh clone with the state folder gone: neither commit nor action', async () => {
    const world = new World(3);
    await world.once();
    const head = world.head('refs/heads/status/ams1');
    await world.once();
    world.host.disk.clear();
    world.host.clone.clear();
    await world.once();
    expect(world.head('refs/heads/status/ams1')).toBe(head);
    expect(world.effects).toEqual([]);
  });
});
