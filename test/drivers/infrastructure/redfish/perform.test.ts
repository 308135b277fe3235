import { afterEach, describe, expect, test } from 'vitest';
import type { Arguments } from '../../../../src/model/plan.ts';
import type { ReceivedRequest, Scripted, Tree } from '../../../redfish/bmc.ts';
import { altered, machine, managerPath, systemPath } from '../../../redfish/machine.ts';
import { openRig, type Rig } from './bench.ts';

const never = new AbortController().signal;
const resetPath = `${systemPath}/Actions/ComputerSystem.Reset`;
let rig: Rig;
afterEach(() => rig.close());

const mutations = (): readonly ReceivedRequest[] => rig.bmc.received.filter(({ method }) => method !== 'GET');
const act = (args: Arguments, quirk?: string) => rig.driver.perform(rig.subject, args, quirk, never);

/** Performs it on a fresh machine; gives what came of it and the one request. */
async function perform(args: Arguments, tree: Tree = machine, quirk?: string) {
  rig = await openRig(tree);
  const started = await act(args, quirk);
  expect(mutations().length).toBeLessThanOrEqual(1);
  const [sent] = mutations();
  const body: unknown = sent === undefined ? undefined : JSON.parse(sent.body);
  return { started, method: sent?.method, path: sent?.path, body, ifMatch: sent?.headers['if-match'] };
}

const answering = (scripted: Scripted) => {
  rig.bmc.script = ({ method, path }) => (method === 'GET' || path.endsWith('/Sessions') ? undefined : scripted);
};

const resetTypes = (values: readonly string[]): Tree =>
  altered(machine, {
    [systemPath]: {
      Actions: { '#ComputerSystem.Reset': { target: resetPath, 'ResetType@Redfish.AllowableValues': values } },
    },
  });

describe('power', () => {
  const all = ['On', 'ForceOff', 'GracefulShutdown', 'GracefulRestart', 'ForceRestart', 'PowerCycle'];
  test.each<[Arguments, readonly string[], string]>([
    [{ verb: 'PowerOn' }, all, 'On'],
    [{ verb: 'PowerOff', force: false }, all, 'GracefulShutdown'],
    [{ verb: 'PowerOff', force: true }, all, 'ForceOff'],
    [{ verb: 'Reboot' }, all, 'ForceRestart'],
    [{ verb: 'Reboot' }, ['On', 'GracefulRestart', 'PowerCycle'], 'GracefulRestart'],
    [{ verb: 'Reboot' }, ['On', 'PowerCycle'], 'PowerCycle'],
    [{ verb: 'PowerCycle' }, all, 'PowerCycle'],
    [{ verb: 'PowerCycle' }, ['ForceRestart'], 'ForceRestart'],
  ])('%j where %j is offered: %s', async (args, values, ResetType) => {
    const { started, method, path, body, ifMatch } = await perform(args, resetTypes(values));
    expect(started).toEqual({ kind: 'accepted', status: 204 });
    expect([method, path, body]).toEqual(['POST', resetPath, { ResetType }]);
    expect(ifMatch).toBeUndefined();
  });

  test.each<[Arguments, readonly string[]]>([
    [{ verb: 'PowerOff', force: false }, ['On', 'ForceOff']],
    [{ verb: 'PowerOff', force: true }, ['On', 'GracefulShutdown']],
    [{ verb: 'Reboot' }, ['On', 'ForceOff']],
    [{ verb: 'PowerOn' }, []],
  ])('%j where only %j is offered: refused, and nothing is sent', async (args, values) => {
    const { started, method } = await perform(args, resetTypes(values));
    expect(started).toMatchObject({ kind: 'refused', status: 0 });
    expect(started).not.toHaveProperty('quirk');
    expect(method).toBeUndefined();
  });

  test('an action that leads to another host is not posted to', async () => {
    const target = 'http://127.0.0.9/reset';
    const Actions = { '#ComputerSystem.Reset': { target, 'ResetType@Redfish.AllowableValues': ['On'] } };
    const { started } = await perform({ verb: 'PowerOn' }, altered(machine, { [systemPath]: { Actions } }));
    expect(started).toMatchObject({ kind: 'refused', status: 0 });
  });
});

describe('the indicator', () => {
  test.each([
    [{}, 'Lit', { LocationIndicatorActive: true }],
    [{}, 'Off', { LocationIndicatorActive: false }],
    [{ LocationIndicatorActive: undefined, IndicatorLED: 'Off' }, 'Lit', { IndicatorLED: 'Lit' }],
    [
      { LocationIndicatorActive: undefined, IndicatorLED: 'Off', 'IndicatorLED@Redfish.AllowableValues': ['Blinking'] },
      'Lit',
      { IndicatorLED: 'Blinking' },
    ],
  ] as const)('%j, %s', async (change, indicator, body) => {
    const sent = await perform({ verb: 'Identify', indicator }, altered(machine, { [systemPath]: change }));
    expect([sent.method, sent.path, sent.body, sent.ifMatch]).toEqual(['PATCH', systemPath, body, 'W/"sys-1"']);
  });

  test('none', async () => {
    const tree = altered(machine, { [systemPath]: { LocationIndicatorActive: undefined } });
    const { started } = await perform({ verb: 'Identify', indicator: 'Lit' }, tree);
    expect(started).toMatchObject({ kind: 'refused', status: 0 });
  });
});

describe('boot once', () => {
  const once = { BootSourceOverrideEnabled: 'Once', BootSourceOverrideTarget: 'Pxe' };
  const boot = (change: object): Tree => {
    const values = { 'BootSourceOverrideTarget@Redfish.AllowableValues': ['None', 'Pxe'] };
    return altered(machine, { [systemPath]: { Boot: { BootSourceOverrideTarget: 'None', ...values, ...change } } });
  };
  const settingsPath = `${systemPath}/SD`;
  const withSettings = (Boot: object): Tree =>
    altered(boot({ BootSourceOverrideMode: 'UEFI' }), {
      [systemPath]: { '@Redfish.Settings': { SettingsObject: { '@odata.id': settingsPath } } },
      [settingsPath]: { '@odata.id': settingsPath, '@odata.etag': '"sd-1"', Boot },
    });
  const args = { verb: 'SetBootOnce', target: 'Pxe' } as const;

  test.each([
    ['the mode goes along as it is', { BootSourceOverrideMode: 'Legacy' }, undefined, 'Legacy'],
    ['a mode that is not shown is not sent', {}, undefined, undefined],
    ['nor one that is null', { BootSourceOverrideMode: null }, undefined, undefined],
    ['unless it is wanted', {}, 'boot-mode-together', 'UEFI'],
    ['or one that is shown is not', { BootSourceOverrideMode: 'UEFI' }, 'boot-mode-apart', undefined],
  ])('%s', async (_, change, quirk, mode) => {
    const { body } = await perform(args, boot(change), quirk);
    expect(body).toEqual({ Boot: mode === undefined ? once : { ...once, BootSourceOverrideMode: mode } });
  });

  test('is written to the settings resource that holds it', async () => {
    const { path, ifMatch } = await perform(args, withSettings({ BootSourceOverrideTarget: 'None' }));
    expect([path, ifMatch]).toEqual([settingsPath, '"sd-1"']);
  });

  test.each([[{ BootOrder: [] }], [{ BootSourceOverrideMode: null }]])(
    'is written to the system where the settings resource holds %j',
    async (held) => {
      expect((await perform(args, withSettings(held))).path).toBe(systemPath);
    },
  );

  test.each([
    ['a target that is not offered', { 'BootSourceOverrideTarget@Redfish.AllowableValues': ['Hdd'] }],
    ['a boot that is not once', { 'BootSourceOverrideEnabled@Redfish.AllowableValues': ['Continuous', 'Disabled'] }],
  ])('%s is refused here', async (_, change) => {
    const { started, method } = await perform(args, boot(change));
    expect([started.kind, method]).toEqual(['refused', undefined]);
  });

  test.each([
    ['boot-mode-together', {}],
    ['boot-mode-apart', { BootSourceOverrideMode: 'UEFI' }],
  ])('a 400 names the form %s, once', async (form, change) => {
    rig = await openRig(boot(change));
    answering({ status: 400, body: {} });
    expect(await act(args)).toMatchObject({ kind: 'refused', status: 400, quirk: form });
    const again = await act(args, form);
    expect(again.kind).toBe('refused');
    expect(again).not.toHaveProperty('quirk');
  });
});

describe('BIOS', () => {
  const settingsPath = `${systemPath}/Bios/Settings`;
  const args = { verb: 'SetBios', attributes: { LogicalProc: 'Disabled', Threads: 1 } } as const;
  const Attributes = { LogicalProc: 'Disabled', Threads: 1 };
  const timed = { '@Redfish.SettingsApplyTime': { ApplyTime: 'OnReset' }, Attributes };

  test('all attributes are one write to the settings resource', async () => {
    const sent = await perform(args);
    expect([sent.method, sent.path, sent.body, sent.ifMatch]).toEqual(['PATCH', settingsPath, timed, '"bios-1"']);
  });

  test('no time is named where none is offered', async () => {
    const settings = { SettingsObject: { '@odata.id': settingsPath } };
    const tree = altered(machine, { [`${systemPath}/Bios`]: { '@Redfish.Settings': settings } });
    expect((await perform(args, tree)).body).toEqual({ Attributes });
  });

  test.each([
    ['at once', { '@Redfish.Settings': undefined }],
    ['never', { '@Redfish.Settings': undefined, Attributes: {} }],
    ['without these attributes', { Attributes: { Threads: 2 } }],
  ])('a BIOS that applies %s is not written to', async (_, change) => {
    const { started, method } = await perform(args, altered(machine, { [`${systemPath}/Bios`]: change }));
    expect(started).toMatchObject({ kind: 'refused', status: 0 });
    expect(method).toBeUndefined();
  });

  test('a time that is refused is left out the next time; an attribute that is refused is not mended by that', async () => {
    rig = await openRig();
    answering({
      status: 400,
      body: { error: { '@Message.ExtendedInfo': [{ MessageId: 'Base.1.8.PropertyUnknown' }] } },
    });
    expect(await act(args)).toMatchObject({ kind: 'refused', quirk: 'bios-no-apply-time' });
    expect(await act(args, 'bios-no-apply-time')).not.toHaveProperty('quirk');
    expect(JSON.parse(mutations().at(-1)?.body ?? '')).toEqual({ Attributes });
    answering({ status: 400, body: { error: { '@Message.ExtendedInfo': [{ MessageId: 'IDRAC.2.8.SYS405' }] } } });
    expect(await act(args)).not.toHaveProperty('quirk');
  });
});

describe('a reset of the BMC', () => {
  const resetOf = (action: object): Tree =>
    altered(machine, {
      [managerPath]: { Actions: { '#Manager.Reset': { target: `${managerPath}/Reset`, ...action } } },
    });

  test.each([
    [['ForceRestart', 'GracefulRestart'], 'GracefulRestart'],
    [['ForceRestart'], 'ForceRestart'],
  ])('where %j is offered: %s', async (values, ResetType) => {
    const sent = await perform({ verb: 'ResetBmc' }, resetOf({ 'ResetType@Redfish.AllowableValues': values }));
    expect([sent.path, sent.body]).toEqual([`${managerPath}/Reset`, { ResetType }]);
  });

  test('one that does not say what it takes: with a type, and after a 400 without', async () => {
    rig = await openRig(resetOf({}));
    answering({ status: 400, body: {} });
    expect(await act({ verb: 'ResetBmc' })).toMatchObject({ kind: 'refused', quirk: 'reset-type-none' });
    await act({ verb: 'ResetBmc' }, 'reset-type-none');
    expect(mutations().map(({ body }) => JSON.parse(body))).toEqual([{ ResetType: 'GracefulRestart' }, {}]);
  });

  test('not offered', async () => {
    const { started } = await perform({ verb: 'ResetBmc' }, altered(machine, { [managerPath]: { Actions: {} } }));
    expect(started).toMatchObject({ kind: 'refused', status: 0 });
  });
});

describe('what an answer to a mutation means', () => {
  test.each<[number, string]>([
    [200, 'accepted'],
    [201, 'accepted'],
    [204, 'accepted'],
    [301, 'ambiguous'],
    [307, 'ambiguous'],
    ...[400, 401, 403, 404, 405, 409, 410, 412, 415, 422, 428, 429].map((status): [number, string] => [
      status,
      'refused',
    ]),
    [408, 'ambiguous'],
    ...[500, 501, 502, 503, 504].map((status): [number, string] => [status, 'ambiguous']),
  ])('%i is %s', async (status, kind) => {
    rig = await openRig();
    answering({ status, body: '<h1>whatever</h1>' });
    expect(await act({ verb: 'Reboot' })).toMatchObject({ kind });
    expect(mutations()).toHaveLength(1);
  });

  test.each<[Scripted, string | undefined]>([
    [{ status: 202, headers: { location: '/redfish/v1/TaskService/Tasks/545' } }, '/redfish/v1/TaskService/Tasks/545'],
    [
      { status: 202, body: { '@odata.type': '#Task.v1_4_3.Task', '@odata.id': '/redfish/v1/TaskService/Tasks/7' } },
      '/redfish/v1/TaskService/Tasks/7',
    ],
    [{ status: 202, headers: { location: 'http://127.0.0.9/task' } }, undefined],
    [{ status: 202, body: 'accepted' }, undefined],
  ])('%j names the task %s', async (scripted, task) => {
    rig = await openRig();
    answering(scripted);
    expect(await act({ verb: 'Reboot' })).toEqual({ kind: 'accepted', status: 202, ...(task ? { task } : {}) });
  });

  test('a definite no says what the BMC said', async () => {
    rig = await openRig();
    answering({ status: 409, body: { error: { '@Message.ExtendedInfo': { Message: 'Already on.' } } } });
    const started = await act({ verb: 'PowerOn' });
    expect(started).toEqual({
      kind: 'refused',
      status: 409,
      message: `POST ${resetPath} was refused with 409: Already on.`,
    });
  });

  test('a session that ended between: refused once, with a new login the next time', async () => {
    rig = await openRig();
    answering({ status: 401, body: {} });
    expect(await act({ verb: 'Reboot' })).toMatchObject({ kind: 'refused', quirk: 'login-again' });
    rig.bmc.script = () => undefined;
    expect(await act({ verb: 'Reboot' }, 'login-again')).toMatchObject({ kind: 'accepted' });
    expect(rig.bmc.logins).toHaveLength(2);
  });

  test('a session that ended before is renewed by the read, and costs no refusal', async () => {
    rig = await openRig();
    await act({ verb: 'Reboot' });
    rig.bmc.forgetSessions();
    expect(await act({ verb: 'Reboot' })).toMatchObject({ kind: 'accepted' });
    expect(mutations()).toHaveLength(2);
  });
});

describe('If-Match', () => {
  const identify = { verb: 'Identify', indicator: 'Lit' } as const;
  /** What is sent as If-Match, one refusal after another, until no further form is named. */
  async function ladder(tree: Tree, args: Arguments, status: number): Promise<readonly (string | undefined)[]> {
    rig = await openRig(tree);
    answering({ status, body: {} });
    let quirk: string | undefined;
    for (let sends = 0; sends < 10; sends++) {
      const started = await act(args, quirk);
      quirk = started.kind === 'refused' ? started.quirk : undefined;
      if (quirk === undefined) break;
    }
    return mutations().map(({ headers }) => headers['if-match']);
  }
  const etag = (value: string | undefined): Tree => altered(machine, { [systemPath]: { '@odata.etag': value } });

  test('a weak ETag: as given, strong, none', async () => {
    expect(await ladder(etag('W/"sys-1"'), identify, 412)).toEqual(['W/"sys-1"', '"sys-1"', undefined]);
  });

  test('a strong ETag: as given, none', async () => {
    expect(await ladder(etag('"sys-1"'), identify, 412)).toEqual(['"sys-1"', undefined]);
  });

  test('without an ETag: none, any', async () => {
    expect(await ladder(etag(undefined), identify, 428)).toEqual([undefined, '*']);
    expect(await ladder(etag(''), identify, 412)).toEqual([undefined, '*']);
  });

  test('a POST: none, as given', async () => {
    expect(await ladder(etag('"sys-1"'), { verb: 'Reboot' }, 412)).toEqual([undefined, '"sys-1"']);
  });

  test('two forms may be needed together', async () => {
    rig = await openRig();
    const boot = { verb: 'SetBootOnce', target: 'Pxe' } as const;
    answering({ status: 412, body: {} });
    expect(await act(boot)).toMatchObject({ quirk: 'etag-weak' });
    answering({ status: 400, body: {} });
    expect(await act(boot, 'etag-weak')).toMatchObject({ quirk: 'etag-weak+boot-mode-apart' });
    answering({ status: 204 });
    expect(await act(boot, 'etag-weak+boot-mode-apart')).toMatchObject({ kind: 'accepted' });
    expect(mutations().at(-1)?.headers['if-match']).toBe('"sys-1"');
    expect(JSON.parse(mutations().at(-1)?.body ?? '').Boot).not.toHaveProperty('BootSourceOverrideMode');
  });

  test('a quirk that nobody knows changes nothing', async () => {
    expect((await perform(identify, machine, 'no-such-form+__proto__')).ifMatch).toBe('W/"sys-1"');
  });
});
