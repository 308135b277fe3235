import { afterEach, describe, expect, test } from 'vitest';
import type { Facts } from '../../../../src/model/inventory.ts';
import { type Fault, faults } from '../../../../src/twin/faults.ts';
import { openTwinRig, type TwinRig } from './twin-bench.ts';

const never = new AbortController().signal;
let rig: TwinRig;
afterEach(() => rig.close());

const look = (depth: 'quick' | 'full' = 'quick') => rig.driver.observe(rig.subject, depth, never);
const reboot = () => rig.driver.perform(rig.subject, { verb: 'Reboot' }, undefined, never);

async function facts(depth: 'quick' | 'full' = 'quick'): Promise<Facts> {
  const seen = await look(depth);
  if (seen.kind !== 'seen') throw new Error(`${seen.reason}: ${seen.message}`);
  return seen.facts;
}

const effect = { power: 'On→On', reset: 'ForceRestart' };
const cases = faults.flatMap((fault) => (['before', 'after'] as const).map((when) => [fault, when] as const));

/** What the driver may say of a reboot that this fault met, and the status that the log then holds. */
const said: Readonly<Record<Exclude<Fault, 'garbage'>, readonly [kind: string, status: number | null]>> = {
  hang: ['ambiguous', null],
  reset: ['ambiguous', null],
  unavailable: ['ambiguous', 503],
  nothing: ['accepted', 204],
  'wrong-machine': ['accepted', 204],
};

describe('a reboot that meets a fault is sent once', () => {
  test.each(cases)('%s, %s its effect', async (fault, when) => {
    rig = await openTwinRig();
    const before = await facts();
    rig.fail({ fault, when, on: 'mutating' });
    const started = await reboot();
    const [line, ...more] = rig.mutations();
    expect(more).toEqual([]);
    // Garbage may be an answer with a status that says yes, or no HTTP at all.
    const garbled = [line?.status === 200 ? 'accepted' : 'ambiguous', line?.status === 200 ? 200 : null];
    expect([started.kind, line?.status]).toEqual(fault === 'garbage' ? garbled : said[fault]);

    const stranger = fault === 'wrong-machine';
    const happened = stranger || (fault !== 'nothing' && when === 'after');
    expect(line?.machine).toBe(stranger ? `${rig.subject.machine}-stranger` : rig.subject.machine);
    expect(line?.effect).toEqual(happened ? effect : null);

    // Looking tells what the answer did not.
    rig.fail();
    rig.wait(10_000);
    const after = await facts();
    expect(after.lastReset !== before.lastReset).toBe(happened && !stranger);
    expect(rig.mutations()).toHaveLength(1);
  });

  test('garbage with a status is a yes, and without one nobody knows', async () => {
    rig = await openTwinRig();
    rig.fail({ fault: 'garbage', on: 'mutating' });
    const kinds = new Set<string>();
    for (let dice = 0; dice < 24; dice++) {
      rig.change((bmc) => ({ ...bmc, dice: dice * 7_919 }));
      const started = await reboot();
      kinds.add(started.kind);
      expect(rig.mutations()).toHaveLength(dice + 1);
      const status = rig.mutations().at(-1)?.status ?? null;
      expect(started.kind).toBe(status === null ? 'ambiguous' : 'accepted');
    }
    expect([...kinds].sort()).toEqual(['accepted', 'ambiguous']);
  });
});

describe('a fault that meets the reads as well', () => {
  const spoiling = cases.filter(([fault]) => fault !== 'nothing' && fault !== 'wrong-machine');

  test.each(spoiling)('%s (%s): the reboot is unsent', async (fault, when) => {
    rig = await openTwinRig();
    await look();
    rig.fail({ fault, when });
    expect((await reboot()).kind).toBe('unsent');
    expect(rig.mutations()).toEqual([]);
  });

  test.each(spoiling)('%s (%s), before the first login: the reboot is unsent', async (fault, when) => {
    rig = await openTwinRig();
    rig.fail({ fault, when });
    expect((await reboot()).kind).toBe('unsent');
    expect([rig.mutations(), rig.logins()]).toEqual([[], []]);
  });

  test.each(['before', 'after'] as const)('wrong-machine (%s): nothing is sent to it unseen', async (when) => {
    rig = await openTwinRig();
    const { identity } = await facts();
    rig.fail({ fault: 'wrong-machine', when });
    for (let times = 0; times < 2; times++) expect((await reboot()).kind).toBe('unsent');
    expect(rig.mutations()).toEqual([]);
    for (const [name, value] of Object.entries((await facts('full')).identity)) {
      expect(Object.entries(identity)).not.toContainEqual([name, value]);
    }
  });

  test.each<[Fault, number]>([
    ['reset', 0.3],
    ['unavailable', 0.15],
    ['garbage', 0.15],
  ])('%s, now and then: a look is the truth or a miss', async (fault, probability) => {
    rig = await openTwinRig();
    const { hardware, media, ...rest } = await facts('full');
    const kinds = { seen: 0, missed: 0 };
    for (let dice = 0; dice < 60; dice++) {
      rig.change((bmc) => ({ ...bmc, dice: dice * 7_919 }));
      rig.fail({ fault, probability });
      const seen = await look(dice % 2 === 0 ? 'full' : 'quick');
      kinds[seen.kind]++;
      if (seen.kind === 'missed') continue;
      const { hardware: found, media: inserted, ...others } = seen.facts;
      expect(others).toEqual(rest);
      if (found !== undefined) expect(found).toEqual(hardware);
      if (inserted !== undefined) expect(inserted).toEqual(media);
    }
    expect(Math.min(kinds.seen, kinds.missed)).toBeGreaterThan(10);
  });

  test('garbage, now and then: a reboot is sent once or not at all, and never said to be impossible', async () => {
    rig = await openTwinRig();
    for (let dice = 0; dice < 60; dice++) {
      rig.wait(60_000);
      rig.change((bmc) => ({ ...bmc, dice: dice * 7_919 }));
      rig.fail({ fault: 'garbage', probability: 0.3 });
      const before = rig.mutations().length;
      const { kind } = await reboot();
      expect([kind, rig.mutations().length - before]).toEqual([kind, kind === 'unsent' ? 0 : 1]);
      expect(['unsent', 'accepted', 'ambiguous']).toContain(kind);
    }
  });
});
