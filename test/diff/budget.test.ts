import { describe, expect, it } from 'vitest';
import { bios, type facts, first, fleet, machine, operation, policy, second, third } from './sample.ts';
import { brief, Story } from './story.ts';

/** How many at one time: disruptions, changes behind one BMC, power-ons of a rack. */

const names = ['ams1-1', 'ams1-2', 'ams1-3'];
const all = (said: Parameters<typeof machine>[1], rest: Partial<typeof policy> = {}) =>
  fleet(
    names.map((name) => machine(name, said)),
    { policy: { ...policy, ...rest } },
  );
const begun = (said: Parameters<typeof facts>[1] = {}): Story => {
  const story = new Story().begin(all({}), first);
  for (const name of names) story.see(name, said);
  return story;
};
const off = { power: 'Off' } as const;

describe('disruptions at one time', () => {
  it('one by default, the next when it has ended', () => {
    const story = begun().accept(all(off), second);
    const held = ['Budget PowerOff ams1-2', 'Budget PowerOff ams1-3'];
    expect(brief(story.plan())).toEqual(['PowerOff ams1-1', ...held]);
    story.send();
    expect(brief(story.plan())).toEqual(held);
    story.see('ams1-1', off);
    expect(brief(story.plan())).toEqual(['PowerOff ams1-2', 'Budget PowerOff ams1-3']);
  });

  it('as many as policy says', () => {
    expect(
      brief(
        begun()
          .accept(all(off, { maxConcurrent: 2 }), second)
          .plan(),
      ),
    ).toEqual(['PowerOff ams1-1', 'PowerOff ams1-2', 'Budget PowerOff ams1-3']);
  });

  it('what disturbs nobody does not wait behind what has no place', () => {
    const said = { bios: { LogicalProc: 'Disabled' }, operations: [operation('find-me', 'Identify')] } as const;
    expect(brief(begun().accept(all(said), second).plan())).toEqual([
      'SetBios ams1-1',
      'Identify ams1-2',
      'Identify ams1-3',
      'Budget SetBios ams1-2',
      'Budget SetBios ams1-3',
    ]);
  });

  it('everything that has no place says so', () => {
    const said = { bios: { LogicalProc: 'Disabled' }, operations: [operation('again', 'Reboot')] } as const;
    const held = ['ams1-2', 'ams1-3'].flatMap((name) => [`Budget Reboot ${name}`, `Budget SetBios ${name}`]);
    const { actions, holds } = begun().accept(all(said), second).plan();
    expect(actions.map(({ machine, args }) => `${args.verb} ${machine}`)).toEqual(['SetBios ams1-1']);
    expect(holds.map(({ machine, verb, reason }) => `${reason} ${verb} ${machine}`).sort()).toEqual(held.sort());
  });

  it('a machine between its BIOS write and its reboot keeps its place', () => {
    const story = begun()
      .accept(all({ bios: { LogicalProc: 'Disabled' } }), second)
      .send();
    story.see('ams1-1', { bios: bios({ LogicalProc: 'Enabled' }, { LogicalProc: 'Disabled' }) }).miss('ams1-1');
    expect(story.plan().actions).toEqual([]);
  });

  it('a machine that is off and waits for power disturbs nobody', () => {
    const story = begun();
    story
      .see('ams1-1', off)
      .accept(all({ bios: { LogicalProc: 'Disabled' } }), second)
      .send();
    story.see('ams1-1', { bios: bios({ LogicalProc: 'Enabled' }, { LogicalProc: 'Disabled' }) });
    expect(brief(story.plan())).toEqual(['SetBios ams1-2', 'WaitingForPower SetBios ams1-1', 'Budget SetBios ams1-3']);
  });

  it('a boot source and its reboot take one place, from the first step on', () => {
    const story = begun().accept(all({ operations: [operation('pxe-1', 'Reboot', { boot: 'Pxe' })] }), second);
    expect(story.plan().actions.map((action) => action.machine)).toEqual(['ams1-1']);
    expect(story.send().plan().actions).toEqual([]);
    story.see('ams1-1', { boot: { target: 'Pxe', enabled: 'Once' } });
    expect(story.plan().actions.map((action) => `${action.args.verb} ${action.machine}`)).toEqual(['Reboot ams1-1']);
  });

  it.each([
    ['the operation is taken back', (): ReturnType<typeof all> => all({})],
    ['the manifest is deleted', () => fleet(all({}).machines.slice(1))],
    [
      'the machine is only observed from now on',
      () => fleet([machine('ams1-1', { management: 'observe' }), ...all({}).machines.slice(1)]),
    ],
  ])('what was begun and is no longer asked for gives its place back: %s', (_, after) => {
    const boot = machine('ams1-1', { operations: [operation('pxe-1', 'Reboot', { boot: 'Pxe' })] });
    const story = begun()
      .accept(fleet([boot, ...all({}).machines.slice(1)]), second)
      .send();
    story.see('ams1-1', { boot: { target: 'Pxe', enabled: 'Once' } }).plan();
    const next = after();
    const wanted = next.machines.map((m) => (m.name === 'ams1-2' ? { ...m, power: 'Off' as const } : m));
    story.accept(fleet(wanted), third).see('ams1-2');
    expect(brief(story.plan())).toEqual(['PowerOff ams1-2']);
  });
});

describe('what is no longer asked for', () => {
  it('never acts under the id that was taken back', () => {
    // Declared off, and somebody turned it on: drift, which waits for people. The operation must not carry it out.
    const asked = machine('ams1-1', { ...off, operations: [operation('pxe-1', 'Reboot', { boot: 'Pxe' })] });
    const story = new Story()
      .begin(fleet([machine('ams1-1', off)]), first)
      .see('ams1-1')
      .accept(fleet([asked]), second);
    story
      .send()
      .see('ams1-1', { boot: { target: 'Pxe', enabled: 'Once' } })
      .plan();
    story.accept(fleet([machine('ams1-1', off)]), third).see('ams1-1');
    expect(brief(story.plan())).toEqual(['Drifted PowerOff ams1-1']);
  });

  it('a declared value that was changed while the old one was under way acts under its own id', () => {
    const story = begun()
      .accept(fleet([machine('ams1-1', off)]), second)
      .send();
    story.accept(fleet([machine('ams1-1', { power: 'On' })]), third).see('ams1-1', off);
    const { actions } = story.plan();
    expect(actions.map((action) => [action.args.verb, action.request])).toEqual([['PowerOn', '333333333333:power']]);
  });

  it('the same id with other arguments is never carried out', () => {
    const lit = operation('find-1', 'Identify', { indicator: 'Lit' });
    const dark = operation('find-1', 'Identify', { indicator: 'Off' });
    const story = begun()
      .miss('ams1-1')
      .accept(fleet([machine('ams1-1', { operations: [lit] })]), second);
    story.accept(fleet([machine('ams1-1', { operations: [dark] })]), third).see('ams1-1');
    expect(brief(story.plan())).toEqual(['Superseded Identify ams1-1']);
  });
});

describe('one change at a time', () => {
  it('for each machine: what was begun first, then writes, then the rest', () => {
    const asked = machine('ams1-1', {
      ...off,
      bios: { LogicalProc: 'Disabled' },
      operations: [operation('find-1', 'Identify'), operation('reboot-1', 'Reboot')],
    });
    const story = new Story()
      .begin(fleet([machine('ams1-1')]), first)
      .see('ams1-1')
      .accept(fleet([asked]), second);
    expect(brief(story.plan())).toEqual(['SetBios ams1-1']);
  });

  it('for each BMC, also behind several machines', () => {
    const bmc = { driver: 'redfish', address: 'https://chassis', credentials: 'bmc', insecure: false };
    const shared = (said: Parameters<typeof machine>[1]) =>
      fleet(names.map((name) => machine(name, { ...said, bmc: { ...bmc, system: `/redfish/v1/Systems/${name}` } })));
    const story = begun().accept(shared({ operations: [operation('find-1', 'Identify')] }), second);
    const plan = story.plan();
    expect(plan.actions).toHaveLength(1);
    expect(brief(plan).slice(1)).toEqual(['Budget Identify ams1-2', 'Budget Identify ams1-3']);
    expect(brief(story.send().plan())).toEqual(['Budget Identify ams1-2', 'Budget Identify ams1-3']);
  });

  it('for the hardware, also under a new name', () => {
    const old = machine('ams1-1', { operations: [operation('reboot-1', 'Reboot')] });
    const story = new Story()
      .begin(fleet([machine('ams1-1')]), first)
      .see('ams1-1')
      .accept(fleet([old]), second)
      .send();
    const { identity, bmc } = old;
    const renamed = machine('ams1-9', { identity, bmc, operations: [operation('find-1', 'Identify')] });
    story.accept(fleet([renamed]), third).see('ams1-9', { identity });
    expect(story.plan().actions).toEqual([]);
    story.see('ams1-9', { lastReset: '2026-11-22T12:01:00Z' });
    expect(brief(story.plan())).toEqual(['Identify ams1-9']);
  });
});

describe('power-ons of a rack', () => {
  it('one after another, and other racks beside them', () => {
    const rack = (name: string) => (name === 'ams1-3' ? 'r02' : 'r01');
    const dark = fleet(names.map((name) => machine(name, { rack: rack(name) })));
    const lit = fleet(names.map((name) => machine(name, { rack: rack(name), power: 'On' })));
    const story = new Story().begin(dark, first);
    for (const name of names) story.see(name, off);
    story.accept(lit, second);
    expect(brief(story.plan())).toEqual(['PowerOn ams1-1', 'PowerOn ams1-3', 'Budget PowerOn ams1-2']);
    story.send().see('ams1-1', { power: 'On' }).see('ams1-3', { power: 'On' });
    expect(brief(story.plan())).toEqual(['Budget PowerOn ams1-2']);
    story.pass(policy.powerOnPaceMs).see('ams1-2');
    expect(brief(story.plan())).toEqual(['PowerOn ams1-2']);
  });
});
