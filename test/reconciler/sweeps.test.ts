import { describe, expect, it } from 'vitest';
import type { Survey } from '../../src/ports/driver.ts';
import { ModelMachine } from './world/machine.ts';
import { serialOf, uuidOf } from './world/manifests.ts';
import { World } from './world/world.ts';

const path = 'facilities/ams1/discovery.yaml';
const manifest = (more: string): string => `apiVersion: nanometal/v1alpha1
kind: Discovery
metadata: { name: ams1 }
spec:
  ranges: [10.0.9.0/29]
  driver: model
  credentials: [bmc]
${more}`;
const hour = 3_600_000;

/** A machine at 10.0.9.5 that no manifest names, on a network where each answer takes a second. */
function withSurvey(world: World): { knocks: number } {
  const count = { knocks: 0 };
  const machine = new ModelMachine({ uuid: uuidOf(500), serial: serialOf(500) });
  world.racks.machines.set('10.0.9.5', machine);
  const survey: Survey = {
    knock: async (address) => {
      count.knocks++;
      await world.clock.sleep(1_000);
      if (!world.racks.machines.has(address)) return { kind: 'silent', message: 'nobody' };
      return { kind: 'service', address: `https://${address}`, mark: 'sha256:1' };
    },
    enter: async (_subject, permit) => {
      const bar = await permit('root');
      return bar === null ? { kind: 'in', systems: [undefined] } : { kind: 'barred', message: bar };
    },
    leave: async () => {},
  };
  world.racks.survey = survey;
  return count;
}

describe('a running reconciler', () => {
  it('sweeps as often as discovery.yaml says, tells what it found once, and touches no machine', async () => {
    const world = new World(3);
    const count = withSurvey(world);
    world.commit({ [path]: manifest('  interval: 1h\n') });
    const process = world.start({ once: false });
    await world.kernel.until(world.clock.sleep(10 * 60_000));
    expect(count.knocks).toBe(8);
    expect(JSON.parse(world.file('discovered/10.0.9.5.json') ?? '{}')).toMatchObject({
      kind: 'Discovered',
      result: 'machines',
      address: 'https://10.0.9.5',
      credentials: 'bmc',
      machines: [{ identity: { uuid: uuidOf(500), serial: serialOf(500) } }],
    });
    expect(JSON.parse(world.file('discovered/sweep.json') ?? '{}')).toMatchObject({ addresses: 8, silent: [] });
    const told = world.history().length;
    await world.kernel.until(world.clock.sleep(5 * hour));
    expect(count.knocks).toBeGreaterThanOrEqual(5 * 8);
    expect(world.history().length).toBe(told);
    expect(world.effects).toEqual([]);

    // One that is away for once is still told of; one that stays away is not.
    world.racks.machines.delete('10.0.9.5');
    await world.kernel.until(world.clock.sleep(3 * hour));
    expect(world.file('discovered/10.0.9.5.json')).toBeUndefined();
    process.stop();
    expect(await world.kernel.until(process.end)).toEqual({ kind: 'stopped' });
  });

  it('does not ask everybody again after a restart, and keeps what was told', async () => {
    const world = new World(2);
    const count = withSurvey(world);
    world.commit({ [path]: manifest('  interval: 24h\n') });
    for (let start = 0; start < 3; start++) {
      const process = world.start({ once: false });
      await world.kernel.until(world.clock.sleep(20 * 60_000));
      process.stop();
      await world.kernel.until(process.end);
      expect(world.file('discovered/10.0.9.5.json')).toBeDefined();
    }
    expect(count.knocks).toBe(8);
    // Nobody asks for sweeps any more.
    world.commit({ [path]: manifest('') });
    await world.once();
    expect(world.file('discovered/sweep.json')).toBeUndefined();
  });

  it('does not wait for a sweep: a change is carried out meanwhile, and a stop ends it', async () => {
    const world = new World(2);
    withSurvey(world);
    const slow = world.racks.survey;
    if (slow)
      world.racks.survey = {
        ...slow,
        knock: async (_, __, signal) => {
          await world.clock.sleep(24 * hour, signal);
          return { kind: 'silent', message: 'late' };
        },
      };
    world.commit({ [path]: manifest('  interval: 1h\n') });
    const process = world.start({ once: false });
    await world.kernel.until(world.clock.sleep(60_000));
    world.commit({
      'facilities/ams1/machines/r01/ams1-1.yaml': `${world.file('facilities/ams1/machines/r01/ams1-1.yaml', 'refs/heads/main') ?? ''}  power: Off\n`,
    });
    await world.kernel.until(world.clock.sleep(5 * 60_000));
    expect(world.happened()).toEqual(['PowerOff ams1-1']);
    process.stop();
    expect(await world.kernel.until(process.end)).toEqual({ kind: 'stopped' });
  });
});
