import { describe, expect, it } from 'vitest';
import type { Image, Install } from '../../src/model/boot.ts';
import type { Machine } from '../../src/model/fleet.ts';
import type { Facts } from '../../src/model/inventory.ts';
import { boot, facts, first, fleet, image, install, machine, minute, second, third, withMedia } from './sample.ts';
import { brief, Story } from './story.ts';

/** Images that are written to no disk: a kernel is started by its agent, an ISO is booted after it, and each of them once. */

const name = 'ams1-1';
const golden = (of: string): string => `../golden/${of}.txt`;
const { format: _, ...file } = image;
const iso: Image = { ...file, name: 'rescue', format: 'iso' };
const kernel: Image = { ...file, name: 'ramdisk', format: 'kernel', initrd: { ...file, name: 'ramdisk (initrd)' } };

/** What names no disk. */
function consent(id: string, said: Partial<Install>): Install {
  const { disk: __, ...rest } = install(id, said);
  return rest;
}
const facility = (said: Partial<Machine> = {}, methods = boot.methods) =>
  fleet([machine(name, said)], { boot: { ...boot, methods } });
const asksIso = (id = 'i-1') => facility({ install: consent(id, { image: iso, ready: { kind: 'powerOn' } }) });

const empty = withMedia(name);
const ours = withMedia(name, [{ inserted: true, ours: true, host: '10.1.2.1:8080' }]);
const once = { boot: { target: 'Cd', enabled: 'Once' } } as const;
const reset = (minutes: number) =>
  ({
    boot: { target: 'None', enabled: 'Disabled' },
    lastReset: `2026-11-22T13:${String(minutes).padStart(2, '0')}:00Z`,
  }) as const;

const begun = (said: ReturnType<typeof facility>, more: Partial<Facts> = empty): Story =>
  new Story().begin(facility(), first).see(name, more).accept(said, second).see(name);

/** Its agent was booted from a CD, and is done. */
function vouched(story: Story): Story {
  story.send().see(name, ours).send().see(name, once).send().see(name, reset(5)).send();
  story.report(name, { state: 'done', disk: 'untouched', evidence: 'verified sha256:ab… 42 bytes' }).plan();
  return story;
}

/** From there to its reset into the ISO. */
function isoReset(story: Story): Story {
  story.send().see(name, empty).send().see(name, ours).send().see(name, once).send().see(name, reset(9)).plan();
  return story;
}

/** Of a BMC that takes a URI, and no CD. */
const offers = { ...facts(name).capabilities, bootTargets: ['None', 'UefiHttp'], httpBootUri: true };

const work = (story: Story, id = 'i-1') => story.memory.machines.get(name)?.requests[id]?.work;

/** Our medium goes out, the agent is told to leave, and the request is over. */
function expectLetGo(story: Story, told: string, end: string): void {
  expect(brief(story.plan())).toEqual(['EjectMedia ams1-1']);
  story.send().see(name, empty).plan();
  expect(story.expected().get(name)?.next).toBe(told);
  story
    .pass(10 * minute)
    .see(name)
    .plan();
  expect(story.state(name, 'i-1')).toBe(end);
}

describe('an ISO', () => {
  it('as people read it, from its agent to the read that shows that it runs', async () => {
    const story = begun(asksIso());
    story.show('it is asked for');
    vouched(story).show('its agent found it to be right');
    expect(story.expected().get(name)).toMatchObject({ next: null, home: false });
    expect(story.expected().get(name)?.iso).toBeUndefined();
    story.send().see(name, empty).show('the agent is out');
    const attempt = story.expected().get(name)?.attempt;
    expect(story.expected().get(name)).toMatchObject({
      next: null,
      iso: { watched: false, image: { name: 'rescue' } },
    });
    story.send().see(name, ours).show('the ISO is in');
    story.send().see(name, once).show('it boots from it, once').actions;
    story.send();
    // The agent keeps its token while it waits, and the reset may have left.
    expect(story.expected().get(name)).toMatchObject({ next: null, attempt, iso: { watched: true } });
    story.see(name, reset(9)).show('the machine was reset');
    story
      .home(name, 'its ISO was read after the reset')
      .pass(2 * minute)
      .see(name)
      .show('it was read');
    expect(story.state(name, 'i-1')).toBe('done');
    expect(work(story)?.evidence).toBe(
      'its ISO was read after the reset; power is On, past POST, and the agent has gone; verified sha256:ab… 42 bytes',
    );
    // It may read its medium for as long as it runs.
    expect(story.expected().get(name)).toMatchObject({ next: 'disk', iso: { watched: false } });
    expect(story.plan().actions).toEqual([]);
    await expect(story.text()).toMatchFileSnapshot(golden('iso'));
  });

  it('gives way to what is asked for next, and its medium goes out first', () => {
    const story = isoReset(vouched(begun(asksIso())));
    story
      .home(name, 'its ISO was read after the reset')
      .pass(2 * minute)
      .see(name)
      .plan();
    story.accept(facility({ install: install('i-2') }), third).see(name);
    expect(brief(story.plan())).toEqual(['EjectMedia ams1-1']);
    story.send().see(name, empty).plan();
    expect(story.expected().get(name)?.iso).toBeUndefined();
    expect(brief(story.plan())).toEqual(['InsertMedia ams1-1']);
  });

  it('is taken out of a machine that is taken out of use, once that is off', () => {
    const story = isoReset(vouched(begun(asksIso())));
    story
      .home(name, 'its ISO was read after the reset')
      .pass(2 * minute)
      .see(name)
      .plan();
    story.accept(facility({ lifecycle: 'decommission' }), third).see(name);
    expect(brief(story.plan())).toEqual(['PowerOff ams1-1']);
    story.send().see(name, { power: 'Off' });
    expect(brief(story.plan())).toEqual(['EjectMedia ams1-1']);
    story.send().see(name, empty).see(name, { power: 'Off' }).plan();
    expect(story.state(name, `${third.slice(0, 12)}:release`)).toBe('done');
  });

  it('stays in where nobody asks for it any more, once it may run', () => {
    const story = isoReset(vouched(begun(asksIso())))
      .accept(facility(), third)
      .see(name);
    expect(brief(story.plan())).toEqual([]);
    expect(story.state(name, 'i-1')).toBe('superseded');
    expect(story.expected().get(name)).toMatchObject({ next: 'disk', iso: { watched: false } });
  });

  it('that was taken back before its reset goes out, and the agent restarts the machine', () => {
    const story = vouched(begun(asksIso())).send().see(name, empty).send().see(name, ours);
    story.plan();
    story.accept(facility(), third).see(name);
    expectLetGo(story, 'disk', 'superseded');
  });

  it('is not booted again where its boot source was gone before the reset: somebody may have restarted into it', () => {
    const story = vouched(begun(asksIso())).send().see(name, empty).send().see(name, ours).send().see(name, once);
    story.plan();
    story.see(name, { boot: { target: 'None', enabled: 'Disabled' } });
    expectLetGo(story, 'reboot', 'unknown');
  });

  it('of a medium that nobody is seen to read after the reset goes out after 30 minutes, and nobody knows what came of it', () => {
    const story = isoReset(vouched(begun(asksIso())))
      .pass(29 * minute)
      .see(name);
    expect(brief(story.plan())).toEqual(['Stale Install ams1-1']);
    story.pass(minute).see(name);
    expect(brief(story.plan())).toEqual(['EjectMedia ams1-1']);
    story.send().see(name, empty).plan();
    expect(story.state(name, 'i-1')).toBe('unknown');
    expect(story.memory.machines.get(name)?.requests['i-1']?.message).toContain(
      'it was not seen to be read after the reset',
    );
  });

  it('is held before anything is begun where the BMC could only boot our agent', () => {
    const byPxe = facility({ install: consent('i-1', { image: iso, ready: { kind: 'powerOn' } }) }, ['Pxe']);
    expect(brief(begun(byPxe).plan())).toEqual(['Unsupported Install ams1-1']);
    const http = { ...offers, httpBootUri: false };
    expect(brief(begun(asksIso(), { ...empty, capabilities: http }).plan())).toEqual(['Unsupported Install ams1-1']);
  });
});

describe('an ISO over UEFI HTTP boot', () => {
  const fetches = { boot: { target: 'UefiHttp', enabled: 'Once' } } as const;
  const started = (): Story => {
    const story = begun(asksIso(), { capabilities: offers })
      .send()
      .see(name, fetches)
      .send()
      .see(name, reset(5))
      .send();
    story.report(name, { state: 'done', disk: 'untouched', evidence: 'verified' }).plan();
    story.send().see(name, fetches).send().see(name, reset(9)).plan();
    return story;
  };

  it('that is not seen to be read is not booted again: nobody knows what came of it', () => {
    const story = started()
      .pass(29 * minute)
      .see(name);
    expect(brief(story.plan())).toEqual(['Stale Install ams1-1']);
    story.pass(minute).see(name);
    expect(story.plan().actions).toEqual([]);
    expect(story.state(name, 'i-1')).toBe('unknown');
  });
});

describe('a kernel', () => {
  it('as people read it: no disk is named, and none is looked for', async () => {
    const story = begun(facility({ install: consent('i-1', { image: kernel }) }));
    story.show('it is asked for');
    vouched(story).send().see(name, empty).show('it is loaded');
    expect(story.expected().get(name)).toMatchObject({ next: 'reboot', home: true });
    story.home(name, 'ams1-1, instance bootstrap-1').show('it calls home');
    expect(story.state(name, 'i-1')).toBe('done');
    await expect(story.text()).toMatchFileSnapshot(golden('kernel'));
  });

  it('that nobody asks for any more is not started: the machine boots its disk', () => {
    const story = vouched(begun(facility({ install: consent('i-1', { image: kernel }) })));
    story.accept(facility(), third).see(name);
    expect(brief(story.plan())).toEqual(['EjectMedia ams1-1']);
    story.send().see(name, empty).plan();
    expect(story.expected().get(name)?.next).toBe('disk');
  });

  it('that could not be loaded leaves the machine to its disk, as it was', () => {
    const story = begun(facility({ install: consent('i-1', { image: kernel }) }));
    story.send().see(name, ours).send().see(name, once).send().see(name, reset(5)).send();
    story.report(name, { state: 'failed', reason: 'LoadFailed', message: 'no kernel', disk: 'untouched' }).plan();
    story.send().see(name, empty).plan();
    expect(story.expected().get(name)?.next).toBe('reboot');
    story
      .pass(2 * minute)
      .see(name)
      .plan();
    expect(story.state(name, 'i-1')).toBe('failed');
  });
});
