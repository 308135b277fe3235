import { describe, expect, it } from 'vitest';
import { parseTrailers } from '../../src/status/commit-message.ts';
import { refused, unsent } from './world/driver.ts';
import { machineFile, machinePath, operations } from './world/manifests.ts';
import { recorder } from './world/record.ts';
import { World } from './world/world.ts';

/** A commit changes machines, and nothing leaves before its intent is where everybody can see it. */

async function begun(count = 3, policy?: string): Promise<World> {
  const world = new World(count, policy);
  await world.once();
  return world;
}
const off = (index: number): Record<string, string> => ({ [machinePath(index)]: machineFile(index, '  power: Off\n') });

describe('a change', () => {
  it('is intent, push, lease, fresh read, SENT, request, outcome, push: in this order', async () => {
    const world = await begun();
    world.commit(off(1));
    const said: string[] = [];
    await world.once({}, world.host, recorder(said));
    const steps = said.filter((word) => word !== 'observe');
    const from = steps.indexOf('INTENT');
    expect(steps.slice(from, from + 9)).toEqual([
      'INTENT',
      'push status',
      'PUBLISHED',
      'push lease',
      'fetch',
      'SENT',
      'perform',
      'ANSWERED',
      'fetch',
    ]);
    expect(said[said.indexOf('SENT') - 1]).toBe('observe');
    expect(steps.slice(steps.indexOf('OUTCOME')).slice(0, 3)).toEqual(['OUTCOME', 'push status', 'PUBLISHED']);
    expect(world.happened()).toEqual(['PowerOff ams1-1']);
    expect(world.kinds()).toEqual(['observation', 'intent', 'outcome']);
  });

  it('of three machines ends as declared, each intent before its request, and says so in trailers', async () => {
    const world = await begun(3, '{ maxConcurrent: 3 }');
    const commit = world.commit({
      ...off(1),
      [machinePath(2)]: machineFile(2, '  bios: { LogicalProc: Disabled }\n'),
      [machinePath(3)]: machineFile(3, operations('id: r-1, verb: Reboot')),
    });
    expect(await world.once()).toEqual({ kind: 'settled', failures: 0, rejected: false });
    expect(new Set(world.happened())).toEqual(
      new Set(['PowerOff ams1-1', 'SetBios ams1-2', 'Reboot ams1-2', 'Reboot ams1-3']),
    );
    expect(world.machine(2).bios).toMatchObject({ LogicalProc: 'Disabled' });
    const intents = world.history().filter(({ message }) => message.includes('Nanometal-Kind: intent'));
    const trailers = intents.map(({ message }) => parseTrailers(message));
    expect(trailers.flatMap((found) => found.get('Grant') ?? [])).toHaveLength(4);
    for (const found of trailers) {
      expect(found.get('Fleet-Commit')).toEqual([commit]);
      expect(found.get('Epoch')).toEqual(['1']);
    }
    const head = world.head('refs/heads/status/ams1');
    await world.once();
    expect(world.head('refs/heads/status/ams1')).toBe(head);
    expect(world.effects).toHaveLength(4);
  });

  it('that is not heeded gracefully is escalated, once', async () => {
    const world = await begun();
    world.machine(1).deaf = true;
    world.commit(off(1));
    await world.once({}, world.host);
    expect(world.happened()).toEqual(['PowerOff ams1-1', 'PowerOff/force ams1-1']);
  });

  it('is reverted and made again, and main is rewound and forwarded: nothing more is sent', async () => {
    const world = await begun();
    const start = world.head();
    const changed = world.commit({ ...off(1), [machinePath(2)]: machineFile(2, operations('id: r-1, verb: Reboot')) });
    await world.once();
    const sent = world.effects.length;
    world.move('refs/heads/main', start);
    expect((await world.once()).kind).toBe('settled');
    world.move('refs/heads/main', changed);
    await world.once();
    world.commit({ [machinePath(1)]: machineFile(1), [machinePath(2)]: machineFile(2) });
    await world.once();
    world.commit({ ...off(1), [machinePath(2)]: machineFile(2, operations('id: r-1, verb: Reboot')) });
    await world.once();
    expect(world.effects).toHaveLength(sent);
  });
});

describe('a definite no', () => {
  it('with a quirk is sent again in another form, each time with its own SENT, at most four times', async () => {
    const world = await begun();
    const no = refused(412, 'no-etag');
    world.answer(1, no, no, no, no, no);
    world.commit(off(1));
    const said: string[] = [];
    await world.once({}, world.host, recorder(said));
    const graceful = world.effects.filter(({ args }) => args.verb === 'PowerOff' && !args.force);
    expect(graceful.map(({ quirk }) => quirk)).toEqual([undefined, 'no-etag', 'no-etag', 'no-etag']);
    const journal = said.filter((word) => word === 'SENT' || word === 'NOT_SENT' || word === 'perform');
    expect(journal.slice(0, 12)).toEqual(Array.from({ length: 4 }, () => ['SENT', 'perform', 'NOT_SENT']).flat());
  });

  it('with a quirk that helps is one effect', async () => {
    const world = await begun();
    world.answer(1, refused(412, 'no-etag'));
    world.commit(off(1));
    expect(await world.once()).toMatchObject({ failures: 0 });
    expect(world.received()).toEqual(['PowerOff ams1-1 refused', 'PowerOff ams1-1 accepted']);
  });

  it('without another form is the end of it', async () => {
    const world = await begun();
    world.answer(1, refused(400));
    world.commit({ [machinePath(1)]: machineFile(1, operations('id: find-1, verb: Identify')) });
    expect(await world.once()).toMatchObject({ kind: 'settled', failures: 1 });
    expect(world.received()).toEqual(['Identify ams1-1 refused']);
    expect(world.file('machines/r01/ams1-1.json')).toContain('refused with 400');
    await world.once();
    expect(world.effects).toHaveLength(1);
  });
});

describe('a request of which not a byte left', () => {
  it('is tried again, later and later, under the same grant', async () => {
    const world = await begun();
    world.answer(1, unsent, unsent, unsent, unsent);
    world.commit(off(1));
    const said: string[] = [];
    await world.once({}, world.host, recorder(said));
    expect(world.happened()).toEqual(['PowerOff ams1-1']);
    const at = world.effects.map((effect) => effect.at);
    const gaps = at.slice(1).map((time, i) => time - (at[i] ?? 0));
    expect(gaps).toHaveLength(4);
    for (const [i, gap] of gaps.entries()) expect(gap).toBeGreaterThanOrEqual(2_000 * 2 ** i);
    expect(said.filter((word) => word === 'INTENT')).toHaveLength(1);
    // While it waits, nothing is said to the remote but what is due.
    expect(said.filter((word) => word === 'push lease').length).toBeLessThan(12);
  });
});
