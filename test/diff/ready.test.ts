import { describe, expect, it } from 'vitest';
import type { Install } from '../../src/model/boot.ts';
import type { Link, Machine } from '../../src/model/fleet.ts';
import { boot, first, fleet, install, machine, minute, second, third, withMedia } from './sample.ts';
import { brief, Story } from './story.ts';

/** When an install that is to take a connection is done. */

const name = 'ams1-1';
const address = '10.1.2.7';
const link = (...addresses: readonly string[]): Link => ({
  name: 'lan',
  of: { kind: 'port', mac: '02:00:00:00:00:01' },
  addresses,
  gateways: [],
  nameservers: [],
  search: [],
  dhcp: false,
});
const ready = { kind: 'tcp', port: 22, addresses: [address, 'fd00:1::7'] } as const;
const facility = (said: Partial<Machine> = {}) => fleet([machine(name, said)], { boot });
const asking = (said: Partial<Install> = {}) =>
  facility({ install: install('i-1', { ready, ...said }), links: [link(`${address}/24`)] });
const inserted = withMedia(name, [{ inserted: true, ours: true }]);

/** Its agent is done, and our medium is still in. */
function written(said = asking()): Story {
  const story = new Story().begin(facility(), first).see(name, withMedia(name)).accept(said, second).see(name);
  story.send().see(name, inserted).send();
  story.see(name, { boot: { target: 'Cd', enabled: 'Once' } }).send();
  story.see(name, { boot: { target: 'None', enabled: 'Disabled' }, lastReset: '2026-11-22T12:05:00Z' }).send();
  story.report(name, { state: 'done', evidence: 'verified' }).plan();
  return story;
}

/** Our medium is out, and the agent was told to start what it installed. */
function started(said = asking()): Story {
  const story = written(said).send().see(name, withMedia(name));
  story.plan();
  return story;
}

describe('an install that is to take a connection', () => {
  it('is done when it took one, and was seen, a minute after its agent was heard last', () => {
    const story = started();
    expect(brief(story.plan())).toEqual(['Stale Install ams1-1']);
    expect(story.plan().holds[0]?.message).toBe('installed; it is to take a connection on port 22');
    story.pass(minute).see(name).listens(name, address, 22).plan();
    expect(story.state(name, 'i-1')).toBe('done');
    expect(JSON.stringify(story.memory.machines.get(name)?.requests['i-1'])).toContain(
      '10.1.2.7 takes connections on port 22',
    );
  });

  it('is done by any of its addresses', () => {
    const story = started().pass(minute).see(name).listens(name, 'fd00:1::7', 22);
    story.plan();
    expect(story.state(name, 'i-1')).toBe('done');
  });

  it.each<[string, (story: Story) => Story]>([
    [
      'a connection that was begun too soon after the agent',
      (story) => story.listens(name, address, 22).pass(minute).see(name),
    ],
    ['a look that came too soon after the agent', (story) => story.see(name).pass(minute).listens(name, address, 22)],
    ['another port', (story) => story.pass(minute).see(name).listens(name, address, 80)],
    ['another address', (story) => story.pass(minute).see(name).listens(name, '10.1.2.8', 22)],
    ['a machine that is off', (story) => story.pass(minute).see(name, { power: 'Off' }).listens(name, address, 22)],
    [
      'another machine at the BMC',
      (story) =>
        story
          .pass(minute)
          .see(name, { identity: { serial: 'X' } })
          .listens(name, address, 22),
    ],
    ['a look alone', (story) => story.pass(5 * minute).see(name)],
    [
      'a connection from before a commit was taken in, when an agent may have been heard by nobody',
      (story) => story.pass(minute).listens(name, address, 22).accept(asking(), third).pass(minute).see(name),
    ],
  ])('is not by %s', (_, happens) => {
    const story = happens(started());
    story.plan();
    expect(story.state(name, 'i-1')).toBe('pending');
  });

  it('has failed after half an hour', () => {
    const story = started()
      .pass(30 * minute - 1)
      .see(name);
    story.plan();
    expect(story.state(name, 'i-1')).toBe('pending');
    story.pass(1).see(name).plan();
    expect(story.memory.machines.get(name)?.requests['i-1']).toMatchObject({
      state: 'failed',
      message: 'installed, but it was not seen to take a connection on port 22 within 30 min',
    });
  });

  it('needs no connection any more when it was taken back: the agent has to be gone', () => {
    const story = started().accept(facility(), third).pass(minute).see(name);
    story.plan();
    expect(story.state(name, 'i-1')).toBe('superseded');
  });

  it.each([
    [[], 'it has no static address to connect to; say phoneHome or powerOn, or give it a static address'],
    [
      [link('10.9.2.7/24')],
      'none of its static addresses is within ranges.provisioning; say phoneHome or powerOn, or give it one that is',
    ],
  ])('is not begun without an address, %#', (links, why) => {
    const said = facility({ install: install('i-1', { ready: { ...ready, addresses: [] } }), links });
    const story = new Story().begin(facility(), first).see(name, withMedia(name)).accept(said, second).see(name);
    const { actions, holds } = story.plan();
    expect(actions).toEqual([]);
    expect(holds).toMatchObject([{ reason: 'Unsupported', message: `ready: tcp:22 is asked for, and ${why}` }]);
  });
});

describe('whom we connect to', () => {
  it('nobody before the agent is done and our medium is out, nor once it is over', () => {
    const story = written();
    expect(story.awaited()).toEqual(new Map());
    story.send().see(name, withMedia(name)).plan();
    expect(story.awaited()).toEqual(new Map([[name, ready]]));
    story.pass(minute).see(name).listens(name, address, 22).plan();
    expect(story.awaited()).toEqual(new Map());
  });

  it('nobody whose manifest asks for something else, or no more, or is not ours to act upon', () => {
    expect(started(asking({ ready: { kind: 'powerOn' } })).awaited()).toEqual(new Map());
    const observed = facility({ install: install('i-1', { ready }), management: 'observe' });
    for (const said of [facility(), observed]) {
      const story = started().accept(said, third);
      story.plan();
      expect(story.awaited()).toEqual(new Map());
    }
  });
});
