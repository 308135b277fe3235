import { describe, expect, it } from 'vitest';
import { isLong } from '../long.ts';
import { bootableWorld, install, told } from './world/boot.ts';
import { dieAt } from './world/death.ts';
import { machineFile, machinePath } from './world/manifests.ts';
import type { World } from './world/world.ts';

/**
 * An install during which the process dies once, at each call of a port that leaves a trace, before it had its effect or
 * after: always the same end, and what the BMC was asked for happened once (laws 2 and 6).
 */

const asked = { [machinePath(1)]: machineFile(1, install()) };

async function begun(): Promise<World> {
  const world = await bootableWorld();
  world.commit(asked);
  return world;
}

const endOf = (world: World): object => ({
  state: told(world).requests['i-1'].state,
  phase: told(world).phase,
  message: told(world).requests['i-1'].message,
  slot: world.machine(1).slot,
  marker: world.machine(1).disks[0]?.marker?.state,
  open: (world.file('plan.json') ?? '').includes('"grant"'),
});
const good = { state: 'done', phase: 'InUse', message: undefined, slot: null, marker: 'installed', open: false };

async function countCalls(): Promise<number> {
  const world = await begun();
  const { hook, calls } = dieAt(Number.POSITIVE_INFINITY, 'before', () => {});
  await world.once({}, world.host, hook);
  expect(endOf(world)).toEqual(good);
  return calls();
}

describe('an install survives the death of the process', () => {
  const long = isLong ? 1 : 3;

  it.each(['before', 'after'] as const)('at each call, %s it has its effect', { timeout: 600_000 }, async (when) => {
    const calls = await countCalls();
    expect(calls).toBeGreaterThan(40);
    for (let nth = when === 'before' ? 1 : 2; nth <= calls; nth += long) {
      const reboots = nth % 2 === 0;
      const world = await begun();
      let died = false;
      const { hook } = dieAt(nth, when, () => {
        died = true;
      });
      const process = world.start({ once: true }, world.host, hook);
      await world.kernel.untilTrue(() => died, 3600_000);
      process.kill();
      if (reboots) world.host.bootId = `${world.host.bootId}-again`;
      const end = await world.once();
      expect({ ...endOf(world), end: end.kind }, `dead ${when} call ${nth}`).toEqual({ ...good, end: 'settled' });
      // The image is written at most twice, and then the second time over what was begun under the same grant.
      expect(world.agents.handed.length, `dead ${when} call ${nth}`).toBeLessThanOrEqual(2);
      const counts = new Map<string, number>();
      for (const word of world.happened()) counts.set(word, (counts.get(word) ?? 0) + 1);
      const attempts = (told(world).requests['i-1'].work.attempts ?? 0) + 1;
      for (const [word, count] of counts)
        expect(count, `dead ${when} call ${nth}: ${word}`).toBeLessThanOrEqual(attempts);
    }
  });
});

describe('an install whose disk of the host is full', () => {
  it('ends the process before the work is handed out, and goes on once there is room', async () => {
    const world = await begun();
    const end = world.once({}, world.host, (call, proceed) => {
      const [, bytes] = call.args;
      const isWork = call.method === 'append' && bytes instanceof Uint8Array && Buffer.from(bytes).includes('"caller"');
      return isWork ? Promise.reject(new Error('no space left on device')) : proceed();
    });
    await expect(end).rejects.toThrow('no space left on device');
    expect(world.agents.handed).toHaveLength(0);
    await world.once();
    expect(endOf(world)).toEqual(good);
    expect(world.agents.handed).toHaveLength(1);
  });
});
