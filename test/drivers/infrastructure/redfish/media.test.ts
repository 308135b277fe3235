import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import type { Facts } from '../../../../src/model/inventory.ts';
import type { Arguments } from '../../../../src/model/plan.ts';
import type { ReceivedRequest, Scripted, Tree } from '../../../redfish/bmc.ts';
import { altered, cdPath, machine, managerPath, systemPath } from '../../../redfish/machine.ts';
import { openRig, type Rig, someMedium } from './bench.ts';

const never = new AbortController().signal;
const root = '/redfish/v1';
const at = (path: string) => ({ '@odata.id': path });
const host = '10.1.2.1:8080';
const { pathname } = new URL(someMedium.iso);
const insertPath = `${cdPath}/Actions/VirtualMedia.InsertMedia`;
let rig: Rig;
afterEach(() => rig.close());

const withMedium = () => ({ ...rig.subject, medium: someMedium });
const look = (depth: 'quick' | 'full', medium = true) =>
  rig.driver.observe(medium ? withMedium() : rig.subject, depth, never);
async function facts(depth: 'quick' | 'full', medium = true): Promise<Facts> {
  const seen = await look(depth, medium);
  if (seen.kind !== 'seen') throw new Error(`${seen.reason}: ${seen.message}`);
  return seen.facts;
}
const act = (args: Arguments, quirk?: string) => rig.driver.perform(withMedium(), args, quirk, never);
const mutations = (): readonly ReceivedRequest[] => rig.bmc.received.filter(({ method }) => method !== 'GET');
const sent = () => mutations().map(({ method, path, body }) => [`${method} ${path}`, JSON.parse(body)]);
const mediaReads = () => rig.bmc.received.filter(({ path }) => path.includes('VirtualMedia')).length;
const answering = (scripted: Scripted) => {
  rig.bmc.script = ({ method, path }) => (method === 'GET' || path.endsWith('/Sessions') ? undefined : scripted);
};
const cd = (change: object): Tree => altered(machine, { [cdPath]: change });

describe('what is read', () => {
  test.each<[object, object]>([
    [
      { Image: someMedium.iso, Inserted: true },
      { inserted: true, ours: true, host },
    ],
    [
      { Image: `http://someone:hunter2@${host}${pathname}?x=1`, Inserted: true },
      { inserted: true, ours: true, host },
    ],
    [
      { Image: `${host}${pathname}`, Inserted: true },
      { inserted: true, ours: true, host },
    ],
    [
      { Image: `//10.1.2.1${pathname}`, Inserted: true },
      { inserted: true, ours: true, host: '10.1.2.1' },
    ],
    [
      { Image: pathname, Inserted: true },
      { inserted: true, ours: true },
    ],
    [
      { Image: `http://${host}/boot.iso`, Inserted: true },
      { inserted: true, ours: false, host },
    ],
    [
      { Image: `http://10.1.2.1:9999${pathname}`, Inserted: true },
      { inserted: true, ours: false, host: '10.1.2.1:9999' },
    ],
    [
      { Image: `nfs://10.9.9.9/isos/rescue.iso`, Inserted: true },
      { inserted: true, ours: false, host: '10.9.9.9' },
    ],
    [
      { Image: 'redfish.dmtf.org/freeImages/freeOS.1.1.iso', Inserted: true },
      { inserted: true, ours: false, host: 'redfish.dmtf.org' },
    ],
    [
      { Image: 'boot.iso', Inserted: true },
      { inserted: true, ours: false },
    ],
    [
      { Image: '', Inserted: true, ConnectedVia: 'Applet' },
      { inserted: true, ours: false },
    ],
    [
      { Image: someMedium.iso, Inserted: false },
      { inserted: false, ours: false },
    ],
    [
      { Inserted: undefined, Image: null, ConnectedVia: 'NotConnected' },
      { inserted: false, ours: false },
    ],
    [
      { Inserted: undefined, Image: null },
      { inserted: true, ours: false },
    ],
    [
      { Image: 7, Inserted: 'yes' },
      { inserted: true, ours: false },
    ],
  ])('%j is %j', async (shown, told) => {
    rig = await openRig(cd(shown));
    expect((await facts('full')).media).toEqual([{ id: 'Cd', ...told }]);
    expect(JSON.stringify(await facts('quick'))).not.toMatch(/5d41402a|hunter2/);
  });

  test('media are read in full looks, and in quick ones while a medium is to be seen', async () => {
    rig = await openRig();
    expect(await facts('quick', false)).toMatchObject({ capabilities: { virtualMedia: 'offered' } });
    const learned = mediaReads();
    const quick = await facts('quick', false);
    expect([mediaReads(), 'media' in quick]).toEqual([learned, false]);
    expect(quick.capabilities.virtualMedia).toBe('offered');
    expect((await facts('quick')).media).toHaveLength(1);
    expect((await facts('full', false)).media).toHaveLength(1);
  });

  test.each<[string, Tree, Facts['capabilities']['virtualMedia']]>([
    ['no such thing', altered(machine, { [managerPath]: { VirtualMedia: undefined } }), 'none'],
    ['none but sticks', cd({ MediaTypes: ['USBStick'] }), 'none'],
    ['DVD only', cd({ MediaTypes: ['DVD'] }), 'offered'],
    ['types are not told, but the name is', cd({ MediaTypes: undefined }), 'offered'],
    ['no action', cd({ Actions: {} }), 'none'],
    [
      'from file shares only',
      cd({
        Actions: {
          '#VirtualMedia.InsertMedia': {
            target: insertPath,
            'TransferProtocolType@Redfish.AllowableValues': ['NFS', 'CIFS'],
          },
        },
      }),
      'none',
    ],
    [
      'from HTTP, as an ActionInfo says',
      altered(
        cd({ Actions: { '#VirtualMedia.InsertMedia': { target: insertPath, '@Redfish.ActionInfo': '/info' } } }),
        {
          '/info': {
            Id: 'info',
            Parameters: [{ Name: 'TransferProtocolType', AllowableValues: ['NFS', 'HTTP', 'HTTPS'] }],
          },
        },
      ),
      'offered',
    ],
    ['switched off', altered(machine, { [systemPath]: { VirtualMediaConfig: { ServiceEnabled: false } } }), 'none'],
  ])('%s', async (_, tree, capability) => {
    rig = await openRig(tree);
    expect((await facts('full')).capabilities.virtualMedia).toBe(capability);
    expect((await facts('quick', false)).capabilities.virtualMedia).toBe(capability);
  });

  test.each([
    ['SMC.1.0.OemLicenseNotPassed', 403, 'unlicensed'],
    ['iLO.2.14.LicenseKeyRequired', 400, 'unlicensed'],
    ['IDRAC.2.8.LIC501', 403, 'unlicensed'],
    ['Base.1.8.InsufficientPrivilege', 403, 'none'],
  ])('media that are withheld with %s', async (MessageId, status, capability) => {
    rig = await openRig();
    rig.bmc.script = ({ path }) =>
      path.endsWith('/VirtualMedia')
        ? { status, body: { error: { '@Message.ExtendedInfo': [{ MessageId }] } } }
        : undefined;
    const told = await facts('full');
    expect([told.capabilities.virtualMedia, 'media' in told]).toEqual([capability, false]);
    expect(await act({ verb: 'InsertMedia' })).toMatchObject({ kind: 'refused', status: 0 });
    expect(mutations()).toEqual([]);
  });

  test('a BMC that is in trouble with its media only is seen, and asked again', async () => {
    rig = await openRig();
    rig.bmc.script = ({ path }) => (path.endsWith('/Cd') ? { status: 500, body: '' } : undefined);
    const first = await facts('full');
    expect([first.power, first.capabilities.virtualMedia, 'media' in first]).toEqual(['On', 'none', false]);
    expect((await act({ verb: 'InsertMedia' })).kind).toBe('unsent');
    rig.bmc.script = () => undefined;
    expect((await facts('quick', false)).capabilities.virtualMedia).toBe('offered');
    rig.bmc.script = ({ path }) => (path.endsWith('/Cd') ? { status: 500, body: '' } : undefined);
    const later = await facts('full');
    expect([later.capabilities.virtualMedia, 'media' in later]).toEqual(['offered', false]);
  });

  test('those of the system go before those of its BMC', async () => {
    const own = `${systemPath}/VirtualMedia`;
    rig = await openRig(
      altered(machine, {
        [systemPath]: { VirtualMedia: at(own) },
        [own]: { Members: [at(`${own}/1`)] },
        [`${own}/1`]: { ...at(`${own}/1`), Id: '1', MediaTypes: ['CD'], Inserted: false, Actions: {} },
      }),
    );
    // It has one, into which nothing goes.
    expect((await facts('full')).media).toEqual([{ id: 'Cd', inserted: false, ours: false }]);
    const Actions = { '#VirtualMedia.InsertMedia': { target: `${own}/1/Insert` } };
    rig.bmc.tree = altered(rig.bmc.tree, { [`${own}/1`]: { Actions } });
    expect((await facts('full')).media).toEqual([{ id: '1', inserted: false, ours: false }]);
  });
});

describe('on what real BMCs said', () => {
  const folder = new URL('../../../fixtures/redfish/', import.meta.url);
  async function open(name: string, changes: Readonly<Record<string, object | null>> = {}): Promise<void> {
    const tree: Tree = JSON.parse(readFileSync(new URL(`${name}/tree.json`, folder), 'utf8'));
    const opened = await openRig(altered(tree, changes));
    const { identity } = await (async () => {
      rig = opened;
      return facts('full', false);
    })();
    rig = { ...opened, subject: { ...opened.subject, identity } };
  }
  const dell = `${root}/Systems/System.Embedded.1/VirtualMedia`;
  const ilo = `${root}/Managers/1/VirtualMedia/2`;
  const lenovo = `${root}/Systems/1/VirtualMedia/EXT1`;
  const action = (slot: string, verb: 'Insert' | 'Eject') => `POST ${slot}/Actions/VirtualMedia.${verb}Media`;

  test.each([
    ['dell-r750-idrac9', action(`${dell}/1`, 'Insert'), { Image: someMedium.iso }],
    ['hpe-dl385-ilo5', action(ilo, 'Insert'), { Image: someMedium.iso }],
    ['hpe-dl380a-ilo6', action(ilo, 'Insert'), { Image: someMedium.iso }],
    ['lenovo-sr670v2-xcc', `PATCH ${lenovo}`, { Image: someMedium.iso, Inserted: true, WriteProtected: true }],
  ])('%s is asked to insert', async (name, request, body) => {
    await open(name);
    expect(await act({ verb: 'InsertMedia' })).toMatchObject({ kind: 'accepted' });
    expect(sent()).toEqual([[request, body]]);
  });

  test.each([
    ['dell-r750-idrac9', `${dell}/2`, action(`${dell}/2`, 'Eject'), {}],
    ['hpe-dl380a-ilo6', ilo, action(ilo, 'Eject'), {}],
    ['lenovo-sr670v2-xcc', lenovo, `PATCH ${lenovo}`, { Image: null, Inserted: false }],
  ])('%s is asked to eject', async (name, slot, request, body) => {
    await open(name, { [slot]: { Image: someMedium.iso, Inserted: true } });
    expect(await act({ verb: 'EjectMedia' })).toMatchObject({ kind: 'accepted' });
    expect(sent()).toEqual([[request, body]]);
  });

  test.each([
    ['dell-r750-idrac9', 'HttpDev1Uri'],
    ['hpe-dl380a-ilo6', 'UrlBootFile'],
    ['hpe-dl385-ilo5', 'UrlBootFile'],
  ])('%s fetches from where its BIOS attribute %s says, and is told no URI', async (name, attribute) => {
    await open(name);
    const { bios, capabilities } = await facts('full');
    expect(bios.attributes).toMatchObject({ [attribute]: '' });
    expect([capabilities.bios, capabilities.httpBootUri]).toEqual(['deferred', false]);
    expect(capabilities.bootTargets).toContain('UefiHttp');
    expect(await act({ verb: 'SetBootOnce', target: 'UefiHttp' })).toMatchObject({ kind: 'accepted' });
    expect(JSON.stringify(sent())).toContain('UefiHttp');
    expect(JSON.stringify(sent())).not.toContain(someMedium.iso);
  });

  test('Lenovo gets the ETag of its slot', async () => {
    await open('lenovo-sr670v2-xcc');
    await act({ verb: 'InsertMedia' });
    expect(mutations()[0]?.headers['if-match']).toBe('"550d1002cb7724e9e48"');
  });

  test('an X10 inserts nothing from a URL', async () => {
    await open('supermicro-x10sdv');
    expect(await act({ verb: 'InsertMedia' })).toMatchObject({ kind: 'refused', status: 0 });
    expect(mutations()).toEqual([]);
  });

  test.each([
    [
      'an iLO without scripted media',
      'hpe-dl385-ilo5',
      `${root}/Managers/1/LicenseService/1`,
      { LicenseFeatures: { VM: true, VMScript: false } },
    ],
    [
      'an iDRAC that is but an Express',
      'dell-r750-idrac9',
      `${root}/LicenseService/Licenses/FD00000027623441`,
      { Description: 'iDRAC9 Express License' },
    ],
  ])('%s says that it is unlicensed', async (_, name, licence, change) => {
    await open(name);
    expect((await facts('full')).capabilities.virtualMedia).toBe('offered');
    rig.bmc.tree = altered(rig.bmc.tree, { [licence]: change });
    expect((await facts('full')).capabilities.virtualMedia).toBe('unlicensed');
  });
});

describe('inserting', () => {
  const slots = (...states: readonly object[]): Tree => {
    const media = `${managerPath}/VirtualMedia`;
    const ids = states.map((_, index) => `CD${index + 1}`);
    return altered(machine, {
      [media]: { Members: ids.map((id) => at(`${media}/${id}`)) },
      ...Object.fromEntries(
        ids.map((id, index) => [
          `${media}/${id}`,
          {
            ...at(`${media}/${id}`),
            Id: id,
            MediaTypes: ['CD'],
            Actions: { '#VirtualMedia.InsertMedia': { target: `/insert/${id}` } },
            ...states[index],
          },
        ]),
      ),
    });
  };
  const empty = { Inserted: false };
  const taken = { Inserted: true, Image: 'http://10.9.9.9/rescue.iso' };
  const own = { Inserted: true, Image: someMedium.iso };

  test.each<[string, readonly object[], string | null]>([
    ['the first that is empty', [taken, empty, empty], '/insert/CD2'],
    ['none that does not say that it is', [{}, empty], '/insert/CD2'],
    ['none at all', [taken, {}], null],
    ['nor a second one of ours', [own, empty], null],
  ])('goes into %s', async (_, states, path) => {
    rig = await openRig(slots(...states));
    const started = await act({ verb: 'InsertMedia' });
    expect(started.kind).toBe(path === null ? 'unsent' : 'accepted');
    expect(mutations().map((request) => request.path)).toEqual(path === null ? [] : [path]);
  });

  /** The bodies that are sent, one refusal after another, until no further form is named. */
  async function ladder(tree: Tree, refusal: Scripted): Promise<readonly unknown[]> {
    rig = await openRig(tree);
    answering(refusal);
    let quirk: string | undefined;
    for (let sends = 0; sends < 10; sends++) {
      const started = await act({ verb: 'InsertMedia' }, quirk);
      quirk = started.kind === 'refused' ? started.quirk : undefined;
      if (quirk === undefined) break;
    }
    return sent().map(([, body]) => body);
  }
  const saying = (MessageId: string, Message = 'no'): Scripted => ({
    status: 400,
    body: { error: { '@Message.ExtendedInfo': [{ MessageId, Message }] } },
  });
  const Image = someMedium.iso;
  const protocol = { Image, TransferProtocolType: 'HTTP' };
  const method = { ...protocol, TransferMethod: 'Stream' };

  test.each([
    ['Base.1.5.ActionParameterMissing', 'requires the parameter TransferProtocolType'],
    ['Base.1.4.0.GeneralError', "'TransferMethod' property which is mandatory to complete the action is missing"],
  ])('what %s leaves open is added bit by bit, in four requests', async (id, words) => {
    expect(await ladder(slots(empty), saying(id, words))).toEqual([
      { Image },
      protocol,
      method,
      { ...method, Inserted: true, WriteProtected: true },
    ]);
  });

  test('of the resource itself, with and without what is read-only on some', async () => {
    const tree = slots({ ...empty, Id: 'EXT1', Actions: undefined });
    expect(await ladder(tree, saying('Base.1.8.PropertyNotWritable'))).toEqual([
      { Image, Inserted: true, WriteProtected: true },
      { Image, Inserted: true },
    ]);
  });

  test.each([['IDRAC.2.8.RAC0719'], ['iLO.2.14.LicenseKeyRequired']])('%s is no matter of form', async (id) => {
    expect(await ladder(slots(empty), saying(id))).toEqual([{ Image }]);
  });

  test('a slot that takes nothing after all: the next, once', async () => {
    await ladder(slots(empty, empty, empty), { status: 405, body: {} });
    expect(mutations().map(({ path }) => path)).toEqual(['/insert/CD1', '/insert/CD2']);
    await rig.close();
    await ladder(slots(empty, taken), { status: 405, body: {} });
    expect(mutations().map(({ path }) => path)).toEqual(['/insert/CD1']);
  });

  test('what an ActionInfo demands goes along at once', async () => {
    const Actions = { '#VirtualMedia.InsertMedia': { target: '/insert/CD1', '@Redfish.ActionInfo': '/info' } };
    const Parameters = ['Image', 'TransferMethod', 'UserName'].map((Name) => ({ Name, Required: true }));
    rig = await openRig(altered(slots({ ...empty, Actions }), { '/info': { Id: 'info', Parameters } }));
    await act({ verb: 'InsertMedia' });
    expect(sent()).toEqual([['POST /insert/CD1', { Image, TransferMethod: 'Stream' }]]);
  });

  test.each([
    `cannot fetch ${someMedium.iso}`,
    `cannot fetch ${'x'.repeat(100)} ${pathname}`,
    `cannot fetch http:\\/\\/${host}${pathname.replaceAll('/', '\\/')}`,
    `no such folder: ${pathname.split('/')[2]}`,
  ])('a BMC that tells on us is not quoted: %s', async (words) => {
    rig = await openRig(slots(empty));
    for (const status of [400, 404, 500]) {
      answering({ status, body: { error: { '@Message.ExtendedInfo': [{ MessageId: 'X.1.0.Y', Message: words }] } } });
      const started = await act({ verb: 'InsertMedia' });
      expect(JSON.stringify(started)).toContain('[confidential]');
      expect(JSON.stringify(started)).not.toContain('5d41402a');
    }
    rig.bmc.script = ({ path }) => (path.endsWith('/Tasks') ? { status: 500, body: words } : undefined);
    expect(JSON.stringify(await look('quick'))).not.toContain('5d41402a');
  });

  test('nor is a task that is named after what it fetches', async () => {
    const tasks = `${root}/TaskService/Tasks`;
    rig = await openRig(
      altered(slots(empty), {
        [tasks]: { Members: [at(`${tasks}/1`)] },
        [`${tasks}/1`]: { Id: '1', Name: `Insert ${someMedium.iso}`, TaskState: 'Running' },
      }),
    );
    expect((await facts('quick')).tasks).toEqual([{ id: '1', name: 'Insert [confidential]', state: 'Running' }]);
  });
});

describe('ejecting', () => {
  test('what an X13 offers only while something is in', async () => {
    const { Actions } = { Actions: { '#VirtualMedia.EjectMedia': { target: '/eject' } } };
    rig = await openRig(cd({ Image: someMedium.iso, Inserted: true, Actions }));
    expect((await act({ verb: 'EjectMedia' })).kind).toBe('accepted');
    expect(sent()).toEqual([['POST /eject', {}]]);
  });

  test.each<[string, object, string]>([
    ['nothing is in', { Inserted: false, Image: someMedium.iso }, 'unsent'],
    ['it is not told what is in', { Inserted: true, Image: null }, 'unsent'],
    [
      'it is the image of the attempt before',
      { Inserted: true, Image: `http://${host}/media/${'0'.repeat(32)}/boot.iso` },
      'unsent',
    ],
    ['it offers none', { Inserted: true, Image: someMedium.iso, Actions: {} }, 'refused'],
  ])('not where %s', async (_, shown, kind) => {
    rig = await openRig(cd(shown));
    expect((await act({ verb: 'EjectMedia' })).kind).toBe(kind);
    expect(mutations()).toEqual([]);
  });
});

describe('booting from it, once', () => {
  const boot = (change: object, system: object = {}): Tree => {
    const values = { 'BootSourceOverrideTarget@Redfish.AllowableValues': ['None', 'Pxe', 'Cd', 'UefiHttp'] };
    const Boot = { BootSourceOverrideTarget: 'None', BootSourceOverrideMode: 'UEFI', ...values, ...change };
    return altered(machine, { [systemPath]: { Boot, ...system } });
  };
  const once = (target: string, more: object = {}) => ({
    Boot: {
      BootSourceOverrideEnabled: 'Once',
      BootSourceOverrideTarget: target,
      BootSourceOverrideMode: 'UEFI',
      ...more,
    },
  });
  const set = (target: string, quirk?: string) => act({ verb: 'SetBootOnce', target }, quirk);
  const usb = ['None', 'Pxe', 'Cd', 'UsbCd'];

  test.each<[string, object, object]>([
    ['Cd', {}, once('Cd')],
    ['Cd', { BootSourceOverrideMode: 'Legacy' }, once('Cd')],
    ['Pxe', { BootSourceOverrideMode: 'Legacy', HttpBootUri: null }, once('Pxe')],
    ['UefiHttp', {}, once('UefiHttp')],
    ['UefiHttp', { HttpBootUri: null }, once('UefiHttp', { HttpBootUri: someMedium.iso })],
    ['UefiHttp', { HttpBootUri: 'http://10.9.9.9/old.efi' }, once('UefiHttp', { HttpBootUri: someMedium.iso })],
  ])('%s where the system shows %j', async (target, change, body) => {
    rig = await openRig(boot(change));
    expect((await set(target)).kind).toBe('accepted');
    expect(sent()).toEqual([[`PATCH ${systemPath}`, body]]);
  });

  test.each<[object, boolean]>([
    [{ HttpBootUri: null }, true],
    [{}, false],
    [{ HttpBootUri: null, 'BootSourceOverrideTarget@Redfish.AllowableValues': ['Pxe'] }, false],
    [{ HttpBootUri: null, 'BootSourceOverrideTarget@Redfish.AllowableValues': [] }, true],
  ])('where %j is shown, that HttpBootUri can be written is %s', async (change, can) => {
    rig = await openRig(boot(change));
    expect((await facts('quick')).capabilities.httpBootUri).toBe(can);
  });

  test('a URI that is refused is left to DHCP, and then the mode is left out', async () => {
    rig = await openRig(boot({ HttpBootUri: null }));
    answering({ status: 400, body: {} });
    expect(await set('UefiHttp')).toMatchObject({ quirk: 'boot-uri-apart' });
    expect(await set('UefiHttp', 'boot-uri-apart')).toMatchObject({ quirk: 'boot-mode-apart+boot-uri-apart' });
    expect(sent()[1]?.[1]).toEqual(once('UefiHttp'));
  });

  test('where virtual media boot as UsbCd, that is what Cd means', async () => {
    rig = await openRig(boot({ 'BootSourceOverrideTarget@Redfish.AllowableValues': usb }));
    await set('Cd');
    expect(sent()[0]?.[1]).toEqual(once('UsbCd'));
    const shown = { BootSourceOverrideTarget: 'UsbCd', BootSourceOverrideEnabled: 'Once' };
    rig.bmc.tree = boot({ 'BootSourceOverrideTarget@Redfish.AllowableValues': ['None', 'UsbCd'], ...shown });
    const told = await facts('quick');
    expect([told.boot, told.capabilities.bootTargets]).toEqual([
      { target: 'Cd', enabled: 'Once', mode: 'UEFI' },
      ['None', 'UsbCd', 'Cd'],
    ]);
  });

  test('but not on the model that lists it and does not boot from it', async () => {
    rig = await openRig(boot({ 'BootSourceOverrideTarget@Redfish.AllowableValues': usb }, { Model: 'ARS-111GL-NHR' }));
    await set('Cd');
    expect(sent()[0]?.[1]).toEqual(once('Cd'));
  });
});
