import { describe, expect, it } from 'vitest';
import { bios, facts, first, fleet, hour, machine, minute, operation, policy, second, start, third } from './sample.ts';
import { brief, Story } from './story.ts';

/** Each reason that the diff can give for not acting, and that it ends when its reason does. */

const off = { power: 'Off' } as const;
const one = (said: Parameters<typeof machine>[1] = {}, rest: Parameters<typeof fleet>[1] = {}) =>
  fleet([machine('ams1-1', said)], rest);
const wanted = (said: Parameters<typeof machine>[1] = {}, rest: Parameters<typeof fleet>[1] = {}): Story =>
  new Story()
    .begin(one(), first)
    .see('ams1-1')
    .accept(one({ ...off, ...said }, rest), second);
const reasons = (story: Story): readonly string[] => brief(story.plan());

describe('people hold it', () => {
  it('Parked, until it ends', () => {
    const story = wanted({ parked: { reason: 'CHG-1', until: start + hour } });
    expect(reasons(story)).toEqual(['Parked PowerOff ams1-1']);
    expect(reasons(story.pass(hour).see('ams1-1'))).toEqual(['PowerOff ams1-1']);
  });

  it('Paused, the whole facility', () => {
    const story = wanted({}, { paused: { reason: 'audit' } });
    expect(reasons(story.pass(1000 * hour).see('ams1-1'))).toEqual(['Paused PowerOff ams1-1']);
  });

  it.each(['ams1-1', 'rack/r01', 'all'])('the red button on %s', (what) => {
    const story = wanted();
    story.operatorHolds = [{ what, reason: 'smoke', until: start + hour }];
    expect(reasons(story)).toEqual(['Paused PowerOff ams1-1']);
    expect(story.plan().holds[0]).toMatchObject({ until: start + hour });
    expect(reasons(story.pass(hour).see('ams1-1'))).toEqual(['PowerOff ams1-1']);
  });

  it.each(['ams1-11', 'rack/r02'])('the red button on %s is not for this machine', (what) => {
    const story = wanted();
    story.operatorHolds = [{ what, reason: 'smoke', until: start + hour }];
    expect(reasons(story)).toEqual(['PowerOff ams1-1']);
  });

  it('Protected holds what disrupts, and only that', () => {
    expect(reasons(wanted({ protected: true }))).toEqual(['Protected PowerOff ams1-1']);
    const lit = wanted({ power: 'On', protected: true, operations: [operation('find-1', 'Identify')] });
    expect(reasons(lit)).toEqual(['Identify ams1-1']);
  });

  it('Protected holds the first step of what will disrupt', () => {
    const story = wanted({ power: 'On', protected: true, operations: [operation('pxe-1', 'Reboot', { boot: 'Pxe' })] });
    expect(reasons(story)).toEqual(['Protected SetBootOnce ams1-1']);
  });
});

describe('we cannot be sure', () => {
  it('Stale: never seen, or not for ten minutes', () => {
    const unseen = new Story().begin(one(), first).accept(one(off), second);
    expect(reasons(unseen)).toEqual(['Stale PowerOff ams1-1']);
    expect(reasons(wanted().pass(10 * minute + 1))).toEqual(['Stale PowerOff ams1-1']);
  });

  it('Unreachable, CredentialsRefused', () => {
    expect(reasons(wanted().miss('ams1-1'))).toEqual(['Unreachable PowerOff ams1-1']);
    expect(reasons(wanted().miss('ams1-1', 'CredentialsRefused'))).toEqual(['CredentialsRefused PowerOff ams1-1']);
  });

  it('Identity: another machine answers, or too little of it is known', () => {
    const other = { identity: { uuid: 'other', serial: 'SN-ams1-1' } };
    expect(reasons(wanted().see('ams1-1', other))).toEqual(['Identity PowerOff ams1-1']);
    expect(reasons(wanted().see('ams1-1', { identity: { serial: 'SN-ams1-1' } }))).toEqual([
      'Identity PowerOff ams1-1',
    ]);
    const outside = { chassisSerial: 'C1', bmcMac: '02:00:00:00:00:01' };
    const bare = { identity: outside };
    expect(reasons(wanted({ identity: outside }).see('ams1-1', bare))).toEqual(['Identity PowerOff ams1-1']);
  });

  it('Quarantined: not the hardware of its class', () => {
    const story = wanted({ class: { name: 'big', expects: { memoryGiB: 512 } } });
    expect(reasons(story)).toEqual(['Quarantined PowerOff ams1-1']);
    expect(story.plan().holds[0]?.message).toBe('not a big: memory in GiB: 64, fewer than 512');
  });
});

describe('the machine does not let us', () => {
  it('TaskOpen, but a way out of it stays open', () => {
    const tasks = [{ id: '7', name: 'Firmware update', state: 'Running' }];
    expect(reasons(wanted().see('ams1-1', { tasks }))).toEqual(['TaskOpen PowerOff ams1-1']);
    const out = wanted({ power: 'On', operations: [operation('clear-1', 'ClearTasks')] }).see('ams1-1', { tasks });
    expect(reasons(out)).toEqual(['ClearTasks ams1-1']);
  });

  it('TaskStuck: the same, for more than an hour', () => {
    const tasks = [{ id: '7', name: 'Firmware update', state: 'Running' }];
    const story = wanted()
      .see('ams1-1', { tasks })
      .pass(hour + minute)
      .see('ams1-1');
    expect(reasons(story)).toEqual(['TaskStuck PowerOff ams1-1']);
    expect(reasons(story.see('ams1-1', { tasks: [] }))).toEqual(['PowerOff ams1-1']);
  });

  it('WaitingForPower: a reboot of a machine that is off', () => {
    const story = wanted({ operations: [operation('reboot-1', 'Reboot')] }).see('ams1-1', off);
    expect(reasons(story)).toEqual(['WaitingForPower Reboot ams1-1']);
    expect(story.plan().holds[0]?.settling).toBeUndefined();
  });

  it('Unsupported: by the driver, by the BMC, by this version', () => {
    const byDriver = wanted();
    byDriver.verbs = new Map([['redfish', ['PowerOn']]]);
    expect(reasons(byDriver)).toEqual(['Unsupported PowerOff ams1-1']);
    const unknownKey = wanted({ power: 'On', bios: { Nope: 1 } });
    expect(reasons(unknownKey)).toEqual(['Unsupported SetBios ams1-1']);
    const immediate = { ...facts('ams1-1').capabilities, bios: 'immediate' } as const;
    const atOnce = wanted({ power: 'On', bios: { LogicalProc: 'Disabled' } }).see('ams1-1', {
      capabilities: immediate,
    });
    expect(reasons(atOnce)).toEqual(['Unsupported SetBios ams1-1']);
    const target = wanted({ power: 'On', operations: [operation('usb-1', 'Reboot', { boot: 'Usb' })] });
    expect(reasons(target)).toEqual(['Unsupported Reboot ams1-1']);
    expect(reasons(wanted({ power: 'On', operations: [operation('erase-1', 'Erase')] }))).toEqual([
      'Unsupported Erase ams1-1',
    ]);
  });

  it.each(['PoweringOn', 'PoweringOff', 'Paused', 'Unknown'] as const)('nothing is sent at %s', (power) => {
    for (const operations of [[], [operation('reboot-1', 'Reboot')], [operation('cycle-1', 'PowerCycle')]]) {
      const asked = operations.length > 0 ? { power: 'On' as const, operations } : { power: 'Off' as const };
      const story = new Story().begin(one(), first).see('ams1-1').accept(one(asked), second).see('ams1-1', { power });
      expect(story.plan().actions).toEqual([]);
      expect(story.plan().holds.some((hold) => hold.settling)).toBe(true);
    }
  });
});

describe('Window', () => {
  const night = { days: [], from: 22 * 60, to: 4 * 60, timezone: 'UTC' };
  const gated = { policy: { ...policy, windows: [night] } };

  it('gates the start of what disrupts, not of what does not', () => {
    const story = wanted({}, gated);
    expect(reasons(story)).toEqual(['Window PowerOff ams1-1']);
    expect(reasons(story.pass(10 * hour).see('ams1-1'))).toEqual(['PowerOff ams1-1']);
    const lit = wanted({ power: 'On', operations: [operation('find-1', 'Identify')] }, gated);
    expect(reasons(lit)).toEqual(['Identify ams1-1']);
  });

  it('does not stop half-way', () => {
    const story = wanted({ power: 'On', bios: { LogicalProc: 'Disabled' } }, gated).pass(15 * hour + 59 * minute);
    story.see('ams1-1').send();
    story.pass(2 * minute).see('ams1-1', { bios: bios({ LogicalProc: 'Enabled' }, { LogicalProc: 'Disabled' }) });
    expect(reasons(story)).toEqual(['Reboot ams1-1']);
  });

  it('gates a boot source together with the reboot that it is for', () => {
    const story = wanted({ power: 'On', operations: [operation('pxe-1', 'Reboot', { boot: 'Pxe' })] }, gated);
    expect(reasons(story)).toEqual(['Window SetBootOnce ams1-1']);
  });
});

describe('BlastRadius', () => {
  const names = ['ams1-1', 'ams1-2', 'ams1-3'];
  const all = (said: Parameters<typeof machine>[1], maxPerCommit: number) =>
    fleet(
      names.map((name) => machine(name, said)),
      { policy: { ...policy, maxPerCommit } },
    );
  const asked = (maxPerCommit: number): Story => {
    const story = new Story().begin(all({}, maxPerCommit), first);
    for (const name of names) story.see(name);
    return story.accept(all(off, maxPerCommit), second);
  };

  it('holds the whole commit, and nothing of it starts', () => {
    expect(reasons(asked(2))).toEqual(names.map((name) => `BlastRadius PowerOff ${name}`));
    expect(asked(2).plan().holds[0]?.message).toContain('asks for 3 disruptive actions');
  });

  it('is not got round by waiting until some of it is done', () => {
    const story = asked(3).send();
    story.see('ams1-1', off).plan();
    expect(story.state('ams1-1', '222222222222:power')).toBe('done');
    const lower = fleet(story.fleet.machines, { policy: { ...policy, maxPerCommit: 2 } });
    story.accept(lower, third);
    for (const name of names) story.see(name);
    expect(reasons(story)).toEqual(['BlastRadius PowerOff ams1-2', 'BlastRadius PowerOff ams1-3']);
  });

  it('does not hold what only switches on', () => {
    const story = new Story().begin(all({}, 1), first);
    for (const name of names) story.see(name, off);
    story.accept(all({ power: 'On' }, 1), second);
    expect(reasons(story).some((reason) => reason.startsWith('BlastRadius'))).toBe(false);
  });
});
