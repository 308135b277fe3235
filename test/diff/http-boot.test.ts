import { describe, expect, it } from 'vitest';
import type { Fleet, Machine } from '../../src/model/fleet.ts';
import type { Facts } from '../../src/model/inventory.ts';
import { bios, boot, facts, first, fleet, install, machine, minute, second, third } from './sample.ts';
import { brief, Story } from './story.ts';

/** UEFI HTTP boot on BMCs without Boot.HttpBootUri, by an attribute of the BIOS that the class names. */

const name = 'ams1-1';
const key = 'HttpDev1Uri';
const uri = 'http://10.1.2.1:8080/boot/start.iso';
const plain = { name: 'c3', expects: {} } as const;
const named = { ...plain, httpBootAttribute: key } as const;
const overHttp = { ...boot, methods: ['UefiHttp'] } as const;

const facility = (said: Partial<Machine> = {}, more: Partial<Fleet> = {}): Fleet =>
  fleet([machine(name, said)], { boot: overHttp, ...more });
const kept = { class: named, bios: { [key]: uri } };
const capabilities = { ...facts(name).capabilities, bootTargets: ['None', 'Pxe', 'UefiHttp'] };
const holding = (value: string, pending: Facts['bios']['pending'] = {}): Partial<Facts> => ({
  capabilities,
  bios: bios({ [key]: value }, pending),
});
const asked = facility({ ...kept, install: install('i-1') });
/** The attribute came with an earlier commit, and stands there. */
const settled = (seen: Partial<Facts>): Story =>
  new Story().begin(facility(kept), first).see(name, seen).accept(asked, second).see(name);
/** Both came with one commit. */
const together = (seen: Partial<Facts>): Story =>
  new Story()
    .begin(facility({ class: named }), first)
    .see(name, seen)
    .accept(asked, second)
    .see(name);

const messages = (story: Story): readonly string[] => story.plan().holds.map(({ message }) => message);

describe('a boot over HTTP by a BIOS attribute', () => {
  it('begins where the BIOS holds the address', () => {
    expect(brief(settled(holding(uri)).plan())).toEqual(['SetBootOnce ams1-1']);
  });

  it('waits until the address is written and in force', () => {
    const story = together(holding(''));
    expect(brief(story.plan())).toEqual(['SetBios ams1-1', 'Budget Install ams1-1']);
    expect(messages(story)).toEqual([
      `UEFI HTTP boot fetches from BIOS attribute ${key}, which holds nothing and is to be ${uri}`,
    ]);
    story.send().see(name, holding('', { [key]: uri }));
    expect(brief(story.plan())).toEqual(['Reboot ams1-1', 'Budget Install ams1-1']);
    story.send().see(name, { ...holding(uri), lastReset: '2026-11-22T12:05:00Z' });
    expect(brief(story.plan())).toEqual(['SetBootOnce ams1-1']);
  });

  it('does not wait for the reboot of a machine that is off: its power-on is one', () => {
    const story = together({ ...holding(''), power: 'Off' });
    expect(brief(story.plan())).toEqual(['SetBios ams1-1', 'Budget Install ams1-1']);
    story.send().see(name, holding('', { [key]: uri }));
    expect(brief(story.plan())).toEqual(['SetBootOnce ams1-1', 'WaitingForPower SetBios ams1-1']);
    story.send().see(name, { boot: { target: 'UefiHttp', enabled: 'Once' } });
    expect(brief(story.plan())).toEqual(['PowerOn ams1-1', 'Budget SetBios ams1-1']);
  });

  it('is left to people where the address is another one and nothing is to be written', () => {
    const story = settled(holding('http://10.9.9.9/old.efi'));
    expect(brief(story.plan())).toEqual(['Drifted SetBios ams1-1', 'Drifted Install ams1-1']);
    expect(messages(story)[1]).toContain('which holds http://10.9.9.9/old.efi and is to be');
    // Written for the next boot by somebody, and the machine is on: it is not ours to say when that is.
    story.see(name, holding('', { [key]: uri }));
    expect(brief(story.plan())).toContain('Drifted Install ams1-1');
  });

  it('is nothing for a BIOS without the attribute', () => {
    const story = settled({ capabilities });
    expect(brief(story.plan())).toEqual(['Unsupported Install ams1-1']);
    expect(messages(story)).toEqual([`UEFI HTTP boot fetches from BIOS attribute ${key}, which this BIOS has not`]);
  });

  it('is not foreseen before anybody knows what the BIOS holds', () => {
    const unread = { complete: false, attributes: {}, pending: {} };
    expect(brief(settled({ capabilities, bios: unread }).plan())).toEqual(['Stale Install ams1-1']);
    const told = { ...unread, attributes: { [key]: uri } };
    expect(brief(settled({ capabilities, bios: told }).plan())).toEqual(['SetBootOnce ams1-1']);
  });

  it('goes on once it was begun, whatever the BIOS holds then', () => {
    const story = settled(holding(uri));
    story.send().see(name, { ...holding(''), boot: { target: 'UefiHttp', enabled: 'Once' } });
    expect(brief(story.plan())).toEqual(['Reboot ams1-1']);
    story
      .send()
      .see(name, { boot: { target: 'None', enabled: 'Disabled' }, lastReset: '2026-11-22T12:05:00Z' })
      .plan();
    story
      .send()
      .pass(10 * minute)
      .see(name)
      .conclude();
    // The second attempt; until it has ended nothing else is written to the machine.
    expect(brief(story.plan())).toEqual(['SetBootOnce ams1-1']);
  });

  it('is waited for before a machine that is to go is shut down, and not afterwards', () => {
    const story = settled(holding(uri));
    story.send().see(name, { boot: { target: 'UefiHttp', enabled: 'Once' } });
    story.send().see(name, { boot: { target: 'None', enabled: 'Disabled' }, lastReset: '2026-11-22T12:05:00Z' });
    story.send().report(name, { state: 'done', evidence: 'verified' }).plan();
    story.see(name).home(name, 'ams1-1').plan();
    expect(story.state(name, 'i-1')).toBe('done');
    story.accept(facility({ ...kept, lifecycle: 'decommission' }), third).see(name, holding(''));
    expect(brief(story.plan())).toEqual(['Drifted Erase ams1-1', 'Drifted SetBios ams1-1']);
    story.see(name, holding(uri));
    expect(brief(story.plan())).toEqual(['PowerOff ams1-1']);
    story.send().see(name, { ...holding(''), power: 'Off' });
    expect(brief(story.plan())).toEqual(['SetBootOnce ams1-1']);
  });

  it.each<[string, Fleet, Partial<Facts>]>([
    ['the BMC takes HttpBootUri', asked, { capabilities: { ...capabilities, httpBootUri: true } }],
    ['the class names no attribute', facility({ bios: { [key]: uri }, install: install('i-1') }), {}],
    ['it is booted another way', { ...asked, boot: { ...boot, methods: ['Pxe', 'UefiHttp'] } }, {}],
  ])('is not asked about where %s', (_, head, said) => {
    const story = new Story().begin(facility(kept), first).see(name, { ...holding(''), ...said });
    expect(brief(story.accept(head, second).see(name).plan())).toContain('SetBootOnce ams1-1');
  });
});
