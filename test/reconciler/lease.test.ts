import { describe, expect, it } from 'vitest';
import { parseTrailers } from '../../src/status/commit-message.ts';
import { machineFile, machinePath, operations } from './world/manifests.ts';
import { recorder } from './world/record.ts';
import { createHost, leaseRef, type Process, World } from './world/world.ts';

/** Of two reconcilers one acts, and the other takes over when the first has been silent for three terms. */

const termMs = 120_000;
const reboot = (...ids: readonly string[]): Record<string, string> => ({
  [machinePath(1)]: machineFile(1, operations(...ids.map((id) => `id: ${id}, verb: Reboot`))),
});
const holder = (world: World): string | undefined => {
  const [newest] = world.history(leaseRef);
  return newest && parseTrailers(newest.message).get('Holder')?.[0];
};
async function stop(world: World, ...processes: readonly Process[]): Promise<void> {
  for (const process of processes) process.stop();
  for (const process of processes) await world.kernel.until(process.end);
}

describe('two reconcilers', () => {
  it('one acts, the other says who does and since when', async () => {
    const world = new World(2);
    const one = world.start({ once: false });
    await world.kernel.advance(1_000);
    const two = world.start({ once: false }, createHost('second'));
    await world.kernel.advance(60_000);
    world.commit(reboot('r-1'));
    await world.kernel.advance(20 * 60_000);
    expect(world.happened()).toEqual(['Reboot ams1-1']);
    expect(two.events.some((event) => event.kind === 'sent')).toBe(false);
    const standby = two.events.find((event) => event.kind === 'standby');
    expect(standby).toMatchObject({ holder: holder(world), since: '2026-11-22T12:00:00.000Z', epoch: 1 });
    await stop(world, one, two);
  });

  it('the other takes over after three terms of silence, not before, with a higher epoch', async () => {
    const world = new World(2);
    const one = world.start({ once: false });
    await world.kernel.advance(60_000);
    const two = world.start({ once: false }, createHost('second'));
    await world.kernel.advance(5_000);
    const first = holder(world);
    one.kill();
    world.commit(reboot('r-1'));
    await world.kernel.advance(3 * termMs - 70_000);
    expect(holder(world)).toBe(first);
    expect(world.effects).toEqual([]);
    await world.kernel.advance(5 * 60_000);
    expect(holder(world)).not.toBe(first);
    expect(world.happened()).toEqual(['Reboot ams1-1']);
    expect(parseTrailers(world.history()[0]?.message ?? '').get('Epoch')).toEqual(['2']);
    await stop(world, two);
  });

  it('a restart of the holder goes on at once, and a jump of the wall clock makes nobody take over', async () => {
    const world = new World(2);
    const one = world.start({ once: false });
    await world.kernel.advance(10_000);
    const two = world.start({ once: false }, createHost('second'));
    await world.kernel.advance(10_000);
    world.clock.jump(24 * 3600_000);
    await world.kernel.advance(60_000);
    const first = holder(world);
    one.kill();
    const again = world.start({ once: false });
    world.commit(reboot('r-1'));
    await world.kernel.advance(30_000);
    expect(holder(world)).toBe(first);
    expect(world.happened()).toEqual(['Reboot ams1-1']);
    await stop(world, again, two);
  });

  it('what the first left open is not sent again by the second', async () => {
    const world = new World(2);
    const one = world.start({ once: false }, world.host, async (call, proceed) => {
      const answer = await proceed();
      if (call.method === 'perform') one.kill();
      return answer;
    });
    await world.kernel.advance(60_000);
    const two = world.start({ once: false }, createHost('second'));
    world.commit(reboot('r-1'));
    await world.kernel.advance(30 * 60_000);
    expect(world.happened()).toEqual(['Reboot ams1-1']);
    expect(world.file('machines/r01/ams1-1.json')).toContain('"done"');
    await stop(world, two);
  });

  it('a holder that comes back finds what the other has ended, and does not open it again', async () => {
    const world = new World(2);
    const one = world.start({ once: false }, world.host, async (call, proceed) => {
      const answer = await proceed();
      if (call.method === 'perform') one.kill();
      return answer;
    });
    await world.kernel.advance(60_000);
    const two = world.start({ once: false }, createHost('second'));
    world.commit({ [machinePath(1)]: machineFile(1, '  power: Off\n') });
    await world.kernel.advance(30 * 60_000);
    world.commit({ [machinePath(1)]: machineFile(1, '  power: On\n') });
    await world.kernel.advance(30 * 60_000);
    await stop(world, two);
    const head = world.head('refs/heads/status/ams1');
    const again = world.start({ once: false });
    await world.kernel.advance(30 * 60_000);
    await stop(world, again);
    expect(world.happened()).toEqual(['PowerOff ams1-1', 'PowerOn ams1-1']);
    expect(world.head('refs/heads/status/ams1')).toBe(head);
  });

  it('a holder that was asleep for longer than its lease sends nothing when it wakes', async () => {
    const world = new World(2);
    let asleep: (() => void) | null = null;
    const one = world.start({ once: false }, world.host, async (call, proceed) => {
      // The process stops right before a look that precedes a request, and others take its lease meanwhile.
      const answer = await proceed();
      if (call.method === 'push' && call.args[0] === leaseRef && world.kinds().includes('intent') && !asleep) {
        await new Promise<void>((wake) => {
          asleep = wake;
        });
      }
      return answer;
    });
    await world.kernel.advance(60_000);
    const two = world.start({ once: false }, createHost('second'));
    world.commit(reboot('r-1'));
    await world.kernel.advance(20 * 60_000);
    const seen = world.effects.length;
    const wake: (() => void) | null = asleep;
    expect(wake).not.toBeNull();
    if (wake) Reflect.apply(wake, null, []);
    await world.kernel.advance(20 * 60_000);
    expect(world.effects.length).toBe(seen);
    expect(world.happened().length).toBeLessThanOrEqual(1);
    await stop(world, one, two);
  });
});

describe('the lease', () => {
  it('is released by --once, so that another begins at once', async () => {
    const world = new World(2);
    await world.once();
    world.commit(reboot('r-1'));
    const said: string[] = [];
    expect(await world.once({}, createHost('second'), recorder(said))).toMatchObject({ kind: 'settled' });
    expect(world.happened()).toEqual(['Reboot ams1-1']);
  });
});
