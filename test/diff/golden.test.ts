import { describe, expect, it } from 'vitest';
import type { Arguments } from '../../src/model/plan.ts';
import { bios, facts, first, fleet, hour, machine, minute, operation, policy, second, start, third } from './sample.ts';
import { Story } from './story.ts';

/** Stories as people read them; each is a file under test/golden/, which a change of words or of sense must touch. */

const golden = (name: string): string => `../golden/${name}.txt`;
const quiet = fleet([machine('ams1-1'), machine('ams1-2'), machine('ams1-3')]);
const begun = (): Story => new Story().begin(quiet, first).see('ams1-1').see('ams1-2').see('ams1-3');
const withMachine = (said: Parameters<typeof machine>[1], name = 'ams1-1') =>
  fleet([machine(name, said), ...quiet.machines.filter((m) => m.name !== name)]);
const noLastReset = (name: string) => {
  const { lastReset: _, ...rest } = facts(name);
  return rest;
};

describe('power', () => {
  it('on, and seen to be on', async () => {
    const story = begun()
      .see('ams1-1', { power: 'Off' })
      .accept(withMachine({ power: 'On' }), second);
    story.send(story.show('the machine is off'));
    story.see('ams1-1', { power: 'PoweringOn' }).show('it starts');
    story.see('ams1-1', { power: 'On' }).show('it is on');
    expect(story.state('ams1-1', '222222222222:power')).toBe('done');
    await expect(story.text()).toMatchFileSnapshot(golden('power-on'));
  });

  it('off: gracefully, then by force, each once', async () => {
    const story = begun().accept(withMachine({ power: 'Off' }), second);
    const graceful = story.show('the machine is on');
    story.send(graceful);
    story.pass(policy.gracefulShutdownMs + 1).see('ams1-1');
    const forced = story.show('it did not shut down');
    story.send(forced);
    expect(new Set([...graceful.actions, ...forced.actions].map((action) => action.grant)).size).toBe(2);
    story.see('ams1-1', { power: 'Off' }).show('the power is cut');
    await expect(story.text()).toMatchFileSnapshot(golden('power-off-escalates'));
  });

  it('off, in vain: it fails, and says so', async () => {
    const story = begun()
      .accept(withMachine({ power: 'Off' }), second)
      .send();
    story
      .pass(policy.gracefulShutdownMs + 1)
      .see('ams1-1')
      .send();
    story
      .pass(2 * minute + 1)
      .see('ams1-1')
      .show('even force did nothing');
    expect(story.state('ams1-1', '222222222222:power')).toBe('failed');
    story.see('ams1-1', { power: 'Off' }).show('somebody pulls the plug');
    expect(story.state('ams1-1', '222222222222:power')).toBe('done');
    await expect(story.text()).toMatchFileSnapshot(golden('power-off-in-vain'));
  });
});

describe('BIOS', () => {
  const wanted = withMachine({ bios: { LogicalProc: 'Disabled' } });
  const written = bios({ BootMode: 'Uefi', LogicalProc: 'Enabled' }, { LogicalProc: 'Disabled' });
  const applied = bios({ BootMode: 'Uefi', LogicalProc: 'Disabled' });

  it('is written, the machine reboots, the value is seen', async () => {
    const story = begun().accept(wanted, second);
    story.send(story.show('a key is declared'));
    story.see('ams1-1', { bios: written });
    story.send(story.show('it is written and waits for the reboot'));
    story.see('ams1-1', { lastReset: '2026-11-22T12:05:00Z', pastPost: false }).show('POST');
    story.see('ams1-1', { pastPost: true, bios: applied }).show('past POST');
    await expect(story.text()).toMatchFileSnapshot(golden('bios-reboot'));
  });

  it('is written on a machine that is off, and waits for power', async () => {
    const story = begun().see('ams1-1', { power: 'Off' }).accept(wanted, second);
    story.send(story.show('the machine is off'));
    story.see('ams1-1', { bios: written }).show('written');
    story
      .pass(72 * hour)
      .see('ams1-1')
      .show('three days later');
    story
      .see('ams1-1', { power: 'On', bios: applied, lastReset: '2026-11-25T12:05:00Z' })
      .show('somebody turned it on');
    await expect(story.text()).toMatchFileSnapshot(golden('bios-off'));
  });

  it('that does not take the value fails', async () => {
    const story = begun().accept(wanted, second).send();
    story.see('ams1-1', { bios: written }).send();
    story
      .see('ams1-1', { lastReset: '2026-11-22T12:05:00Z', bios: bios({ BootMode: 'Uefi', LogicalProc: 'Enabled' }) })
      .show('the value is still the old one');
    await expect(story.text()).toMatchFileSnapshot(golden('bios-not-taken'));
  });
});

describe('operations', () => {
  const reboot = withMachine({ operations: [operation('reboot-1', 'Reboot')] });

  it('a reboot with the evidence of its time', async () => {
    const story = begun().accept(reboot, second);
    story.send(story.show('asked for'));
    story.pass(5_000).see('ams1-1').show('nothing is seen yet');
    story.see('ams1-1', { lastReset: '2026-11-22T12:01:00Z' }).show('it was reset');
    await expect(story.text()).toMatchFileSnapshot(golden('reboot'));
  });

  it('a reboot without evidence is a power-off and a power-on, each of them seen', async () => {
    const blind = noLastReset('ams1-1');
    const story = begun();
    story.accept(reboot, second);
    const look = (power: 'On' | 'Off') =>
      story.see('ams1-1', { ...blind, power, ...({ lastReset: undefined } as object) });
    look('On').send(story.show('no LastResetTime here'));
    look('Off').send(story.show('it is off'));
    look('On').show('it is on again');
    await expect(story.text()).toMatchFileSnapshot(golden('reboot-blind'));
  });

  it('boot once: the boot source first, then one reboot', async () => {
    const story = begun().accept(withMachine({ operations: [operation('pxe-1', 'Reboot', { boot: 'Pxe' })] }), second);
    story.send(story.show('asked for'));
    story.see('ams1-1', { boot: { target: 'Pxe', enabled: 'Once' } });
    story.send(story.show('the boot source is set'));
    story
      .see('ams1-1', { boot: { target: 'None', enabled: 'Disabled' }, lastReset: '2026-11-22T12:02:00Z' })
      .show('up');
    await expect(story.text()).toMatchFileSnapshot(golden('boot-once'));
  });

  it('what nobody can tell is unknown, and only a new id asks again', async () => {
    const story = begun().accept(withMachine({ operations: [operation('bmc-1', 'ResetBmc')] }), second);
    story.send(story.show('asked for'));
    story
      .miss('ams1-1')
      .pass(41 * minute)
      .miss('ams1-1')
      .show('it never came back');
    story.see('ams1-1').show('it is back');
    const again = [operation('bmc-1', 'ResetBmc'), operation('bmc-2', 'ResetBmc')];
    story
      .accept(withMachine({ operations: again }), third)
      .see('ams1-1')
      .show('asked anew');
    await expect(story.text()).toMatchFileSnapshot(golden('outcome-unknown'));
  });

  it('expired, superseded, assumed: why nothing happens, and the remedy', async () => {
    const asked = [operation('old-1', 'Reboot'), operation('same-1', 'Identify')];
    const story = new Story()
      .begin(withMachine({ operations: asked }), first)
      .see('ams1-1')
      .see('ams1-2')
      .see('ams1-3');
    story.show('all that stood there is taken as done');
    const other = operation('same-1', 'Identify', { indicator: 'Off' });
    const late = operation('late-1', 'Reboot', { notAfter: start - hour });
    story.accept(withMachine({ operations: [asked[0] ?? late, other, late] }), second).see('ams1-1');
    story.show('an id used for something else, and one that comes too late');
    await expect(story.text()).toMatchFileSnapshot(golden('ids'));
  });
});

describe('drift', () => {
  it('waits for people, also after a commit that changes something else', async () => {
    const story = begun()
      .see('ams1-1', { power: 'Off' })
      .accept(withMachine({ power: 'On' }), second)
      .send();
    story.see('ams1-1', { power: 'On' }).show('as declared');
    story.see('ams1-1', { power: 'Off' }).see('ams1-1').show('somebody turned it off');
    story
      .accept(withMachine({ power: 'On', labels: { a: 'b' } }), third)
      .see('ams1-1')
      .show('an unrelated commit');
    await expect(story.text()).toMatchFileSnapshot(golden('drift-hold'));
  });

  it('is put right where policy says so, three times; then it is a fight', async () => {
    const wanted = fleet([machine('ams1-1', { power: 'On' })], { policy: { ...policy, drift: 'correct' } });
    const story = new Story()
      .begin(fleet([machine('ams1-1')]), first)
      .see('ams1-1')
      .accept(wanted, second);
    story.see('ams1-1').show('as declared');
    for (let i = 0; i < 3; i++) {
      story.see('ams1-1', { power: 'Off' }).conclude();
      story.see('ams1-1').send(story.show('two looks agree: it is off')).pass(minute);
      story.see('ams1-1', { power: 'On' }).show('on again');
    }
    story.see('ams1-1', { power: 'Off' }).see('ams1-1').show('and off');
    await expect(story.text()).toMatchFileSnapshot(golden('drift-correct'));
  });

  it('of a BIOS key on a machine that is off is written by itself', async () => {
    const story = begun().accept(withMachine({ bios: { LogicalProc: 'Enabled' } }), second);
    story.see('ams1-1').show('as declared');
    const off = { power: 'Off', bios: bios({ BootMode: 'Uefi', LogicalProc: 'Disabled' }) } as const;
    story.see('ams1-1', off).show('one look');
    story.see('ams1-1').show('two looks');
    await expect(story.text()).toMatchFileSnapshot(golden('drift-harmless'));
  });
});

describe('adoption', () => {
  it('writes nothing and names every difference', async () => {
    const asked = { management: 'adopt', power: 'Off', bios: { LogicalProc: 'Disabled', Missing: 'x' } } as const;
    const story = begun().accept(withMachine(asked), second);
    story.show('adopt');
    await expect(story.text()).toMatchFileSnapshot(golden('adopt'));
  });

  it('names who it is, what it lacks, and who cannot be compared', async () => {
    const expects = { memoryModules: 2, firmware: { bios: '2.10.0' } };
    const found = fleet([
      machine('ams1-1', { management: 'observe', identity: { serial: 'SN-ams1-1' }, class: { name: 'c3', expects } }),
      machine('ams1-2', { management: 'adopt', identity: { serial: 'other', uuid: 'other' } }),
      machine('ams1-3', { management: 'observe', power: 'On' }),
      machine('ams1-4', { management: 'observe' }),
      machine('ams1-5', { management: 'observe', power: 'On' }),
    ]);
    const story = new Story().begin(found, first).see('ams1-1').see('ams1-2').see('ams1-3').miss('ams1-3');
    story.see('ams1-5').show('as found');
    await expect(story.text()).toMatchFileSnapshot(golden('found'));
  });
});

describe('words', () => {
  it('every verb has its sentence', async () => {
    const { sentence } = await import('../../src/diff/render.ts');
    const all: readonly Arguments[] = [
      { verb: 'PowerOn' },
      { verb: 'PowerOff', force: false },
      { verb: 'PowerOff', force: true },
      { verb: 'Reboot' },
      { verb: 'PowerCycle' },
      { verb: 'Identify', indicator: 'Lit' },
      { verb: 'SetBootOnce', target: 'Pxe' },
      { verb: 'SetBios', attributes: { B: 1, A: 2 } },
      { verb: 'ResetBmc' },
      { verb: 'ClearTasks' },
      { verb: 'InsertMedia' },
      { verb: 'EjectMedia' },
      { verb: 'Inspect' },
      {
        verb: 'Install',
        image: 'debian-13',
        sha256: 'ab'.repeat(32),
        disk: { by: 'serial', value: 'S4X0' },
        overwrite: false,
      },
      { verb: 'Erase', disks: [{ by: 'serial', value: 'S4X0' }] },
    ];
    await expect(`${all.map(sentence).join('\n')}\n`).toMatchFileSnapshot(golden('sentences'));
  });
});
