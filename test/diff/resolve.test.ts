import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolve } from '../../src/diff/resolve.ts';
import type { Facts, Sighting } from '../../src/model/inventory.ts';
import type { Open } from '../../src/model/memory.ts';
import type { Arguments } from '../../src/model/plan.ts';
import { bios, facts, first, identityOf, minute } from './sample.ts';

/** What came of a request: never said before it was seen, and never more than was seen. */

const open = (args: Arguments, said: Partial<Open> = {}): Open => ({
  grant: `sha256:${'0'.repeat(64)}`,
  request: 'r-1',
  spec: `sha256:${'1'.repeat(64)}`,
  commit: first,
  args,
  expect: { identity: identityOf('ams1-1'), power: 'On', lastReset: 'before', bmcLastReset: 'before' },
  patienceMs: 5 * minute,
  ...said,
});
const seen = (at: number, said: Partial<Facts> = {}): Sighting => ({ last: { at, facts: facts('ams1-1', said) } });
const since = 1_000_000;
const late = since + 5 * minute;

const evidence: readonly (readonly [Arguments, Partial<Facts>, Partial<Facts>])[] = [
  [{ verb: 'PowerOn' }, { power: 'On' }, { power: 'Off' }],
  [{ verb: 'PowerOff', force: false }, { power: 'Off' }, { power: 'PoweringOff' }],
  [{ verb: 'Reboot' }, { lastReset: 'after' }, { lastReset: 'before' }],
  [{ verb: 'PowerCycle' }, { lastReset: 'after' }, { lastReset: 'before' }],
  [{ verb: 'Identify', indicator: 'Lit' }, { indicator: 'Lit' }, { indicator: 'Off' }],
  [{ verb: 'SetBootOnce', target: 'Pxe' }, { boot: { target: 'Pxe', enabled: 'Once' } }, {}],
  [
    { verb: 'SetBootOnce', target: 'Pxe' },
    { boot: { target: 'Pxe', enabled: 'Once' } },
    { boot: { target: 'Pxe', enabled: 'Continuous' } },
  ],
  [{ verb: 'SetBios', attributes: { A: 1 } }, { bios: bios({ A: 0 }, { A: 1 }) }, { bios: bios({ A: 0 }) }],
  [{ verb: 'SetBios', attributes: { A: 1, B: 2 } }, { bios: bios({ A: 1 }, { B: 2 }) }, { bios: bios({ A: 1, B: 0 }) }],
  [{ verb: 'ResetBmc' }, { bmcLastReset: 'after' }, { bmcLastReset: 'before' }],
  [{ verb: 'ClearTasks' }, { tasks: [] }, { tasks: [{ id: '1', name: 't', state: 'Running' }] }],
];

describe('resolve', () => {
  it.each(evidence)(
    '%j is done when its effect is seen, and failed when it is not seen after all patience',
    (args, effect, none) => {
      expect(resolve(open(args), since, seen(since + 1, effect), since + 2)?.kind).toBe('done');
      expect(resolve(open(args), since, seen(since + 1, none), since + 2)).toBeNull();
      expect(resolve(open(args), since, seen(late, none), late)?.kind).toBe('failed');
      expect(resolve(open(args, { inherited: true }), since, seen(late, none), late)?.kind).toBe('unknown');
    },
  );

  it('a look that began before it was sent, or as it was sent, proves nothing', () => {
    for (const at of [since - 1, since]) {
      expect(resolve(open({ verb: 'PowerOn' }), since, seen(at, { power: 'On' }), late)).toBeNull();
    }
  });

  it('a look from before the end of patience does not prove that nothing happened', () => {
    expect(resolve(open({ verb: 'PowerOn' }), since, seen(late - 1, { power: 'Off' }), late + minute)).toBeNull();
  });

  it('a look as somebody else does not prove that a new password is refused, before the hour in which it may not be shown is over', () => {
    const rotate = open({ verb: 'RotateCredentials', username: 'nanometal' });
    const hour = since + 75 * minute;
    expect(resolve(rotate, since, seen(late), late)).toBeNull();
    expect(resolve(rotate, since, seen(late, { login: 'sha256:old' }), late)?.kind).toBe('failed');
    expect(resolve(rotate, since, seen(late, { refusedLogins: [rotate.grant] }), late)?.kind).toBe('failed');
    expect(resolve(rotate, since, seen(hour), hour)?.kind).toBe('failed');
    const swallowed = { ...rotate, interrupted: true };
    expect(resolve(swallowed, since, seen(late), late)).toBeNull();
    expect(resolve(swallowed, since, seen(hour), hour)?.kind).toBe('lost');
    expect(resolve(rotate, since, seen(hour, { login: rotate.grant }), hour)?.kind).toBe('done');
  });

  it('silence is waited for much longer, and is then unknown', () => {
    const limit = since + 20 * minute;
    const silent = (at: number): Sighting => ({
      miss: { since, at, count: 9, reason: 'Timeout', message: 'no answer' },
    });
    expect(resolve(open({ verb: 'Reboot' }), since, silent(limit - 1), limit - 1)).toBeNull();
    expect(resolve(open({ verb: 'Reboot' }), since, silent(limit), limit)?.kind).toBe('unknown');
    // Of a machine that nobody looks at any more.
    expect(resolve(open({ verb: 'Reboot' }), since, undefined, limit)?.kind).toBe('unknown');
  });

  it('who has not looked since, because he was stopped himself, looks first', () => {
    const before: Sighting = { miss: { since, at: late, count: 1, reason: 'Timeout', message: 'no answer' } };
    expect(resolve(open({ verb: 'Reboot' }), since, before, since + 99 * minute)).toBeNull();
    expect(resolve(open({ verb: 'Reboot' }), since, seen(since - 1, {}), since + 99 * minute)).toBeNull();
  });

  it('another machine at the address proves nothing', () => {
    const stranger = facts('ams1-2', { lastReset: 'after' });
    expect(
      resolve(open({ verb: 'Reboot' }), since, { last: { at: since + 1, facts: stranger } }, since + 2),
    ).toBeNull();
  });

  it('hardware without evidence leaves it unknown', () => {
    const { lastReset: _, bmcLastReset: __, ...blind } = facts('ams1-1');
    for (const verb of ['Reboot', 'PowerCycle', 'ResetBmc'] as const) {
      expect(resolve(open({ verb }), since, { last: { at: late, facts: blind } }, late)?.kind).toBe('unknown');
    }
  });

  it('a reset that is seen is done at once past POST, and after all patience where POST does not end', () => {
    const post = { lastReset: 'after', pastPost: false };
    expect(resolve(open({ verb: 'Reboot' }), since, seen(since + 1, post), since + 2)).toBeNull();
    expect(resolve(open({ verb: 'Reboot' }), since, seen(late, post), late)?.kind).toBe('done');
  });

  it('what a crash interrupted is lost when nothing of it is seen a good while later', () => {
    const crashed = (args: Arguments): Open => open(args, { interrupted: true });
    const soon = since + 89_000;
    const then = since + 90_000;
    const up = { lastReset: 'before', pastPost: true };
    expect(resolve(crashed({ verb: 'Reboot' }), since, seen(soon, up), soon)).toBeNull();
    expect(resolve(crashed({ verb: 'Reboot' }), since, seen(then, up), then)?.kind).toBe('lost');
    expect(resolve(crashed({ verb: 'Reboot' }), since, seen(then, { lastReset: 'after' }), then)?.kind).toBe('done');
  });

  it('a reset that may be told of only at its end is not lost before, where POST is not told of either', () => {
    const silent = open({ verb: 'Reboot' }, { interrupted: true });
    const { pastPost: _, ...mute } = facts('ams1-1', { lastReset: 'before' });
    const at = (when: number): Sighting => ({ last: { at: when, facts: mute } });
    expect(resolve(silent, since, at(late - 1), late - 1)).toBeNull();
    expect(resolve(silent, since, at(late), late)?.kind).toBe('lost');
  });

  it('a graceful shutdown shows nothing until its end, so that a crash does not make it lost before', () => {
    const shutdown = open({ verb: 'PowerOff', force: false }, { interrupted: true });
    expect(resolve(shutdown, since, seen(since + 2 * minute), since + 2 * minute)).toBeNull();
    expect(resolve(shutdown, since, seen(late, { lastReset: 'before' }), late)?.kind).toBe('lost');
  });

  it('a power state that somebody may have changed back since is no proof that a request never arrived', () => {
    const crashed = open(
      { verb: 'PowerOn' },
      { interrupted: true, expect: { ...open({ verb: 'PowerOn' }).expect, power: 'Off' } },
    );
    const off = (lastReset: string): Sighting => seen(late, { power: 'Off', lastReset });
    expect(resolve(crashed, since, off('before'), late)?.kind).toBe('lost');
    expect(resolve(crashed, since, off('after'), late)?.kind).toBe('failed');
  });

  const anyArgs = fc.constantFrom(...evidence.map(([args]) => args));
  const anyFacts = fc.constantFrom(...evidence.flatMap(([, effect, none]) => [effect, none]));
  it('never says done, failed or lost without a look that began after it was sent', () => {
    const anyLook = fc.option(fc.record({ at: fc.nat(4_000_000), said: anyFacts }), { nil: undefined });
    fc.assert(
      fc.property(
        anyArgs,
        anyLook,
        fc.boolean(),
        fc.boolean(),
        fc.nat(4_000_000),
        (args, look, inherited, interrupted, now) => {
          const sighting = look && seen(look.at, look.said);
          const said = { ...(inherited ? { inherited } : {}), ...(interrupted ? { interrupted } : {}) };
          const outcome = resolve(open(args, said), since, sighting, now);
          if (outcome?.kind === 'done') expect(look?.at).toBeGreaterThan(since);
          if (outcome?.kind === 'failed') expect(look?.at).toBeGreaterThanOrEqual(late);
          if (outcome?.kind === 'lost') expect(look?.at).toBeGreaterThan(since + minute);
          if (inherited) expect(outcome?.kind).not.toBe('failed');
        },
      ),
    );
  });
});
