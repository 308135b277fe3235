import { describe, expect, it } from 'vitest';
import { applyOutcome } from '../../src/diff/apply-outcome.ts';
import { checkDisks, mayYetShow, whyNotOneDrive } from '../../src/diff/find-disks.ts';
import { resolve } from '../../src/diff/resolve.ts';
import type { Caller, DiskSeen } from '../../src/model/boot.ts';
import type { Machine } from '../../src/model/fleet.ts';
import type { MachineMemory, Open, Requested } from '../../src/model/memory.ts';
import type { Arguments } from '../../src/model/plan.ts';
import { boot, first, fleet, install, machine, minute, operation, second, third, withMedia } from './sample.ts';
import { brief, Story } from './story.ts';

/** What an agent does: as people read it, what it is told, and what its ends make of a request. */

const golden = (name: string): string => `../golden/${name}.txt`;
const name = 'ams1-1';
const facility = (said: Partial<Machine> = {}) => fleet([machine(name, said)], { boot });
const asked = facility({ install: install('i-1') });
const inserted = withMedia(name, [{ inserted: true, ours: true, host: '10.1.2.1:8080' }]);
const begun = (said = asked): Story =>
  new Story().begin(facility(), first).see(name, withMedia(name)).accept(said, second).see(name);

/** To where its agent is waited for. */
function booted(story: Story): Story {
  story.send();
  story.see(name, inserted).send();
  story.see(name, { boot: { target: 'Cd', enabled: 'Once' } }).send();
  story.see(name, { boot: { target: 'None', enabled: 'Disabled' }, lastReset: '2026-11-22T12:05:00Z' });
  return story;
}

const told = (story: Story) => {
  const expected = story.expected().get(name);
  return expected && { next: expected.next, image: expected.image?.name, home: expected.home };
};

describe('an install as people read it', () => {
  it('from its first step to the call home', async () => {
    const story = begun();
    story.show('it is asked for');
    expect(told(story)).toBeUndefined();
    story.send();
    expect(told(story)).toEqual({ next: null, image: 'debian-13', home: false });
    story.see(name, inserted).show('the agent is inserted');
    story
      .send()
      .see(name, { boot: { target: 'Cd', enabled: 'Once' } })
      .show('it boots from it, once');
    story.send();
    story.see(name, { boot: { target: 'None', enabled: 'Disabled' }, lastReset: '2026-11-22T12:05:00Z' });
    story.show('the machine was reset');
    story.send().report(name, { step: 'write', percent: 42, disk: 'dirty' }).show('it writes');
    expect(told(story)).toEqual({ next: null, image: 'debian-13', home: false });
    story.report(name, { state: 'done', evidence: 'verified sha256:ab… on S4X0' }).show('it is written');
    // Not before our medium is out.
    expect(told(story)).toEqual({ next: null, image: undefined, home: true });
    story.send().see(name, withMedia(name)).show('the medium is out');
    expect(told(story)).toEqual({ next: 'reboot', image: undefined, home: true });
    story.home(name, 'ams1-1, instance bootstrap-1').show('it calls home');
    expect(story.state(name, 'i-1')).toBe('done');
    expect(told(story)).toBeUndefined();
    await expect(story.text()).toMatchFileSnapshot(golden('install'));
  });

  it('one that goes wrong, in each way that people have to see to', async () => {
    const story = begun().see(name, withMedia(name, [{ inserted: true, host: 'files.example' }]));
    story.show('somebody else has a medium in');
    story.see(name, withMedia(name));
    booted(story).agents = { unable: null, contested: new Set([name]) };
    story.show('two agents show one token');
    story.agents = { unable: null, contested: new Set() };
    story
      .send()
      .pass(10 * minute)
      .see(name)
      .show('its agent is silent');
    story.accept(facility(), third).see(name, inserted).show('it is taken back');
    story.send().see(name, withMedia(name)).show('and cleared away');
    expect(story.state(name, 'i-1')).toBe('superseded');
    await expect(story.text()).toMatchFileSnapshot(golden('install-troubles'));
  });

  it('a release', async () => {
    const once = begun();
    booted(once).send().report(name, { state: 'done', evidence: 'verified' }).plan();
    once.send().see(name, withMedia(name)).home(name, 'ams1-1').plan();
    once.said.length = 0;
    once.accept(facility({ lifecycle: 'decommission', power: 'On' }), third).see(name);
    once.show('it is to go');
    once.send().see(name, { power: 'Off' }).show('it is off');
    await expect(once.text()).toMatchFileSnapshot(golden('release'));
  });

  it('a boot source that is lost before the reset is set again, under another grant', () => {
    const story = begun();
    story.send();
    story.see(name, inserted);
    const [once] = story.plan().actions;
    story
      .send()
      .see(name, { boot: { target: 'Cd', enabled: 'Once' } })
      .plan();
    story.see(name, { boot: { target: 'None', enabled: 'Disabled' } });
    const [again] = story.plan().actions;
    expect(again?.args).toEqual(once?.args);
    expect(again?.grant).not.toBe(once?.grant);
  });

  it('nothing else happens to the machine meanwhile, and no drift is put right', () => {
    const both = facility({ install: install('i-1'), power: 'On', operations: [operation('r-1', 'Reboot')] });
    const story = new Story().begin(facility({ power: 'On' }), first).see(name, withMedia(name));
    story.accept({ ...both, policy: { ...both.policy, drift: 'correct' } }, second).see(name);
    story.send();
    story
      .see(name, { ...inserted, power: 'Off' })
      .see(name)
      .see(name);
    expect(brief(story.plan())).toEqual(['SetBootOnce ams1-1', 'Budget Reboot ams1-1']);
  });
});

describe('an id of an install', () => {
  it('is a problem when it is used for something else, and is spent under any name', () => {
    const story = begun();
    booted(story).send().report(name, { state: 'done' }).plan();
    story.send().see(name, withMedia(name)).home(name, 'x').plan();
    story.accept(facility({ install: install('i-1', { overwrite: true }) }), third).see(name);
    expect(brief(story.plan())).toEqual(['Superseded Install ams1-1']);
    const { identity, bmc } = machine(name);
    const renamed = fleet([machine('ams1-9', { identity, bmc, install: install('i-1') })], { boot });
    story.accept(renamed, '4'.repeat(40)).see('ams1-9', { identity });
    expect(brief(story.plan())).toEqual([]);
  });

  it('that stood there while the machine was not managed is taken as done', () => {
    const found = facility({ management: 'observe', install: install('i-1') });
    const story = new Story().begin(facility({ management: 'observe' }), first).accept(found, second);
    story.accept(asked, third).see(name, withMedia(name));
    expect(brief(story.plan())).toEqual(['Assumed Install ams1-1']);
  });
});

const args: Extract<Arguments, { readonly verb: 'Install' }> = {
  verb: 'Install',
  image: 'debian-13',
  sha256: 'ab'.repeat(32),
  disk: { by: 'serial', value: 'S4X0' },
  overwrite: false,
};
const grant = `sha256:${'1'.repeat(64)}`;
const open: Open = {
  grant,
  request: 'i-1',
  spec: grant,
  commit: first,
  args,
  expect: { identity: {}, power: 'On' },
  patienceMs: 10 * minute,
};

describe('what an agent says', () => {
  const heard = (state: 'working' | 'done' | 'failed', at: number, of = grant) => ({
    agent: { report: { grant: of, boot: 'b', state, receipts: [] }, at },
  });

  it('under this grant counts, at once', () => {
    expect(resolve(open, 0, heard('done', 1), 2)).toMatchObject({ kind: 'done' });
    expect(resolve(open, 0, heard('failed', 1), 2)).toMatchObject({ kind: 'failed' });
    expect(resolve(open, 0, heard('done', 1, 'sha256:other'), 2)).toBeNull();
  });

  it('is missed ten minutes after it was heard last', () => {
    expect(resolve(open, 0, heard('working', 5 * minute), 15 * minute - 1)).toBeNull();
    expect(resolve(open, 0, heard('working', 5 * minute), 15 * minute)).toMatchObject({ kind: 'unfinished' });
    expect(resolve(open, 0, undefined, 10 * minute)).toMatchObject({ kind: 'unfinished' });
    // A crash around handing it out makes no difference: the disk knows.
    expect(resolve({ ...open, interrupted: true }, 0, undefined, 9 * minute)).toBeNull();
    expect(resolve({ ...open, inherited: true }, 0, undefined, 10 * minute)).toMatchObject({ kind: 'unfinished' });
  });
});

describe('an attempt that is over', () => {
  const steps = { InsertMedia: 'done', SetBootOnce: 'done', Reboot: 'done' } as const;
  const request: Requested = { verb: 'Install', spec: grant, commit: first, state: 'pending', steps, work: { name } };
  const known: MachineMemory = {
    rack: 'r01',
    identity: {},
    managed: true,
    declared: {},
    requests: { 'i-1': request },
    open,
  };
  const silent = { kind: 'unfinished', message: 'silent' } as const;

  it('is begun again from the start, and the third is the last', () => {
    const once = applyOutcome(known, open, silent, 1);
    expect(once.open).toBeUndefined();
    expect(once.requests['i-1']).toMatchObject({ steps: {}, state: 'pending', work: { attempts: 1 } });
    const twice = applyOutcome({ ...once, open }, open, silent, 2);
    const thrice = applyOutcome({ ...twice, open }, open, { ...silent, disk: 'dirty' }, 3);
    expect(thrice.requests['i-1']).toMatchObject({
      steps: { Install: 'failed' },
      message: 'silent, as in each of 3 boot attempts; its disk is dirty',
      work: { attempts: 2, disk: 'dirty', endedAt: 3 },
    });
  });
});

describe('which disk is meant', () => {
  const disk = (said: Partial<DiskSeen> = {}): DiskSeen => ({
    device: 'sda',
    bytes: 1e12,
    serial: 'S4X0',
    wwn: '0x5000c500a1b2c3d4',
    rotational: false,
    removable: false,
    holds: [],
    ...said,
  });
  const caller = (...disks: readonly DiskSeen[]): Caller => ({ agent: '1', boot: 'b', identity: {}, ports: [], disks });
  const check = (said: Partial<typeof args>, ...disks: readonly DiskSeen[]) => {
    const checked = checkDisks({ ...args, ...said }, caller(...disks), 'ams1', grant);
    return checked.ok ? 'ok' : checked.error.reason;
  };

  it('is told by exactly one that bears the name, however a WWN is written', () => {
    expect(check({}, disk(), disk({ serial: 'OTHER' }))).toBe('ok');
    expect(check({}, disk({ serial: 'OTHER' }))).toBe('DiskMissing');
    expect(check({}, disk(), disk({ device: 'sdb' }))).toBe('DiskAmbiguous');
    expect(check({ disk: { by: 'wwn', value: 'naa.5000C500A1B2C3D4' } }, disk())).toBe('ok');
    expect(check({ disk: { by: 'eui', value: '0025385b11a1b2c3' } }, disk())).toBe('DiskMissing');
  });

  it('may yet show where its controller is slow: not after a minute, and not where nobody says how long it was', () => {
    const missing = { reason: 'DiskMissing', message: '' } as const;
    const up = (upSeconds: number): Caller => ({ ...caller(), upSeconds });
    expect(mayYetShow(args, up(59), missing)).toBe(true);
    expect(mayYetShow(args, up(60), missing)).toBe(false);
    expect(mayYetShow(args, caller(), missing)).toBe(false);
    expect(mayYetShow(args, up(5), { reason: 'DiskNotBlank', message: '' })).toBe(false);
    expect(mayYetShow(args, up(5), null)).toBe(false);
    expect(mayYetShow({ verb: 'Inspect' }, up(59), null)).toBe(true);
    expect(mayYetShow({ verb: 'Inspect' }, up(60), null)).toBe(false);
  });

  it('must be blank, unless that was said, or it was begun under this very grant', () => {
    const marker = (of: string) => ({ facility: 'ams1', grant: of, state: 'dirty' as const });
    expect(check({}, disk({ holds: ['gpt'] }))).toBe('DiskNotBlank');
    expect(check({ overwrite: true }, disk({ holds: ['gpt'] }))).toBe('ok');
    expect(check({}, disk({ holds: ['gpt'], marker: marker(grant) }))).toBe('ok');
    expect(check({}, disk({ holds: ['gpt'], marker: marker('sha256:other') }))).toBe('DiskNotBlank');
    const foreign = disk({ marker: { ...marker(grant), facility: 'fra1' } });
    expect(check({ overwrite: true }, foreign)).toBe('MarkedByOther');
  });

  it('is asked of the BMC first, where it tells enough', () => {
    const name_ = { by: 'serial', value: 'S4X0' } as const;
    expect(whyNotOneDrive(name_, [], undefined)).toBeNull();
    expect(whyNotOneDrive(name_, [{ id: 'D1', serial: 'S4X0' }], undefined)).toBeNull();
    expect(whyNotOneDrive(name_, [{ id: 'D1', serial: 'OTHER' }, { id: 'D2' }], undefined)).toBeNull();
    expect(whyNotOneDrive(name_, [{ id: 'D1', serial: 'OTHER' }], undefined)).toContain('no disk of this machine');
    expect(whyNotOneDrive(name_, [{ id: 'D1', serial: 'OTHER' }], { disks: [disk()], ports: [] })).toBeNull();
  });
});
