import { describe, expect, it } from 'vitest';
import { bootableWorld, install, told } from './world/boot.ts';
import { machineFile, machinePath, operations, serialOf, uuidOf } from './world/manifests.ts';
import type { World } from './world/world.ts';

const asked = (more = '') => ({ [machinePath(1)]: machineFile(1, install('i-1', more)) });
const network = (...addresses: readonly string[]): string =>
  `  network: { links: [{ name: lan, mac: "02:00:00:00:00:01", addresses: [${addresses.join(', ')}] }] }\n`;
const byMedia = ['InsertMedia ams1-1', 'SetBootOnce ams1-1', 'Reboot ams1-1', 'EjectMedia ams1-1'];
const condition = (world: World, type: string) =>
  told(world).conditions.find((one: { readonly type: string }) => one.type === type);

describe('an install', () => {
  it('by virtual media: booted once, written, ejected, started, and done when it called home', async () => {
    const world = await bootableWorld();
    world.commit(asked());
    expect(await world.once()).toMatchObject({ kind: 'settled', failures: 0 });
    expect(world.happened()).toEqual(byMedia);
    expect(world.agents.handed).toEqual(['Install ams1-1']);
    expect(world.agents.calledHome).toEqual(['ams1-1']);
    expect(world.machine(1).disks[0]).toMatchObject({
      holds: ['gpt'],
      marker: { facility: 'ams1', state: 'installed' },
    });
    expect(told(world)).toMatchObject({ phase: 'InUse', requests: { 'i-1': { state: 'done', verb: 'Install' } } });
    expect(condition(world, 'Installed')).toMatchObject({
      status: 'True',
      message: 'i-1: called home: ams1-1, instance bootstrap-1; verified sha256:abababab… on S4X0',
    });
    const inventory = JSON.parse(world.file('inventory/r01/ams1-1.json') ?? '{}');
    expect(inventory.inside.disks).toMatchObject([{ serial: 'S4X0', holds: [] }]);
    expect(inventory.inside.ports).toMatchObject([{ neighbour: 'switch-1/Eth1' }]);
    const intents = world.history().map(({ message }) => message.split('\n')[0]);
    expect(intents.reverse().filter((line) => / (?:insert|boot|reboot|install|eject)/.test(line ?? ''))).toEqual([
      'ams1: insert our CD in ams1-1',
      'ams1: boot once from Cd ams1-1',
      'ams1: reboot ams1-1',
      'ams1: install debian-13 on ams1-1',
      'ams1: eject our CD from ams1-1',
      'ams1: eject our CD done: ams1-1',
    ]);
  });

  it('is quiet afterwards, also when started anew from the branch alone, and is never done again', async () => {
    const world = await bootableWorld();
    world.commit(asked());
    await world.once();
    const before = world.head('refs/heads/status/ams1');
    await world.once();
    expect(world.head('refs/heads/status/ams1')).toBe(before);
    world.host.disk.clear();
    world.host.clone.clear();
    await world.once();
    world.commit({ [machinePath(1)]: machineFile(1) });
    await world.once();
    world.commit(asked());
    await world.once();
    expect(world.happened()).toEqual(byMedia);
  });

  it('of a machine that is off turns it on', async () => {
    const world = await bootableWorld();
    world.machine(1).pull(world.clock.monotonic());
    world.commit(asked());
    expect(await world.once()).toMatchObject({ failures: 0 });
    expect(world.happened()).toEqual(byMedia.map((word) => word.replace('Reboot', 'PowerOn')));
    expect(told(world).phase).toBe('InUse');
  });

  it('of a machine whose BMC does not tell of resets goes off and on', async () => {
    const world = await bootableWorld();
    world.machine(1).tellsResets = false;
    world.commit(asked());
    expect(await world.once()).toMatchObject({ failures: 0 });
    expect(world.happened()).toEqual([
      'InsertMedia ams1-1',
      'SetBootOnce ams1-1',
      'PowerOff/force ams1-1',
      'PowerOn ams1-1',
      'EjectMedia ams1-1',
    ]);
  });

  it('by PXE, where the BMC takes no CD', async () => {
    const world = await bootableWorld();
    world.machine(1).virtualMedia = 'none';
    world.commit(asked());
    expect(await world.once()).toMatchObject({ failures: 0 });
    expect(world.happened()).toEqual(['SetBootOnce ams1-1', 'Reboot ams1-1']);
    expect(told(world).phase).toBe('InUse');
  });

  it('that is to be powerOn only is done when the agent has gone and the machine is up', async () => {
    const world = await bootableWorld();
    world.agents.trouble.set('ams1-1', 'mute');
    world.commit(asked(', ready: powerOn'));
    expect(await world.once()).toMatchObject({ failures: 0 });
    expect(condition(world, 'Installed').message).toBe(
      'i-1: power is On, past POST, and the agent has gone; verified sha256:abababab… on S4X0',
    );
  });

  it('that is to take a connection is done when it did, well after the agent was heard', async () => {
    const world = await bootableWorld();
    const asking = machineFile(1, `${install('i-1', ', ready: "tcp:22"')}${network('10.1.0.1/16', '10.9.0.1/16')}`);
    world.commit({ [machinePath(1)]: asking });
    const process = world.start({ once: false });
    const isOut = () => world.happened().includes('EjectMedia ams1-1');
    expect(await world.kernel.untilTrue(isOut, 3600_000)).toBe(true);
    expect(world.dialled).toEqual([]);
    await world.kernel.advance(5 * 60_000);
    expect(told(world).requests['i-1'].state).toBe('pending');
    world.listeners.add('10.1.0.1:22');
    await world.kernel.advance(60_000);
    expect(condition(world, 'Installed').message).toBe(
      'i-1: 10.1.0.1 takes connections on port 22; verified sha256:abababab… on S4X0',
    );
    // Nobody beyond `ranges.provisioning`, and nobody any more once it is done.
    expect(new Set(world.dialled)).toEqual(new Set(['10.1.0.1:22']));
    const dialled = world.dialled.length;
    await world.kernel.advance(3600_000);
    expect(world.dialled).toHaveLength(dialled);
    const reached = process.events.filter(({ kind }) => kind === 'reached');
    expect(reached).toMatchObject([{ reached: { reason: 'refused' } }, { reached: { kind: 'taken' } }]);
    process.stop();
    expect(await world.kernel.until(process.end)).toEqual({ kind: 'stopped' });
  });

  it('that takes none has failed after half an hour, also over restarts', async () => {
    const world = await bootableWorld();
    world.commit({
      [machinePath(1)]: machineFile(1, `${install('i-1', ', ready: "tcp:22"')}${network('10.1.0.1/16')}`),
    });
    world.listeners.add('10.1.0.1:80');
    for (const minutes of [10, 10, 20]) {
      const process = world.start({ once: false });
      await world.kernel.advance(minutes * 60_000);
      process.kill();
    }
    expect(told(world).requests['i-1']).toMatchObject({
      state: 'failed',
      message: 'installed, but it was not seen to take a connection on port 22 within 30 min',
    });
    expect(world.happened()).toEqual(byMedia);
  });

  it('that does not call home has failed after half an hour, and is not repeated', async () => {
    const world = await bootableWorld();
    world.agents.trouble.set('ams1-1', 'mute');
    world.commit(asked());
    expect(await world.once()).toMatchObject({ kind: 'settled', failures: 1 });
    expect(told(world).requests['i-1']).toMatchObject({
      state: 'failed',
      message: 'installed, but it was not seen to call home within 30 min',
    });
    expect(told(world)).toMatchObject({ phase: 'Available', overlays: ['fault'] });
    await world.once();
    expect(world.happened()).toEqual(byMedia);
  });

  it('waits for no other machine, and no other for it beyond its place', async () => {
    const world = await bootableWorld(2);
    world.agents.trouble.set('ams1-1', 'deaf');
    world.commit({
      ...asked(),
      [machinePath(2)]: machineFile(2, operations('id: find-1, verb: Identify', 'id: r-1, verb: Reboot')),
    });
    const process = world.start({ once: false });
    await world.kernel.advance(15 * 60_000);
    expect(world.happened().filter((word) => word.endsWith('ams1-2'))).toEqual(['Identify ams1-2']);
    expect(world.file('plan.json')).toContain('at most 1 disruptions at one time');
    expect(world.file('plan.json')).toContain('"verb": "Install"');
    // No pass waits: each took a few seconds at most.
    const passes = process.events.flatMap((event) => (event.kind === 'passed' ? [event.ms] : []));
    expect(Math.max(...passes)).toBeLessThan(15_000);
    expect(passes.length).toBeGreaterThan(100);
    process.stop();
    await world.kernel.until(process.end);
  });
});

describe('before it begins', () => {
  const heldBy = async (world: World, changes = asked()): Promise<readonly string[]> => {
    world.commit(changes);
    await world.once();
    expect(world.effects).toEqual([]);
    const { holds } = JSON.parse(world.file('plan.json') ?? '{}');
    return holds.map(({ reason, message }: Record<string, string>) => `${reason}: ${message}`);
  };

  it('somebody else has something inserted', async () => {
    const world = await bootableWorld();
    world.machine(1).slot = 'http://files.example/rescue.iso';
    expect(await heldBy(world)).toEqual([
      'MediaInUse: the BMC has something inserted from files.example (CD1); eject it',
    ]);
    expect(world.machine(1).slot).toBe('http://files.example/rescue.iso');
  });

  it('its BMC lacks the licence, or offers nothing', async () => {
    const world = await bootableWorld();
    world.machine(1).virtualMedia = 'unlicensed';
    world.machine(1).bootTargets = ['Hdd', 'Cd'];
    expect(await heldBy(world)).toEqual([
      'Unlicensed: virtual media need a licence that this BMC has not; of VirtualMedia, UefiHttp, Pxe it offers no other',
    ]);
    world.machine(1).virtualMedia = 'none';
    expect(await heldBy(world)).toEqual([
      'Unsupported: this BMC offers none of VirtualMedia, UefiHttp, Pxe; virtual media: none, boot targets: Hdd, Cd',
    ]);
  });

  it('the disk is none of those that the BMC lists', async () => {
    const world = await bootableWorld();
    const other = { [machinePath(1)]: machineFile(1, install().replace('S4X0', 'OTHER')) };
    expect(await heldBy(world, other)).toEqual([
      'DiskAmbiguous: no disk of this machine has serial OTHER; there are Disk.1 (serial S4X0)',
    ]);
  });

  it('it is to take a connection, and there is no address to connect to', async () => {
    const world = await bootableWorld();
    const with_ = (more: string) => ({
      [machinePath(1)]: machineFile(1, `${install('i-1', ', ready: "tcp:22"')}${more}`),
    });
    expect(await heldBy(world, with_(''))).toEqual([
      'Unsupported: ready: tcp:22 is asked for, and it has no static address to connect to; say phoneHome or powerOn, or give it a static address',
    ]);
    expect(await heldBy(world, with_(network('10.9.0.1/16')))).toEqual([
      'Unsupported: ready: tcp:22 is asked for, and none of its static addresses is within ranges.provisioning; say phoneHome or powerOn, or give it one that is',
    ]);
    expect(world.dialled).toEqual([]);
  });

  it('it is parked, protected, or to be off', async () => {
    const world = await bootableWorld();
    const with_ = (more: string) => ({ [machinePath(1)]: machineFile(1, `${install()}${more}`) });
    expect(await heldBy(world, with_('  parked: { reason: CHG-1 }\n'))).toEqual(['Parked: CHG-1']);
    expect(await heldBy(world, with_('  protected: true\n'))).toEqual(['Protected: spec.protected is true']);
  });

  it('the facility has no boot service, or the id stood there before memory began', async () => {
    const world = await bootableWorld();
    world.commit({ 'facilities/ams1/facility.yaml': null });
    const plain = await heldBy(world, {
      ...asked(),
      'facilities/ams1/facility.yaml': `apiVersion: nanometal/v1alpha1\nkind: Facility\nmetadata: { name: ams1 }\nspec: { ranges: { bmc: [10.0.0.0/8] } }\n`,
    });
    expect(plain).toEqual(['Unsupported: facility.yaml has no `boot`: nothing is installed, erased or inspected here']);
    world.host.disk.clear();
    world.move('refs/heads/status/ams1', null);
    world.move('refs/nanometal/lease/ams1', null);
    await world.once();
    expect(told(world).requests['i-1'].state).toBe('assumed');
    expect(world.file('plan.json')).toContain('"Assumed"');
  });
});

describe('an id is spent', () => {
  it('also under another name of the same hardware, and on another board under the same name', async () => {
    const world = await bootableWorld();
    world.commit(asked());
    await world.once();
    const renamed = machineFile(1, install(), 'ams1-9').replace('kind: Machine', 'kind: Machine');
    const at = machinePath(1).replace('ams1-1.yaml', 'ams1-9.yaml');
    const machine = world.machine(1);
    world.racks.machines.set('ams1-9', machine);
    world.commit({ [machinePath(1)]: null, [at]: renamed });
    await world.once();
    expect(told(world, 'ams1-9')).toMatchObject({ phase: 'InUse', requests: { 'i-1': { state: 'done' } } });
    const board = renamed.replace(uuidOf(1), uuidOf(7)).replace(serialOf(1), 'SN7');
    world.commit({ [at]: board });
    await world.once();
    expect(world.happened()).toEqual(byMedia);
  });
});
