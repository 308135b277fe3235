import { describe, expect, it } from 'vitest';
import { ModelMachine } from './world/machine.ts';
import { machineFile, machinePath, nameOf, operations } from './world/manifests.ts';
import { statusRef, World } from './world/world.ts';

/** Hardware that changes later, a board that is another, and machines that are taken over: what is said, and what is not done. */

const hour = 3600_000;
const module = (id: string, serial: string) => ({ id, mib: 65_536, serial });
const observed = (spec: string): string => machineFile(1, spec).replace('management: manage', 'management: observe');
const subjects = (world: World): readonly string[] =>
  world.history(statusRef).map(({ message }) => message.split('\n')[0] ?? '');

function withModules(): World {
  const world = new World(2);
  const machine = world.machine(1);
  machine.hardware = { ...machine.hardware, memory: [module('DIMM.A1', '11'), module('DIMM.A2', '22')] };
  return world;
}

describe('a memory module that is gone', () => {
  it('is named by one commit after two looks, and by a condition until it is back', async () => {
    const world = withModules();
    const machine = world.machine(1);
    const delivered = machine.hardware;
    const running = world.start({ once: false });
    await world.kernel.advance(10 * 60_000);
    expect(world.history()).toHaveLength(1);
    machine.hardware = { ...delivered, memory: [module('DIMM.A1', '11')] };
    await world.kernel.advance(hour - 9 * 60_000);
    expect(world.history()).toHaveLength(1);
    await world.kernel.advance(hour);
    expect(subjects(world)).toEqual([
      'ams1: ams1-1 lost memory module DIMM.A2 (64 GiB, serial 22)',
      'ams1: 2 machines, 2 reachable, 2 as declared',
    ]);
    expect(world.file('machines/r01/ams1-1.json')).toContain('"type": "HardwareUnchanged"');
    machine.hardware = delivered;
    await world.kernel.advance(2 * hour);
    expect(subjects(world)[0]).toBe('ams1: ams1-1 has memory module DIMM.A2 (64 GiB, serial 22) again');
    expect(world.file('machines/r01/ams1-1.json')).not.toContain('HardwareUnchanged');
    running.stop();
    await world.kernel.until(running.end);
  });

  it('stays known to people once they say so, also to a host that has forgotten everything', async () => {
    const world = withModules();
    await world.once();
    const machine = world.machine(1);
    machine.hardware = { ...machine.hardware, memory: [module('DIMM.A1', '11'), module('DIMM.A2', '33')] };
    const running = world.start({ once: false });
    await world.kernel.advance(2 * hour);
    const mark = /spec\.hardware\.acknowledged: \\"([0-9a-f]{16})/.exec(
      world.file('machines/r01/ams1-1.json') ?? '',
    )?.[1];
    expect(subjects(world)[0]).toBe('ams1: ams1-1 has another memory module DIMM.A2 (serial 22 → serial 33)');
    world.commit({ [machinePath(1)]: machineFile(1, `  hardware: { acknowledged: "${mark}" }\n`) });
    await world.kernel.advance(10 * 60_000);
    expect(subjects(world)[0]).toBe('ams1: ams1-1 hardware is acknowledged as it is');
    expect(world.file('machines/r01/ams1-1.json')).not.toContain('HardwareUnchanged');
    running.stop();
    await world.kernel.until(running.end);
    const commits = world.history().length;
    world.host.disk.clear();
    await world.once();
    expect(world.history()).toHaveLength(commits);
    expect(world.effects).toEqual([]);
  });

  it('that its class asks for puts it in quarantine, with the difference, and nothing is sent to it', async () => {
    const world = withModules();
    world.commit({ 'classes/c3.yaml': (world.file('classes/c3.yaml', 'refs/heads/main') ?? '').replace('64', '128') });
    world.machine(2).hardware = world.machine(1).hardware;
    const running = world.start({ once: false });
    await world.kernel.advance(10 * 60_000);
    world.machine(1).hardware = { ...world.machine(1).hardware, memory: [module('DIMM.A1', '11')] };
    await world.kernel.advance(2 * hour);
    const message = world.history()[0]?.message ?? '';
    expect(message).toContain('ams1-1 lost memory module DIMM.A2 (64 GiB, serial 22)');
    expect(message).toContain('ams1-1 is quarantined: memory in GiB: 64, fewer than 128');
    world.commit({ [machinePath(1)]: machineFile(1, operations('id: r-1, verb: Reboot')) });
    await world.kernel.advance(10 * 60_000);
    expect(world.file('plan.json')).toContain('"reason": "Quarantined"');
    expect(world.effects).toEqual([]);
    running.stop();
    await world.kernel.until(running.end);
  });
});

describe('another board', () => {
  it('is a hold that says what to commit; with that commit the machine is managed again', async () => {
    const world = new World(2);
    await world.once();
    const board = { uuid: '4c4c4544-0058-4b10-8032-00000000ffff', serial: 'SN-new' };
    world.racks.machines.set(nameOf(1), new ModelMachine(board));
    world.commit({ [machinePath(1)]: machineFile(1, operations('id: r-1, verb: Reboot')) });
    await world.once();
    const words = 'commit spec.identity: { uuid: 4c4c4544-0058-4b10-8032-00000000ffff, serial: SN-new }';
    expect(world.file('plan.json')).toContain(words);
    expect(world.history()[0]?.message).toContain('ams1-1 is not who answers: uuid');
    expect(JSON.parse(world.file('machines/r01/ams1-1.json') ?? '{}').answers).toEqual(board);
    expect(world.effects).toEqual([]);
    const { serial, uuid } = board;
    const enrolled = machineFile(1, operations('id: r-1, verb: Reboot')).replace(
      /identity: .*/,
      `identity: { serial: ${serial}, uuid: ${uuid} }`,
    );
    world.commit({ [machinePath(1)]: enrolled });
    await world.once();
    expect(world.happened()).toEqual(['Reboot ams1-1']);
    const said = world
      .history()
      .map(({ message }) => message)
      .join('\n');
    expect(said).toContain('ams1-1 is enrolled with another board: serial SN1 → SN-new');
    // What was spent on the board before is spent on this one.
    world.commit({ [machinePath(1)]: `${enrolled}  power: On\n` });
    await world.once();
    expect(world.happened()).toEqual(['Reboot ams1-1']);
  });
});

describe('a machine that is taken over', () => {
  const asked = '  power: Off\n  bios: { LogicalProc: Disabled }\n';

  it.each(['observe', 'adopt'])('receives nothing in %s, whatever its manifest declares', async (management) => {
    const world = new World(2);
    await world.once();
    const file = machineFile(1, asked + operations('id: r-1, verb: Reboot'));
    world.commit({ [machinePath(1)]: file.replace('management: manage', `management: ${management}`) });
    await world.once();
    expect(world.effects).toEqual([]);
    expect(world.file('machines/r01/ams1-1.json')).toContain('power: Off is declared, On is observed');
  });

  it('is not commanded by what stood in its manifest before, also when that is not so', async () => {
    const world = new World(2);
    const all = asked + operations('id: r-1, verb: Reboot');
    world.commit({ [machinePath(1)]: observed(all) });
    await world.once();
    world.commit({ [machinePath(1)]: machineFile(1, all) });
    await world.once();
    expect(world.effects).toEqual([]);
    const { holds } = JSON.parse(world.file('plan.json') ?? '{}');
    expect(holds.map(({ reason, verb }: { reason: string; verb: string }) => `${reason} ${verb}`).sort()).toEqual([
      'Assumed Reboot',
      'Drifted PowerOff',
      'Drifted SetBios',
    ]);
  });

  it('is managed with an empty plan once its manifest is true, and then does what a commit asks', async () => {
    const world = new World(2);
    const isSo = '  power: On\n  bios: { LogicalProc: Enabled }\n';
    world.commit({ [machinePath(1)]: observed(isSo) });
    await world.once();
    world.commit({ [machinePath(1)]: machineFile(1, isSo) });
    await world.once();
    expect(world.effects).toEqual([]);
    expect(JSON.parse(world.file('plan.json') ?? '{}').holds).toEqual([]);
    world.commit({ [machinePath(1)]: machineFile(1, isSo.replace('power: On', 'power: Off')) });
    await world.once();
    expect(world.happened()).toEqual(['PowerOff ams1-1']);
  });
});
