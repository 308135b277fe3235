import { describe, expect, it } from 'vitest';
import { writeNotes } from '../../src/reconciler/operator.ts';
import { openMemoryDisk } from '../../src/rehearsal/disk.ts';
import type { Hook } from './world/calls.ts';
import { facilityFile, machineFile, machinePath, operations } from './world/manifests.ts';
import { answering, justBefore } from './world/record.ts';
import { leaseRef, main, statusRef, World } from './world/world.ts';

/** Between the intent and the request anything may happen outside; then nothing is sent. */

const asked = { [machinePath(1)]: machineFile(1, operations('id: r-1, verb: Reboot')) };
const taken = { [machinePath(1)]: machineFile(1) };

/** A world in which a reboot is asked for and about to be carried out, with `hook` in between. */
async function during(world: World, hook: Hook, limitMs = 150_000): Promise<void> {
  world.commit(asked);
  const process = world.start({ once: false }, world.host, hook);
  await world.kernel.advance(limitMs);
  process.stop();
  await world.kernel.until(process.end);
}
async function begun(): Promise<World> {
  const world = new World(2);
  await world.once();
  return world;
}

describe('between intent and request', () => {
  it('the head moves and takes it back: nothing is sent, and the intent is withdrawn', async () => {
    const world = await begun();
    await during(
      world,
      justBefore('push lease', () => world.commit(taken), 2),
    );
    expect(world.effects).toEqual([]);
    expect(world.kinds()).toContain('intent');
    expect(world.file('plan.json')).toContain('"intents": []');
  });

  it('the head moves and parks the machine', async () => {
    const world = await begun();
    const parked = { [machinePath(1)]: `${asked[machinePath(1)]}  parked: { reason: CHG-1 }\n` };
    await during(
      world,
      justBefore('push lease', () => world.commit(parked), 2),
    );
    expect(world.effects).toEqual([]);
    expect(world.file('plan.json')).toContain('"Parked"');
  });

  it('the head moves for another facility: it goes on', async () => {
    const world = await begun();
    const other = { 'facilities/fra1/facility.yaml': 'anything' };
    await during(
      world,
      justBefore('push lease', () => world.commit(other), 2),
      5_000,
    );
    expect(world.happened()).toEqual(['Reboot ams1-1']);
  });

  it('main is gone', async () => {
    const world = await begun();
    await during(
      world,
      justBefore('push lease', () => world.move(main, null), 2),
    );
    expect(world.effects).toEqual([]);
  });

  it('the lease is stolen', async () => {
    const world = await begun();
    // Somebody else's hand on the ref: a lease that we did not write.
    const thief = world.commit({ file: 'x' }, 'refs/heads/thief');
    await during(
      world,
      justBefore('fetch', () => world.move(leaseRef, thief), 2),
      20_000,
    );
    expect(world.effects).toEqual([]);
  });

  it('somebody writes to the status branch: first it is read, then it goes on', async () => {
    const world = await begun();
    let foreign = '';
    const intrude = justBefore(
      'push lease',
      () => {
        foreign = world.commit({ 'note.txt': 'hello' }, statusRef);
      },
      2,
    );
    await during(world, intrude);
    expect(world.happened()).toEqual(['Reboot ams1-1']);
    expect(world.history().map(({ id }) => id)).toContain(foreign);
    expect(world.file('note.txt')).toBeUndefined();
  });

  it.each([
    ['stale', { kind: 'stale', actual: null }],
    ['refused', { kind: 'refused', message: 'protected branch' }],
    ['ambiguous, and it did not land', { kind: 'ambiguous', failure: { reason: 'timeout', message: 'slow' } }],
  ])('the push of the intent is %s: nothing is sent on it', async (_, outcome) => {
    const world = await begun();
    const seen: number[] = [];
    const refuse: Hook = async (call, proceed) => {
      if (call.port === 'repo' && call.method === 'push' && call.args[0] === statusRef) {
        seen.push(world.effects.length);
        return outcome;
      }
      return proceed();
    };
    await during(world, refuse);
    expect(seen.length).toBeGreaterThan(1);
    expect(world.effects).toEqual([]);
  });

  it('the push of the intent landed, and nobody was told: it is looked up, and goes on once', async () => {
    const world = await begun();
    const lost = { kind: 'ambiguous', failure: { reason: 'timeout', message: 'slow' } };
    await during(world, answering('push status', lost, true));
    expect(world.happened()).toEqual(['Reboot ams1-1']);
  });

  it('the machine is no longer as it was', async () => {
    const world = await begun();
    const pull = justBefore('push lease', () => world.machine(1).pull(world.clock.monotonic()), 2);
    await during(world, pull);
    expect(world.effects).toEqual([]);
    expect(world.file('plan.json')).toContain('"WaitingForPower"');
  });

  it('another machine answers at the address', async () => {
    const world = await begun();
    const stranger = justBefore(
      'push lease',
      () => {
        const two = world.racks.machines.get('ams1-2');
        if (two) world.racks.machines.set('ams1-1', two);
      },
      2,
    );
    await during(world, stranger);
    expect(world.effects).toEqual([]);
    expect(world.file('plan.json')).toContain('"Identity"');
  });
});

describe('when the remote is away', () => {
  it('nothing is sent, machines are still looked at, and it goes on when it is back', async () => {
    const world = await begun();
    let away = true;
    const cut: Hook = async (call, proceed) => {
      const remote = call.port === 'repo' && (call.method === 'fetch' || call.method === 'push');
      if (!remote || !away) return proceed();
      const failure = { reason: 'unreachable', message: 'no route' };
      return call.method === 'fetch' ? { ok: false, error: failure } : { kind: 'ambiguous', failure };
    };
    world.commit(asked);
    const process = world.start({ once: false }, world.host, cut);
    await world.kernel.advance(10 * 60_000);
    expect(world.effects).toEqual([]);
    away = false;
    await world.kernel.advance(10 * 60_000);
    expect(world.happened()).toEqual(['Reboot ams1-1']);
    process.stop();
    await world.kernel.until(process.end);
  });
});

describe('people who hold it', () => {
  it('the red button on the host holds a machine, shows in status, and lets go in time', async () => {
    const world = await begun();
    const disk = openMemoryDisk(world.host.disk);
    const until = world.clock.now() + 3600_000;
    await writeNotes(disk, { holds: [{ what: 'rack/r01', reason: 'smoke', until }] });
    world.commit(asked);
    await world.once();
    expect(world.effects).toEqual([]);
    expect(world.file('plan.json')).toContain('held by an operator (rack/r01): smoke');
    await world.kernel.advance(3600_000);
    await world.once();
    expect(world.happened()).toEqual(['Reboot ams1-1']);
  });

  it('a paused facility does nothing, and goes on when the pause is taken back', async () => {
    const world = await begun();
    world.commit({ ...asked, 'facilities/ams1/facility.yaml': facilityFile('  paused: { reason: audit }\n') });
    await world.once();
    expect(world.effects).toEqual([]);
    expect(world.file('facility.json')).toContain('"Paused"');
    world.commit({ 'facilities/ams1/facility.yaml': facilityFile() });
    await world.once();
    expect(world.happened()).toEqual(['Reboot ams1-1']);
  });
});

describe('a damaged journal', () => {
  it('sends nothing, writes nothing to it, looks on, and says so', async () => {
    const world = await begun();
    const [path] = [...world.host.disk.keys()].filter((name) => name.startsWith('journal'));
    const content = world.host.disk.get(path ?? '') ?? new Uint8Array();
    content[10] = (content[10] ?? 0) ^ 1;
    world.commit(asked);
    await during(world, (_, proceed) => proceed());
    expect(world.effects).toEqual([]);
    expect(world.host.disk.get(path ?? '')).toEqual(content);
    expect(world.file('facility.json')).toContain('"JournalIntact"');
    expect(world.file('facility.json')).toContain('"Damaged"');
  });
});
