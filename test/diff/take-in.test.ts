import { describe, expect, it } from 'vitest';
import { bios, first, fleet, hardware, hour, machine, minute, operation, second, start, third } from './sample.ts';
import { brief, Story } from './story.ts';

/** What a commit asks anew, and what it never asks again. */

const reboot = operation('reboot-1', 'Reboot');
const plain = fleet([machine('ams1-1')]);
const asked = fleet([machine('ams1-1', { operations: [reboot] })]);
const fourth = '4'.repeat(40);

/** One that has done `reboot-1`. */
function spent(): Story {
  const story = new Story().begin(plain, first).see('ams1-1').accept(asked, second).send();
  story.see('ams1-1', { lastReset: '2026-11-22T12:01:00Z' }).plan();
  expect(story.state('ams1-1', 'reboot-1')).toBe('done');
  return story;
}

describe('an id is spent for ever', () => {
  it('over a revert and its revert', () => {
    const story = spent().accept(plain, third).accept(asked, fourth).see('ams1-1');
    expect(brief(story.plan())).toEqual([]);
  });

  it('over a deleted manifest that comes back', () => {
    const story = spent().accept(fleet([]), third).accept(asked, fourth).see('ams1-1');
    expect(brief(story.plan())).toEqual([]);
  });

  it('under a new name of the same hardware, in the same commit or a later one', () => {
    const { identity, bmc } = machine('ams1-1');
    const renamed = fleet([machine('ams1-9', { identity, bmc, operations: [reboot] })]);
    const atOnce = spent().accept(renamed, third).see('ams1-9', { identity });
    expect(brief(atOnce.plan())).toEqual([]);
    const later = spent().accept(fleet([]), third).accept(renamed, fourth).see('ams1-9', { identity });
    expect(brief(later.plan())).toEqual([]);
  });

  it('under its name, when the board was swapped', () => {
    const identity = { uuid: 'ffffffff-0000-4b10-8032-000000000001', serial: 'NEW' };
    const swapped = fleet([machine('ams1-1', { identity, operations: [reboot] })]);
    const story = spent().accept(swapped, third).see('ams1-1', { identity });
    expect(brief(story.plan())).toEqual([]);
  });

  it('while the manifest says observe', () => {
    const observed = fleet([machine('ams1-1', { management: 'observe', operations: [reboot] })]);
    const story = spent().accept(observed, third).accept(asked, fourth).see('ams1-1');
    expect(brief(story.plan())).toEqual([]);
  });

  it('also when it had only begun, was taken back and comes again', () => {
    const boot = fleet([machine('ams1-1', { operations: [operation('pxe-1', 'Reboot', { boot: 'Pxe' })] })]);
    const story = new Story().begin(plain, first).see('ams1-1').accept(boot, second).send();
    story.see('ams1-1', { boot: { target: 'Pxe', enabled: 'Once' } }).plan();
    story.accept(plain, third).see('ams1-1').plan();
    story.accept(boot, fourth).see('ams1-1');
    expect(brief(story.plan())).toEqual(['Superseded Reboot ams1-1']);
  });
});

describe('a declared value', () => {
  const off = (said: Parameters<typeof machine>[1] = {}) => fleet([machine('ams1-1', { power: 'Off', ...said })]);

  it('acts when a commit changes it, and not when another does', () => {
    const story = new Story().begin(off(), first).see('ams1-1');
    expect(brief(story.plan())).toEqual(['Drifted PowerOff ams1-1']);
    story.accept(off({ labels: { a: 'b' } }), second).see('ams1-1');
    expect(brief(story.plan())).toEqual(['Drifted PowerOff ams1-1']);
    story.accept(plain, third).accept(off(), fourth).see('ams1-1');
    expect(brief(story.plan())).toEqual(['PowerOff ams1-1']);
  });

  it('is no command because the machine got another name', () => {
    const { identity, bmc } = machine('ams1-1');
    const story = new Story().begin(off(), first).see('ams1-1');
    story.accept(fleet([machine('ams1-9', { identity, bmc, power: 'Off' })]), second).see('ams1-9', { identity });
    expect(brief(story.plan())).toEqual(['Drifted PowerOff ams1-9']);
  });

  it('is no command because the board was swapped', () => {
    const identity = { uuid: 'ffffffff-0000-4b10-8032-000000000001', serial: 'NEW' };
    const story = new Story().begin(off(), first).see('ams1-1', { power: 'Off' });
    story.accept(off({ identity }), second).see('ams1-1', { identity, power: 'On' });
    expect(brief(story.plan())).toEqual(['Drifted PowerOff ams1-1']);
  });

  it('of two keys in one commit is one request, and one write', () => {
    const keys = fleet([machine('ams1-1', { bios: { LogicalProc: 'Disabled', BootMode: 'Legacy' } })]);
    const story = new Story().begin(plain, first).see('ams1-1').accept(keys, second);
    expect(story.plan().actions.map((action) => action.args)).toEqual([
      { verb: 'SetBios', attributes: { BootMode: 'Legacy', LogicalProc: 'Disabled' } },
    ]);
  });

  it('writes only what differs', () => {
    const keys = fleet([machine('ams1-1', { bios: { LogicalProc: 'Disabled', BootMode: 'Uefi' } })]);
    const story = new Story().begin(plain, first).see('ams1-1').accept(keys, second);
    expect(story.plan().actions[0]?.args).toEqual({ verb: 'SetBios', attributes: { LogicalProc: 'Disabled' } });
  });

  it('that somebody else wrote already is only rebooted for', () => {
    const keys = fleet([machine('ams1-1', { bios: { LogicalProc: 'Disabled' } })]);
    const written = bios({ LogicalProc: 'Enabled' }, { LogicalProc: 'Disabled' });
    const story = new Story().begin(plain, first).see('ams1-1', { bios: written }).accept(keys, second);
    expect(brief(story.plan())).toEqual(['Reboot ams1-1']);
  });

  it('that came true by another hand is done, without a request', () => {
    const story = new Story().begin(plain, first).see('ams1-1', { power: 'Off' }).accept(off(), second);
    expect(brief(story.plan())).toEqual([]);
    expect(story.state('ams1-1', '222222222222:power')).toBe('done');
  });
});

describe('memory that begins', () => {
  it('knows the ids that ancestors held, so that a revert brings none of them back', () => {
    const { identity, rack, bmc } = machine('ams1-1');
    const ever = new Map([['ams1-1', { identity, rack, asked: new Map([['reboot-1', reboot]]) }]]);
    const still = new Story().begin(asked, first, ever).see('ams1-1');
    expect(brief(still.plan())).toEqual(['Assumed Reboot ams1-1']);
    const gone = new Story().begin(plain, first, ever).accept(asked, second).see('ams1-1');
    expect(brief(gone.plan())).toEqual(['Assumed Reboot ams1-1']);
    const deleted = new Story().begin(fleet([]), first, ever).accept(asked, second).see('ams1-1');
    expect(brief(deleted.plan())).toEqual(['Assumed Reboot ams1-1']);
    const renamed = fleet([machine('ams1-9', { identity, bmc, operations: [reboot] })]);
    const moved = new Story().begin(fleet([]), first, ever).accept(renamed, second).see('ams1-9', { identity });
    expect(brief(moved.plan())).toEqual(['Assumed Reboot ams1-9']);
  });

  it('an assumed operation is not spoken of any more once its time is over', () => {
    const soon = fleet([machine('ams1-1', { operations: [operation('a', 'Reboot', { notAfter: start + hour })] })]);
    const story = new Story().begin(soon, first).see('ams1-1');
    expect(brief(story.plan())).toEqual(['Assumed Reboot ams1-1']);
    expect(
      brief(
        story
          .pass(hour + 1)
          .see('ams1-1')
          .plan(),
      ),
    ).toEqual([]);
  });
});

describe('operations in time', () => {
  it('expire while they are held, and what has begun goes on', () => {
    const soon = { notAfter: start + minute };
    const parked = { reason: 'CHG-1' };
    const held = machine('ams1-1', { parked, operations: [operation('a', 'Reboot', soon)] });
    const story = new Story()
      .begin(plain, first)
      .see('ams1-1')
      .accept(fleet([held]), second);
    expect(
      brief(
        story
          .pass(minute + 1)
          .see('ams1-1')
          .plan(),
      ),
    ).toEqual(['Expired Reboot ams1-1']);

    const begun = fleet([machine('ams1-1', { operations: [operation('b', 'Reboot', { ...soon, boot: 'Pxe' })] })]);
    const other = new Story().begin(plain, first).see('ams1-1').accept(begun, second).send();
    other.pass(minute + 1).see('ams1-1', { boot: { target: 'Pxe', enabled: 'Once' } });
    expect(brief(other.plan())).toEqual(['Reboot ams1-1']);
  });

  it('Inspect sends nothing, and ends with a full look that began after it was asked for', () => {
    const inspect = fleet([machine('ams1-1', { operations: [operation('look-1', 'Inspect')] })]);
    const story = new Story().begin(plain, first).see('ams1-1').pass(1).accept(inspect, second);
    expect(brief(story.plan())).toEqual(['Stale Inspect ams1-1']);
    expect(brief(story.see('ams1-1', { hardware }).plan())).toEqual([]);
    expect(story.state('ams1-1', 'look-1')).toBe('done');
  });
});
