import { describe, expect, it } from 'vitest';
import { isLong } from '../long.ts';
import { dieAt } from './world/death.ts';
import { machineFile, machinePath, operations } from './world/manifests.ts';
import { World } from './world/world.ts';

/**
 * One story, a process that dies at each call of a port in turn, before or after the call had its effect, and a new one
 * that goes on from what was durable: always the same end, and no effect twice (laws 2 and 6).
 */

const change = {
  [machinePath(1)]: machineFile(1, '  power: Off\n'),
  [machinePath(2)]: machineFile(2, '  bios: { LogicalProc: Disabled }\n'),
  [machinePath(3)]: machineFile(3, operations('id: r-1, verb: Reboot', 'id: find-1, verb: Identify')),
};
const expected = ['Identify ams1-3', 'PowerOff ams1-1', 'Reboot ams1-2', 'Reboot ams1-3', 'SetBios ams1-2'];

async function begun(): Promise<World> {
  const world = new World(3, '{ maxConcurrent: 3 }');
  await world.once();
  world.commit(change);
  return world;
}

async function countCalls(): Promise<number> {
  const world = await begun();
  const { hook, calls } = dieAt(Number.POSITIVE_INFINITY, 'before', () => {});
  await world.once({}, world.host, hook);
  expect(endOf(world)).toEqual(good);
  return calls();
}

const statesOf = (world: World, index: number): readonly string[] =>
  [...(world.file(`machines/r01/ams1-${index}.json`) ?? '').matchAll(/"state": "([a-z]+)"/g)].map((m) => m[1] ?? '');
const endOf = (world: World): object => ({
  power: world.machine(1).power(world.clock.monotonic()),
  bios: world.machine(2).bios.LogicalProc,
  indicator: world.machine(3).indicator,
  states: [1, 2, 3].map((index) => statesOf(world, index)),
  open: (world.file('plan.json') ?? '').includes('"grant"'),
});
const good = {
  power: 'Off',
  bios: 'Disabled',
  indicator: 'Lit',
  states: [['done'], ['done'], ['done', 'done']],
  open: false,
};

/** Dies once, on the same boot of the host or together with it, and runs to the end. */
async function dieAndGoOn(nth: number, when: 'before' | 'after', reboots: boolean): Promise<World> {
  const world = await begun();
  let died = false;
  const { hook } = dieAt(nth, when, () => {
    died = true;
    process.kill();
  });
  const process = world.start({ once: true }, world.host, hook);
  await Promise.race([process.end, untilDead(world, () => died)]);
  if (reboots) world.host.bootId = `${world.host.bootId}-again`;
  await world.once();
  return world;
}

async function untilDead(world: World, isDead: () => boolean): Promise<void> {
  for (let i = 0; i < 4_000 && !isDead(); i++) await world.kernel.advance(500);
}

describe('a process that dies', () => {
  it('at no call: the story ends well', async () => {
    const world = await begun();
    expect(await world.once()).toEqual({ kind: 'settled', failures: 0, rejected: false });
    expect([...world.happened()].sort()).toEqual(expected);
    expect(endOf(world)).toEqual(good);
  });

  // The stories of the simulation die at every call; here, on a model, each third will do.
  const stride = isLong ? 1 : 3;

  it.each([
    ['before', false, 1],
    ['after', false, 2],
    ['before', true, 3],
    ['after', true, 1],
  ] as const)(
    `%s ${isLong ? 'any call' : 'each third call'} that matters, host rebooted: %s: the same end, and nothing twice`,
    async (when, reboots, first) => {
      const total = await countCalls();
      const unknown: string[] = [];
      for (let nth = first; nth <= total; nth += stride) {
        const world = await dieAndGoOn(nth, when, reboots);
        const at = `dead ${when} call ${nth} of ${total}`;
        const happened = [...world.happened()].sort();
        expect(new Set(happened).size, `${at}: ${happened.join(', ')}`).toBe(happened.length);
        expect(expected, at).toEqual(expect.arrayContaining(happened));
        const end = endOf(world);
        if (JSON.stringify(end).includes('unknown')) unknown.push(at);
        else expect(end, at).toEqual(good);
      }
      console.log(`died ${when} calls of ${total}: OutcomeUnknown ${unknown.length}`);
      // Everything here leaves evidence, and the journal knows what was sent: nothing needs to stay unknown.
      expect(unknown).toEqual([]);
    },
    300_000,
  );

  it('without its journal: nothing twice, and what cannot be told is unknown', async () => {
    const total = await countCalls();
    for (let nth = 1; nth <= total; nth += stride) {
      const world = await begun();
      let died = false;
      const { hook } = dieAt(nth, 'after', () => {
        died = true;
        process.kill();
      });
      const process = world.start({ once: true }, world.host, hook);
      await Promise.race([process.end, untilDead(world, () => died)]);
      world.host.disk.clear();
      await world.kernel.advance(10 * 60_000);
      await world.once();
      const happened = [...world.happened()].sort();
      expect(new Set(happened).size, `dead after call ${nth}: ${happened.join(', ')}`).toBe(happened.length);
    }
  }, 300_000);
});
