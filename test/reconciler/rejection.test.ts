import { describe, expect, it } from 'vitest';
import { writeNotes } from '../../src/reconciler/operator.ts';
import { openMemoryDisk } from '../../src/rehearsal/disk.ts';
import type { Hook } from './world/calls.ts';
import { facilityFile, machineFile, machinePath, operations } from './world/manifests.ts';
import { main, statusRef, World } from './world/world.ts';

/** A head that is not whole is not acted upon; what it says to do less is heeded all the same (law 4). */

const broken = { [machinePath(2)]: 'kind: nonsense\n' };
const reboot = (index: number, id = 'r-1', more = ''): Record<string, string> => ({
  [machinePath(index)]: machineFile(index, operations(`id: ${id}, verb: Reboot`) + more),
});
async function begun(): Promise<World> {
  const world = new World(3, '{ maxConcurrent: 3 }');
  await world.once();
  return world;
}

describe('a rejected head', () => {
  it('is named with its problems; the last accepted commit stays in force', async () => {
    const world = await begun();
    const head = world.commit({ ...broken, ...reboot(1) });
    expect(await world.once()).toMatchObject({ kind: 'settled', rejected: true });
    expect(world.effects).toEqual([]);
    expect(world.file('facility.json')).toContain(head);
    expect(world.file('facility.json')).toContain('"Invalid"');
    expect(world.file('facility.json')).toContain(machinePath(2));
    expect(world.file('STATUS.md')).toContain('Not acting on');
  });

  it('does not keep back what an earlier commit asked for', async () => {
    const world = await begun();
    world.commit(reboot(1));
    world.commit(broken);
    expect(await world.once()).toMatchObject({ rejected: true });
    expect(world.happened()).toEqual(['Reboot ams1-1']);
  });

  it('parks, pauses and protects all the same', async () => {
    for (const restraint of [
      { [machinePath(1)]: machineFile(1, '  parked: { reason: CHG-1 }\n') },
      { [machinePath(1)]: machineFile(1, '  protected: true\n') },
      { 'facilities/ams1/facility.yaml': facilityFile('  paused: { reason: audit }\n') },
    ]) {
      const world = await begun();
      world.commit(reboot(1));
      world.commit({ ...broken, ...restraint });
      await world.once();
      expect(world.effects).toEqual([]);
    }
  });

  it('that is repaired is acted upon', async () => {
    const world = await begun();
    world.commit({ ...broken, ...reboot(1) });
    await world.once();
    world.commit({ [machinePath(2)]: machineFile(2) });
    expect(await world.once()).toMatchObject({ kind: 'settled', rejected: false });
    expect(world.happened()).toEqual(['Reboot ams1-1']);
  });

  it('of another facility is nothing to us', async () => {
    const world = await begun();
    world.commit({ 'facilities/fra1/machines/r01/x.yaml': 'nonsense', ...reboot(1) });
    expect(await world.once()).toMatchObject({ rejected: false });
    expect(world.happened()).toEqual(['Reboot ams1-1']);
  });
});

describe('a rewritten main', () => {
  async function rewritten(): Promise<{ readonly world: World; readonly head: string; readonly before: string }> {
    const world = await begun();
    world.commit({ [machinePath(3)]: machineFile(3, '  power: On\n') });
    await world.once();
    const before = world.head(main) ?? '';
    world.move(main, world.history(main)[1]?.id ?? '');
    const head = world.commit(reboot(1));
    return { world, head, before };
  }

  it('is not acted upon, and neither is anything else begun', async () => {
    const { world, head } = await rewritten();
    expect(await world.once()).toMatchObject({ kind: 'settled', rejected: true });
    expect(world.effects).toEqual([]);
    expect(world.file('facility.json')).toContain('"Rewritten"');
    expect(world.file('facility.json')).toContain(head);
  });

  it('that is put back is forgotten', async () => {
    const { world, before } = await rewritten();
    await world.once();
    world.move(main, before);
    expect(await world.once()).toMatchObject({ rejected: false });
    expect(world.effects).toEqual([]);
  });

  it('accepted by an operator is a new beginning: what stands there is assumed, what comes after is acted upon', async () => {
    const { world, head } = await rewritten();
    await world.once();
    const disk = openMemoryDisk(world.host.disk);
    await writeNotes(disk, {
      holds: [],
      accept: { commit: head, because: 'history was cleaned', at: world.clock.now() },
    });
    expect(await world.once()).toMatchObject({ kind: 'settled', rejected: false });
    expect(world.effects).toEqual([]);
    expect(world.file('plan.json')).toContain('"Assumed"');
    world.commit(reboot(1, 'r-2'));
    await world.once();
    expect(world.happened()).toEqual(['Reboot ams1-1']);
  });

  it('accepted for one commit is not accepted for the next one that is rewritten', async () => {
    const { world, head } = await rewritten();
    const disk = openMemoryDisk(world.host.disk);
    await writeNotes(disk, { holds: [], accept: { commit: head, because: 'once', at: world.clock.now() } });
    await world.once();
    world.move(main, world.history(main)[1]?.id ?? '');
    world.commit(reboot(2));
    expect(await world.once()).toMatchObject({ rejected: true });
    expect(world.effects).toEqual([]);
  });
});

describe('a main that is not there', () => {
  it('is deleted, orphaned or empty: nothing is done, nothing is unmanaged', async () => {
    const world = await begun();
    world.move(main, null);
    expect(await world.once()).toMatchObject({ rejected: true });
    expect(world.file('facility.json')).toContain('"Missing"');
    world.commit({ 'README.md': 'hello' });
    await world.once();
    expect(world.effects).toEqual([]);
    expect(world.file('machines/r01/ams1-1.json')).toContain('"managed": true');
  });

  it('a deleted manifest unmanages and sends nothing', async () => {
    const world = await begun();
    world.commit({ [machinePath(1)]: null });
    await world.once();
    expect(world.effects).toEqual([]);
    expect(world.file('machines/r01/ams1-1.json')).toContain('"managed": false');
  });
});

/** The folder that holds this file is missing from the clone, as after a disk fault. */
const without =
  (file: string): Hook =>
  async (call, proceed) => {
    const answer = await proceed();
    const holds = call.method === 'tree' && JSON.stringify(answer).includes(`"${file}"`);
    return call.port === 'repo' && holds ? null : answer;
  };

describe('a folder that cannot be read', () => {
  it('of manifests is not one without machines: the commit is refused, and taken when it can be read', async () => {
    const world = await begun();
    const accepted = world.head();
    world.commit(reboot(1));
    expect(await world.once({}, world.host, without('ams1-1.yaml'))).toMatchObject({ rejected: true });
    expect(world.file('machines/r01/ams1-1.json')).toContain('"managed": true');
    expect(world.file('facility.json')).toContain(`"accepted": "${accepted}"`);
    expect(world.file('facility.json')).toContain('missing from the repository');
    expect(await world.once()).toMatchObject({ kind: 'settled', rejected: false });
    expect(world.happened()).toEqual(['Reboot ams1-1']);
  });

  it('of status is not a memory without these machines: nothing is repeated', async () => {
    const world = await begun();
    world.commit(reboot(1));
    await world.once();
    world.commit({ [machinePath(2)]: machineFile(2, '  power: Off\n') });
    const status = world.head(statusRef);
    await world.once({}, world.host, without('ams1-1.json'));
    await world.once();
    // What was accepted last is known from journal and lease too: only what came after it is new.
    expect(world.happened()).toEqual(['Reboot ams1-1', 'PowerOff ams1-2']);
    expect(world.head(statusRef)).not.toBe(status);
    expect(world.file('machines/r01/ams1-1.json')).toContain('"r-1"');
  });
});
