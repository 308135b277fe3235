import { afterEach, describe, expect, test } from 'vitest';
import type { Facts } from '../../../../src/model/inventory.ts';
import type { Arguments } from '../../../../src/model/plan.ts';
import type { Bmc } from '../../../../src/twin/bmc.ts';
import { pressPower } from '../../../../src/twin/power.ts';
import { openTask } from '../../../../src/twin/task.ts';
import { openTwinRig, type TwinRig } from './twin-bench.ts';

const never = new AbortController().signal;
const system = '/redfish/v1/Systems/1';
const settings = `${system}/Bios/Settings`;
const reset = `${system}/Actions/ComputerSystem.Reset`;
let rig: TwinRig;
afterEach(() => rig.close());

const look = () => rig.driver.observe(rig.subject, 'quick', never);
const act = (args: Arguments, quirk?: string) => rig.driver.perform(rig.subject, args, quirk, never);

async function facts(): Promise<Facts> {
  const seen = await look();
  if (seen.kind !== 'seen') throw new Error(`${seen.reason}: ${seen.message}`);
  return seen.facts;
}

describe('a verb is one line of the effect log, and what it says', () => {
  const turnedOff = (bmc: Bmc, now: number): Bmc => pressPower(bmc, 'Off', now);
  const lit = (bmc: Bmc): Bmc => ({ ...bmc, locatorLit: true });
  const asIs = (bmc: Bmc): Bmc => bmc;
  const pxe = { boot: { target: 'None→Pxe', enabled: 'Disabled→Once' } };
  const bios = { LogicalProc: 'Enabled→Disabled', AcPowerRecoveryDelaySeconds: '60→90' };
  const attributes = { LogicalProc: 'Disabled', AcPowerRecoveryDelaySeconds: 90 };

  test.each<[Arguments, (bmc: Bmc, now: number) => Bmc, string, 'target' | 'disruptive', object | null]>([
    [{ verb: 'PowerOn' }, turnedOff, `POST ${reset}`, 'target', { power: 'Off→On' }],
    [{ verb: 'PowerOn' }, asIs, `POST ${reset}`, 'target', null],
    [{ verb: 'PowerOff', force: false }, asIs, `POST ${reset}`, 'disruptive', { power: 'On→Off' }],
    [{ verb: 'PowerOff', force: true }, asIs, `POST ${reset}`, 'disruptive', { power: 'On→Off' }],
    [{ verb: 'Reboot' }, asIs, `POST ${reset}`, 'disruptive', { power: 'On→On', reset: 'ForceRestart' }],
    [{ verb: 'PowerCycle' }, asIs, `POST ${reset}`, 'disruptive', { power: 'On→On', reset: 'PowerCycle' }],
    [{ verb: 'Identify', indicator: 'Lit' }, asIs, `PATCH ${system}`, 'target', { indicator: 'Off→Lit' }],
    [{ verb: 'Identify', indicator: 'Off' }, lit, `PATCH ${system}`, 'target', { indicator: 'Lit→Off' }],
    [{ verb: 'SetBootOnce', target: 'Pxe' }, asIs, `PATCH ${system}`, 'target', pxe],
    [{ verb: 'SetBios', attributes }, asIs, `PATCH ${settings}`, 'target', { bios }],
    [
      { verb: 'ResetBmc' },
      asIs,
      'POST /redfish/v1/Managers/1/Actions/Manager.Reset',
      'disruptive',
      { bmc: 'GracefulRestart' },
    ],
  ])('%j', async (args, before, request, kind, effect) => {
    rig = await openTwinRig();
    rig.change(before);
    rig.wait(10_000);
    expect(await act(args)).toEqual({ kind: 'accepted', status: 204 });
    const [line, ...more] = rig.mutations();
    expect(more).toEqual([]);
    expect(line).toMatchObject({ machine: rig.subject.machine, status: 204, class: kind, effect });
    expect(`${line?.method} ${line?.path}`).toBe(request);
    expect(rig.logins()).toHaveLength(1);
  });

  test.each<[string, Arguments]>([
    ['a boot source that is not offered', { verb: 'SetBootOnce', target: 'Floppy' }],
    ['a BIOS attribute that it has not', { verb: 'SetBios', attributes: { Colour: 'Red' } }],
  ])('and where it is not offered, none: %s', async (_, args) => {
    rig = await openTwinRig();
    expect(await act(args)).toMatchObject({ kind: 'refused', status: 0 });
    expect(rig.mutations()).toEqual([]);
  });

  test.each<[string, Arguments, number, (bmc: Bmc, now: number) => Bmc]>([
    ['a BIOS value that it does not take', { verb: 'SetBios', attributes: { LogicalProc: 'Perhaps' } }, 400, asIs],
    ['a restart of what is off', { verb: 'Reboot' }, 409, turnedOff],
  ])('and where the BMC says no, one without an effect: %s', async (_, args, status, before) => {
    rig = await openTwinRig();
    rig.change(before);
    rig.wait(10_000);
    expect(await act(args)).toMatchObject({ kind: 'refused', status });
    expect(rig.mutations()).toMatchObject([{ status, effect: null }]);
  });

  test('a second power verb while the first is on its way is refused, and does nothing', async () => {
    rig = await openTwinRig();
    await act({ verb: 'PowerOff', force: false });
    expect(await act({ verb: 'PowerOn' })).toMatchObject({ kind: 'refused', status: 409 });
    expect(rig.mutations()).toMatchObject([{ effect: { power: 'On→Off' } }, { status: 409, effect: null }]);
    rig.wait(10_000);
    expect((await facts()).power).toBe('Off');
  });
});

describe('what came of a verb is seen by looking', () => {
  test('BIOS attributes are pending until the reboot, and then they hold', async () => {
    rig = await openTwinRig();
    const { attributes, pending } = (await facts()).bios;
    expect([attributes.LogicalProc, pending]).toEqual(['Enabled', {}]);
    await act({ verb: 'SetBios', attributes: { LogicalProc: 'Disabled', QuietBoot: true } });
    const waiting = { complete: true, attributes, pending: { LogicalProc: 'Disabled' } };
    rig.wait(3_600_000);
    expect((await facts()).bios).toEqual(waiting);
    await act({ verb: 'Reboot' });
    rig.wait(999);
    expect((await facts()).bios).toEqual(waiting);
    rig.wait(1);
    expect((await facts()).bios).toEqual({
      complete: true,
      attributes: { ...attributes, LogicalProc: 'Disabled' },
      pending: {},
    });
  });

  test('a boot override for one boot is used up by it', async () => {
    rig = await openTwinRig();
    await act({ verb: 'SetBootOnce', target: 'Pxe' });
    expect((await facts()).boot).toEqual({ target: 'Pxe', enabled: 'Once', mode: 'UEFI' });
    await act({ verb: 'Reboot' });
    rig.wait(1_000);
    expect((await facts()).boot).toEqual({ target: 'None', enabled: 'Disabled', mode: 'UEFI' });
  });

  test('a reboot moves lastReset and goes through POST; nothing else moves it', async () => {
    rig = await openTwinRig();
    const before = await facts();
    expect(before.pastPost).toBe(true);
    await act({ verb: 'Identify', indicator: 'Lit' });
    await act({ verb: 'SetBootOnce', target: 'Hdd' });
    rig.wait(10_000);
    expect((await facts()).lastReset).toBe(before.lastReset);
    await act({ verb: 'Reboot' });
    rig.wait(1_000);
    const after = await facts();
    expect(after.lastReset).toBe('2026-11-22T10:00:11.000Z');
    expect([after.power, after.pastPost, after.bmcLastReset]).toEqual(['On', false, before.bmcLastReset]);
    rig.wait(4_000);
    expect((await facts()).pastPost).toBe(true);
  });

  test('a machine goes off and on again by way of what is between', async () => {
    rig = await openTwinRig();
    const { lastReset } = await facts();
    await act({ verb: 'PowerOff', force: false });
    expect((await facts()).power).toBe('PoweringOff');
    rig.wait(3_000);
    expect(await facts()).toMatchObject({ power: 'Off', lastReset });
    await act({ verb: 'PowerOn' });
    expect((await facts()).power).toBe('PoweringOn');
    rig.wait(2_000);
    const on = await facts();
    expect(on.power).toBe('On');
    expect(on.lastReset).not.toBe(lastReset);
  });

  test('a BMC that was reset is gone, and comes back with a new session; the host ran on', async () => {
    rig = await openTwinRig();
    const before = await facts();
    await act({ verb: 'ResetBmc' });
    expect((await look()).kind).toBe('missed');
    expect((await act({ verb: 'Reboot' })).kind).toBe('unsent');
    rig.wait(4_999);
    expect((await look()).kind).toBe('missed');
    rig.wait(1);
    const after = await facts();
    expect(after).toEqual({ ...before, bmcLastReset: '2026-11-22T10:00:00.000Z' });
    expect(rig.logins()).toHaveLength(2);
    expect(rig.bmc().sessions).toHaveLength(1);
    expect(rig.mutations()).toHaveLength(1);
  });

  test('a task is open until it ends', async () => {
    rig = await openTwinRig();
    rig.change((bmc, now) => openTask(bmc, 'firmware update', now + 1_000, now));
    expect((await facts()).tasks).toEqual([{ id: '1', name: 'firmware update', state: 'Running' }]);
    rig.wait(1_000);
    expect((await facts()).tasks).toEqual([]);
  });
});

describe('a resource that changes between the read and the write', () => {
  test.each<[Arguments, (bmc: Bmc) => Bmc]>([
    [{ verb: 'SetBootOnce', target: 'Pxe' }, (bmc) => ({ ...bmc, locatorLit: true })],
    [
      { verb: 'SetBios', attributes: { LogicalProc: 'Disabled' } },
      (bmc) => ({ ...bmc, bios: { ...bmc.bios, pending: { BootMode: 'Bios' } } }),
    ],
  ])('%j is refused with a quirk, and not sent again by itself', async (args, step) => {
    rig = await openTwinRig();
    rig.meanwhile = () => rig.change(step);
    const started = await act(args);
    expect(started).toMatchObject({ kind: 'refused', status: 412, quirk: 'etag-none' });
    expect(rig.mutations()).toMatchObject([{ method: 'PATCH', status: 412, effect: null }]);
    expect((await act(args, 'etag-none')).kind).toBe('accepted');
    expect(rig.mutations()).toHaveLength(2);
  });

  test('a fresh read is enough for the next try', async () => {
    rig = await openTwinRig();
    rig.meanwhile = () => rig.change((bmc) => ({ ...bmc, boot: { ...bmc.boot, mode: 'Legacy' } }));
    expect((await act({ verb: 'Identify', indicator: 'Lit' })).kind).toBe('refused');
    expect((await act({ verb: 'Identify', indicator: 'Lit' })).kind).toBe('accepted');
    expect(rig.mutations()).toMatchObject([{ status: 412 }, { status: 204, effect: { indicator: 'Off→Lit' } }]);
  });
});
