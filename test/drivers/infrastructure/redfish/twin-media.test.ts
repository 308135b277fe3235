import { afterEach, describe, expect, test } from 'vitest';
import type { Facts } from '../../../../src/model/inventory.ts';
import type { Arguments } from '../../../../src/model/plan.ts';
import { whatRuns } from '../../../../src/twin/boot-source.ts';
import { insertMedium, mediaHabits } from '../../../../src/twin/media.ts';
import { tick } from '../../../../src/twin/tick.ts';
import { someMedium } from './bench.ts';
import { openTwinRig, type TwinRig } from './twin-bench.ts';

const never = new AbortController().signal;
const host = '10.1.2.1:8080';
let rig: TwinRig;
afterEach(() => rig.close());

const subject = () => ({ ...rig.subject, medium: someMedium });
const act = (args: Arguments, quirk?: string) => rig.driver.perform(subject(), args, quirk, never);
async function facts(depth: 'quick' | 'full' = 'quick'): Promise<Facts> {
  const seen = await rig.driver.observe(subject(), depth, never);
  if (seen.kind !== 'seen') throw new Error(`${seen.reason}: ${seen.message}`);
  return seen.facts;
}
const ours = async () => (await facts()).media?.filter((medium) => medium.ours).length;
const boots = async (target: string) => {
  expect((await act({ verb: 'SetBootOnce', target })).kind).toBe('accepted');
  expect((await facts()).boot).toMatchObject({ target, enabled: 'Once', mode: 'UEFI' });
  expect((await act({ verb: 'Reboot' })).kind).toBe('accepted');
  rig.wait(60_000);
  rig.change(tick);
  return whatRuns(rig.bmc())?.source;
};

/** As the executor does it: a form that is refused is sent again as the quirk says. */
async function insert(): Promise<readonly (string | undefined)[]> {
  const quirks: (string | undefined)[] = [];
  let quirk: string | undefined;
  do {
    const started = await act({ verb: 'InsertMedia' }, quirk);
    quirk = started.kind === 'refused' ? started.quirk : undefined;
    if (started.kind === 'refused') quirks.push(quirk);
  } while (quirk !== undefined && quirks.length < 4);
  return quirks;
}

describe('a boot attempt', () => {
  test('by virtual media: inserted, booted from, ejected, and each is one line of the effect log', async () => {
    rig = await openTwinRig();
    expect((await facts('full')).media).toEqual([{ id: 'Cd', inserted: false, ours: false }]);
    expect(await act({ verb: 'InsertMedia' })).toEqual({ kind: 'accepted', status: 204 });
    expect((await facts()).media).toEqual([{ id: 'Cd', inserted: true, ours: true, host }]);
    expect(await boots('Cd')).toEqual({ kind: 'Cd', image: someMedium.iso });
    expect(await act({ verb: 'EjectMedia' })).toEqual({ kind: 'accepted', status: 204 });
    expect(await ours()).toBe(0);
    expect(rig.mutations().map(({ class: kind, effect }) => [kind, effect])).toEqual([
      ['target', { media: { Cd: `empty→${host}` } }],
      ['target', { boot: { target: 'None→Cd', enabled: 'Disabled→Once' } }],
      ['disruptive', { power: 'On→On', reset: 'ForceRestart' }],
      ['target', { media: { Cd: `${host}→empty` } }],
    ]);
    expect(JSON.stringify(rig.mutations())).not.toContain('5d41402a');
  });

  test('by UEFI HTTP, from where the medium says', async () => {
    rig = await openTwinRig();
    expect((await facts()).capabilities.httpBootUri).toBe(true);
    expect(await boots('UefiHttp')).toEqual({ kind: 'UefiHttp', uri: someMedium.iso });
  });

  test('by UEFI HTTP, from where a BIOS attribute says', async () => {
    rig = await openTwinRig({ httpBootAttribute: 'HttpDev1Uri' });
    expect((await facts()).capabilities.httpBootUri).toBe(false);
    expect(await boots('UefiHttp')).toEqual({ kind: 'UefiHttp', uri: null });
    const uri = `http://${host}/boot/start.iso`;
    expect((await act({ verb: 'SetBios', attributes: { HttpDev1Uri: uri } })).kind).toBe('accepted');
    expect((await facts()).bios.pending).toEqual({ HttpDev1Uri: uri });
    expect(await boots('UefiHttp')).toEqual({ kind: 'UefiHttp', uri });
    expect((await facts()).bios).toMatchObject({ attributes: { HttpDev1Uri: uri }, pending: {} });
  });

  test('by PXE', async () => {
    rig = await openTwinRig();
    rig.change((bmc) => ({ ...bmc, boot: { ...bmc.boot, mode: 'Legacy' } }));
    expect(await boots('Pxe')).toEqual({ kind: 'Pxe' });
  });
});

describe('habits of vendors', () => {
  test.each([undefined, ...mediaHabits])('%s', async (mediaHabit) => {
    rig = await openTwinRig(mediaHabit === undefined ? {} : { mediaHabit });
    expect((await facts('full')).capabilities.virtualMedia).toBe('offered');
    expect(await insert()).toEqual(mediaHabit === 'protocol-named' ? ['media-protocol'] : []);
    expect(await ours()).toBe(1);
    expect(await boots('Cd')).toEqual({ kind: 'Cd', image: someMedium.iso });
    expect((await act({ verb: 'EjectMedia' })).kind).toBe('accepted');
    expect(await ours()).toBe(0);
  });
});

describe('what goes wrong', () => {
  test('an image that is accepted and not there does not show', async () => {
    rig = await openTwinRig();
    rig.fail({ fault: 'insert-lost' });
    expect((await act({ verb: 'InsertMedia' })).kind).toBe('accepted');
    expect(await ours()).toBe(0);
    expect(rig.mutations()).toMatchObject([{ status: 204, effect: null }]);
  });

  test('a boot that is missed is a boot all the same', async () => {
    rig = await openTwinRig();
    await act({ verb: 'InsertMedia' });
    const before = await facts();
    rig.fail({ fault: 'missed-boot' });
    expect(await boots('Cd')).toEqual({ kind: 'Hdd' });
    const after = await facts();
    expect(after.boot).toMatchObject({ target: 'None', enabled: 'Disabled' });
    expect(after.lastReset).not.toBe(before.lastReset);
    expect(await ours()).toBe(1);
  });

  test('a licence that is missing is told, and nothing is sent', async () => {
    rig = await openTwinRig();
    rig.fail({ fault: 'unlicensed' });
    const told = await facts('full');
    expect([told.capabilities.virtualMedia, 'media' in told]).toEqual(['unlicensed', false]);
    for (const verb of ['InsertMedia', 'EjectMedia'] as const) expect((await act({ verb })).kind).not.toBe('accepted');
    expect(rig.mutations()).toEqual([]);
    rig.fail();
    expect((await facts('full')).capabilities.virtualMedia).toBe('offered');
  });

  test('one that ran out between the look and the request is a definite no', async () => {
    rig = await openTwinRig();
    await facts('full');
    rig.meanwhile = () => rig.fail({ fault: 'unlicensed' });
    const started = await act({ verb: 'InsertMedia' });
    expect(started).toMatchObject({ kind: 'refused', status: 403 });
    expect(started).not.toHaveProperty('quirk');
    expect(rig.mutations()).toMatchObject([{ status: 403, effect: null }]);
  });

  test('somebody who was quicker keeps the slot', async () => {
    rig = await openTwinRig();
    const theirs = { slot: 'Cd', image: 'http://10.9.9.9/rescue.iso', writeProtected: true };
    rig.meanwhile = () => rig.change((bmc) => insertMedium(bmc, theirs));
    const started = await act({ verb: 'InsertMedia' });
    expect(started).toMatchObject({ kind: 'refused', status: 409 });
    expect(started).not.toHaveProperty('quirk');
    expect(rig.bmc().media).toEqual([theirs]);
    expect((await act({ verb: 'EjectMedia' })).kind).toBe('unsent');
    expect(rig.bmc().media).toEqual([theirs]);
  });

  test('an answer that got lost is not asked for again, and seen by looking', async () => {
    rig = await openTwinRig();
    rig.fail({ fault: 'reset', on: 'mutating', when: 'after' });
    expect((await act({ verb: 'InsertMedia' })).kind).toBe('ambiguous');
    rig.fail();
    expect(await ours()).toBe(1);
    expect((await act({ verb: 'InsertMedia' })).kind).toBe('unsent');
    expect(rig.mutations()).toHaveLength(1);
  });
});
