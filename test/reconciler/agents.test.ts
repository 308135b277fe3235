import { describe, expect, it } from 'vitest';
import { writeNotes } from '../../src/reconciler/operator.ts';
import { openMemoryDisk } from '../../src/rehearsal/disk.ts';
import { bootableWorld, erase, install, runUntil, told } from './world/boot.ts';
import { machineFile, machinePath, serialOf, uuidOf } from './world/manifests.ts';
import { leaseRef, main, statusRef, type World } from './world/world.ts';

const asked = (more = '') => ({ [machinePath(1)]: machineFile(1, install('i-1', more)) });
const plain = { [machinePath(1)]: machineFile(1) };
const minute = 60_000;
const request = (world: World, id = 'i-1', name = 'ams1-1') => told(world, name).requests[id];

/** Runs `act` in the middle: after `ms`, while the process goes on until the request has ended. */
async function during(world: World, ms: number, act: () => void | Promise<void>, name = 'ams1-1'): Promise<void> {
  const process = world.start({ once: false });
  await world.kernel.advance(ms);
  await act();
  const hasEnded = (): boolean => !['pending', undefined].includes(told(world, name).requests?.['i-1']?.state);
  expect(await world.kernel.untilTrue(hasEnded, 3 * 3600_000)).toBe(true);
  process.stop();
  await world.kernel.until(process.end);
}

describe('an agent that does not call', () => {
  it('is booted again after half an hour, and does it then', async () => {
    const world = await bootableWorld();
    world.agents.trouble.set('ams1-1', 'deaf');
    world.commit(asked());
    await during(world, 20 * minute, () => void world.agents.trouble.clear());
    // The run of the first attempt was never heard, so that its medium had to go out first.
    expect(request(world)).toMatchObject({ state: 'done' });
    expect(world.agents.handed).toEqual(['Install ams1-1']);
  });

  it('in each of three attempts: it has failed, the medium is out, and nothing was written', async () => {
    const world = await bootableWorld();
    world.agents.trouble.set('ams1-1', 'deaf');
    world.commit(asked());
    expect(await runUntil(world, () => world.file('STATUS.md')?.includes('fault') ?? false)).toBe(true);
    expect(world.happened().filter((word) => word.startsWith('Reboot'))).toHaveLength(3);
    expect(world.happened().filter((word) => word.startsWith('InsertMedia'))).toHaveLength(3);
    expect(world.machine(1).slot).toBeNull();
    expect(request(world)).toMatchObject({
      state: 'failed',
      message: 'no agent called within 30 min, as in each of 3 boot attempts; its disk is untouched',
    });
    expect(world.machine(1).disks[0]?.marker).toBeUndefined();
  });
});

describe('an agent that falls silent', () => {
  it.each(['dies', 'dies-half-way'] as const)('(%s) is booted again, and given the same grant', async (trouble) => {
    const world = await bootableWorld();
    world.agents.trouble.set('ams1-1', trouble);
    world.commit(asked());
    await during(world, 8 * minute, () => void world.agents.trouble.clear());
    expect(world.agents.handed).toEqual(['Install ams1-1', 'Install ams1-1']);
    expect(request(world)).toMatchObject({ state: 'done', work: { attempts: 1 } });
    expect(world.machine(1).disks[0]?.marker?.state).toBe('installed');
    const grants = world
      .history()
      .flatMap(({ message }) => [...message.matchAll(/^Grant: (\S+) Install/gm)].map((match) => match[1]));
    expect(new Set(grants).size).toBe(1);
    expect(grants).toHaveLength(2);
  });

  it('three times: it has failed, and says how it leaves the disk', async () => {
    const world = await bootableWorld();
    world.agents.trouble.set('ams1-1', 'dies-half-way');
    world.commit(asked());
    await world.once();
    expect(request(world)).toMatchObject({
      state: 'failed',
      message: 'the agent was not heard for 10 min, as in each of 3 boot attempts; its disk is dirty',
    });
    expect(world.machine(1).slot).toBeNull();
    expect(told(world).overlays).toEqual(['fault']);
  });
});

describe('an agent that fails', () => {
  it('over the digest: the disk is dirty, the machine is off, and nothing is tried again', async () => {
    const world = await bootableWorld();
    world.agents.trouble.set('ams1-1', 'DigestDiffers');
    world.commit(asked());
    expect(await world.once()).toMatchObject({ failures: 1 });
    expect(request(world)).toMatchObject({ state: 'failed', message: 'DigestDiffers: it is not so' });
    expect(request(world).work.disk).toBe('dirty');
    expect(world.machine(1).power(world.clock.monotonic())).toBe('Off');
    expect(world.agents.handed).toHaveLength(1);
  });

  it('before it wrote anything: the machine goes back to what it did', async () => {
    const world = await bootableWorld();
    world.agents.trouble.set('ams1-1', 'DiskTooSmall');
    world.commit(asked());
    await world.once();
    expect(request(world)).toMatchObject({ state: 'failed', message: 'DiskTooSmall: 480 GB are needed' });
    expect(world.machine(1).power(world.clock.monotonic())).toBe('On');
    expect(world.machine(1).startedFrom(world.clock.monotonic() + 10 * minute)).toEqual({ kind: 'disk' });
  });
});

describe('the disks, as the agent sees them', () => {
  it('one that is not blank is not written to, unless that was said', async () => {
    const world = await bootableWorld();
    world.machine(1).write({ holds: ['gpt', 'ext4'] });
    world.commit(asked());
    await world.once();
    expect(world.agents.handed).toEqual([]);
    expect(request(world)).toMatchObject({
      state: 'failed',
      message:
        'DiskNotBlank: disk serial S4X0 holds gpt, ext4; if that may go, say install.overwrite: true under a new id',
    });
    expect(world.machine(1).slot).toBeNull();
    world.commit({ [machinePath(1)]: machineFile(1, install('i-2', ', overwrite: true')) });
    await world.once();
    expect(request(world, 'i-2').state).toBe('done');
  });

  it('one that another facility wrote to is never touched', async () => {
    const world = await bootableWorld();
    const marker = { facility: 'fra1', grant: `sha256:${'0'.repeat(64)}`, state: 'installed' } as const;
    world.machine(1).write({ holds: ['gpt'], marker });
    world.commit(asked(', overwrite: true'));
    await world.once();
    expect(world.agents.handed).toEqual([]);
    expect(request(world).message).toBe('MarkedByOther: disk serial S4X0 was written to by the facility fra1');
  });

  it('one that is not there, or twice, is not guessed', async () => {
    const world = await bootableWorld();
    const [disk] = world.machine(1).disks;
    if (disk) world.machine(1).disks = [disk, { ...disk, device: 'nvme1n1' }];
    world.commit(asked());
    await world.once();
    expect(request(world).message).toBe(
      'DiskAmbiguous: 2 disks have serial S4X0: nvme0n1 (serial S4X0), nvme1n1 (serial S4X0)',
    );
    expect(world.agents.handed).toEqual([]);
  });
});

describe('while an agent is waited for', () => {
  it('what is taken back is not handed out; our medium goes out, and the machine back to its disk', async () => {
    const world = await bootableWorld();
    world.agents.trouble.set('ams1-1', 'deaf');
    world.commit(asked());
    const process = world.start({ once: false });
    await world.kernel.advance(15 * minute);
    world.commit(plain);
    world.agents.trouble.clear();
    await world.kernel.advance(15 * minute);
    process.stop();
    await world.kernel.until(process.end);
    expect(world.agents.handed).toEqual([]);
    expect(world.machine(1).slot).toBeNull();
    expect(request(world)).toMatchObject({ state: 'superseded' });
    expect(world.machine(1).startedFrom(world.clock.monotonic() + 10 * minute)).toEqual({ kind: 'disk' });
    world.commit(asked());
    await world.once();
    expect(world.file('plan.json')).toContain('"Superseded"');
    expect(world.agents.handed).toEqual([]);
  });

  it('a parked machine, or one that an operator holds, is given nothing until that ends', async () => {
    const world = await bootableWorld();
    world.agents.trouble.set('ams1-1', 'deaf');
    world.commit(asked());
    const process = world.start({ once: false });
    await world.kernel.advance(10 * minute);
    const until = world.clock.now() + 20 * minute;
    await writeNotes(openMemoryDisk(world.host.disk), { holds: [{ what: 'ams1-1', reason: 'smoke', until }] });
    world.agents.trouble.clear();
    await world.kernel.advance(15 * minute);
    expect(world.agents.handed).toEqual([]);
    expect(world.file('plan.json')).toContain('held by an operator (ams1-1): smoke');
    await world.kernel.advance(30 * minute);
    expect(world.agents.handed).toEqual(['Install ams1-1']);
    process.stop();
    await world.kernel.until(process.end);
    expect(request(world).state).toBe('done');
  });

  it('its BMC may be away', async () => {
    const world = await bootableWorld();
    world.agents.trouble.set('ams1-1', 'deaf');
    world.commit(asked());
    await during(world, 10 * minute, async () => {
      world.racks.missing = (name) => (name === 'ams1-1' ? 'Timeout' : null);
      world.agents.trouble.clear();
      await world.kernel.advance(3 * minute);
      expect(world.agents.handed).toEqual(['Install ams1-1']);
      world.racks.missing = () => null;
    });
    expect(request(world).state).toBe('done');
  });

  it.each([
    ['before', 10 * minute],
    ['after', 110_000],
  ])('it gets another name, %s its work was handed out', async (when, ms) => {
    const world = await bootableWorld();
    if (when === 'before') world.agents.trouble.set('ams1-1', 'deaf');
    world.commit(asked());
    await during(
      world,
      ms,
      () => {
        expect(world.agents.handed).toHaveLength(when === 'before' ? 0 : 1);
        world.agents.trouble.clear();
        const machine = world.machine(1);
        world.racks.machines.set('ams1-9', machine);
        world.racks.machines.delete('ams1-1');
        const at = machinePath(1).replace('ams1-1.yaml', 'ams1-9.yaml');
        world.commit({ [machinePath(1)]: null, [at]: machineFile(1, install(), 'ams1-9') });
      },
      'ams1-9',
    );
    expect(request(world, 'i-1', 'ams1-9')).toMatchObject({ state: 'done' });
    expect(request(world, 'i-1', 'ams1-9').work.attempts).toBeUndefined();
    expect(told(world, 'ams1-9').phase).toBe('InUse');
    expect(world.agents.handed).toHaveLength(1);
  });

  it('its board is replaced: nothing is handed to a machine that is not enrolled', async () => {
    const world = await bootableWorld();
    world.agents.trouble.set('ams1-1', 'deaf');
    world.commit(asked());
    await during(world, 10 * minute, async () => {
      const machine = world.machine(1);
      machine.identity = { uuid: uuidOf(7), serial: 'SN7' };
      world.agents.trouble.clear();
      await world.kernel.advance(5 * minute);
      expect(world.agents.handed).toEqual([]);
      expect(world.file('plan.json')).toContain('"Identity"');
      const board = machineFile(1, install()).replace(uuidOf(1), uuidOf(7)).replace(serialOf(1), 'SN7');
      world.commit({ [machinePath(1)]: board });
    });
    expect(request(world)).toMatchObject({ state: 'done' });
  });

  it('its token is shown twice: both get nothing, and people are told', async () => {
    const world = await bootableWorld();
    world.agents.trouble.set('ams1-1', 'deaf');
    world.commit(asked());
    const process = world.start({ once: false });
    await world.kernel.advance(10 * minute);
    world.agents.contested.add('ams1-1');
    world.agents.trouble.clear();
    await world.kernel.advance(10 * minute);
    expect(world.agents.handed).toEqual([]);
    expect(world.file('plan.json')).toContain('"TokenContested"');
    world.agents.contested.clear();
    world.commit({ [machinePath(1)]: machineFile(1, install('i-2')) });
    await world.kernel.advance(60 * minute);
    expect(request(world).state).toBe('superseded');
    expect(request(world, 'i-2').state).toBe('done');
    process.stop();
    await world.kernel.until(process.end);
  });

  it('people delete the status branch: it goes on to the same end', async () => {
    const world = await bootableWorld();
    world.agents.trouble.set('ams1-1', 'deaf');
    world.commit(asked());
    const process = world.start({ once: true });
    await world.kernel.advance(10 * minute);
    process.kill();
    world.move(statusRef, null);
    world.agents.trouble.clear();
    await world.once();
    expect(request(world)).toMatchObject({ state: 'done' });
  });

  it('all memory is lost: nothing more is done, and nothing is repeated', async () => {
    const world = await bootableWorld();
    world.commit(asked());
    const process = world.start({ once: true });
    await world.kernel.untilTrue(() => world.agents.handed.length > 0, 30 * minute);
    process.kill();
    world.move(statusRef, null);
    world.host.disk.clear();
    world.host.clone.clear();
    await world.once();
    expect(request(world).state).toBe('assumed');
    expect(world.agents.handed).toEqual(['Install ams1-1']);
  });
});

describe('in the moment when an agent asks', () => {
  it.each([
    ['a commit takes it back', (world: World) => void world.commit(plain), '"intents": []'],
    [
      'a commit parks the machine',
      (world: World) =>
        void world.commit({ [machinePath(1)]: machineFile(1, `${install()}  parked: { reason: x }\n`) }),
      '"Parked"',
    ],
    ['main is gone', (world: World) => void world.move(main, null), '"Paused"'],
    [
      'an operator holds all',
      (world: World) => {
        const until = world.clock.now() + 3600_000;
        void writeNotes(openMemoryDisk(world.host.disk), { holds: [{ what: 'all', reason: 'smoke', until }] });
      },
      '"Paused"',
    ],
    [
      'somebody else has the lease',
      (world: World) => void world.move(leaseRef, world.commit({ file: 'x' }, 'refs/heads/thief')),
      '"Install"',
    ],
  ])('%s: nothing is handed out', async (_, happens, said) => {
    const world = await bootableWorld();
    world.commit(asked());
    world.agents.onAsk = () => {
      world.agents.onAsk = () => {};
      happens(world);
    };
    const process = world.start({ once: false });
    await world.kernel.advance(5 * minute);
    expect(world.happened()).toContain('Reboot ams1-1');
    expect(world.agents.handed).toEqual([]);
    expect(world.file('plan.json')).toContain(said);
    process.kill();
  });
});

describe('what is erased', () => {
  const erasing = { [machinePath(1)]: machineFile(1, erase()) };

  it('is erased by the agent, with a receipt, and the machine is off', async () => {
    const world = await bootableWorld();
    world.machine(1).write({ holds: ['gpt'] });
    world.commit(erasing);
    expect(await world.once()).toMatchObject({ kind: 'settled', failures: 0 });
    expect(world.machine(1).disks[0]).toMatchObject({ holds: [], marker: { state: 'erased' } });
    expect(world.machine(1).power(world.clock.monotonic())).toBe('Off');
    expect(request(world, 'e-1')).toMatchObject({
      state: 'done',
      work: {
        evidence: 'erased S4X0',
        receipts: [{ disk: 'S4X0', method: 'nvme-format', answer: 'success', verified: 'zero:64' }],
      },
    });
    expect(told(world).phase).toBe('Available');
  });

  it('and was not: the machine is quarantined, off, and not to be had', async () => {
    const world = await bootableWorld();
    world.agents.trouble.set('ams1-1', 'EraseFailed');
    world.commit(erasing);
    expect(await world.once()).toMatchObject({ failures: 1 });
    expect(told(world)).toMatchObject({ phase: 'Enrolled', overlays: ['quarantined', 'fault'] });
    expect(world.machine(1).power(world.clock.monotonic())).toBe('Off');
    expect(world.machine(1).slot).toBeNull();
  });
});

describe('a release', () => {
  const released = (more = '') => ({
    [machinePath(1)]: machineFile(1, `${more}  lifecycle: decommission\n`),
  });

  it('shuts the machine down, erases what was installed, and has it available', async () => {
    const world = await bootableWorld();
    world.commit(asked());
    await world.once();
    const before = world.effects.length;
    world.commit(released());
    expect(await world.once()).toMatchObject({ kind: 'settled', failures: 0 });
    expect(world.happened(before)).toEqual([
      'PowerOff ams1-1',
      'InsertMedia ams1-1',
      'SetBootOnce ams1-1',
      'PowerOn ams1-1',
      'EjectMedia ams1-1',
    ]);
    expect(world.agents.handed).toEqual(['Install ams1-1', 'Erase ams1-1']);
    expect(told(world)).toMatchObject({ phase: 'Available', overlays: [] });
    const [id] = Object.keys(told(world).requests).filter((key) => key.endsWith(':release'));
    expect(request(world, id).work.receipts).toHaveLength(1);
    expect(world.machine(1).power(world.clock.monotonic())).toBe('Off');
    await world.once();
    expect(world.agents.handed).toHaveLength(2);
  });

  it('of a machine that nothing was installed on only turns it off', async () => {
    const world = await bootableWorld();
    world.commit(released('  power: On\n'));
    await world.once();
    expect(world.happened()).toEqual(['PowerOff ams1-1']);
    expect(world.agents.handed).toEqual([]);
    expect(told(world).phase).toBe('Available');
  });

  it('that stood there before memory began is no command', async () => {
    const world = await bootableWorld();
    world.commit(released(install()));
    world.host.disk.clear();
    world.move(statusRef, null);
    world.move('refs/nanometal/lease/ams1', null);
    await world.once();
    await world.once();
    expect(world.effects).toEqual([]);
    expect(told(world).phase).toBe('Releasing');
    expect(world.file('plan.json')).toContain('lifecycle: decommission stood here before memory began');
  });

  it('of a manifest that is deleted is none', async () => {
    const world = await bootableWorld();
    world.commit(asked());
    await world.once();
    const before = world.effects.length;
    world.commit({ [machinePath(1)]: null });
    await world.once();
    expect(world.effects).toHaveLength(before);
  });
});

describe('an inspection', () => {
  const inspected = {
    [machinePath(1)]: machineFile(
      1,
      '  operations:\n    - { id: look-1, verb: Inspect, notAfter: 2027-01-01T00:00:00Z }\n',
    ),
  };

  it.each(['On', 'Off'] as const)('brings what is seen from inside, and leaves a machine %s', async (power) => {
    const world = await bootableWorld();
    const machine = world.machine(1);
    if (power === 'Off') machine.pull(world.clock.monotonic());
    world.commit(inspected);
    expect(await world.once()).toMatchObject({ kind: 'settled', failures: 0 });
    expect(request(world, 'look-1').state).toBe('done');
    expect(JSON.parse(world.file('inventory/r01/ams1-1.json') ?? '{}').inside.disks).toHaveLength(1);
    expect(machine.power(world.clock.monotonic())).toBe(power);
    expect(machine.slot).toBeNull();
  });
});
