import { afterEach, describe, expect, test } from 'vitest';
import type { Facts } from '../../../../src/model/inventory.ts';
import type { Tree } from '../../../redfish/bmc.ts';
import { altered, machine, managerPath, systemPath } from '../../../redfish/machine.ts';
import { openRig, type Rig, testLimits } from './bench.ts';

const never = new AbortController().signal;
const root = '/redfish/v1';
const at = (path: string) => ({ '@odata.id': path });
let rig: Rig;
afterEach(() => rig.close());

const look = (depth: 'quick' | 'full' = 'quick') => rig.driver.observe(rig.subject, depth, never);
async function facts(tree: Tree, depth: 'quick' | 'full' = 'quick'): Promise<Facts> {
  rig = await openRig(tree);
  const seen = await look(depth);
  if (seen.kind !== 'seen') throw new Error(`${seen.reason}: ${seen.message}`);
  return seen.facts;
}

describe('a look', () => {
  test('brings everything that a small machine says', async () => {
    expect(await facts(machine, 'full')).toEqual({
      identity: {
        uuid: '38947555-7742-3448-3784-823347823834',
        serial: '437XR1138R2',
        chassisSerial: 'CH-42',
        bmcMac: 'd8:5e:d3:00:00:01',
      },
      power: 'On',
      lastReset: '2026-11-20T08:00:00Z',
      bmcLastReset: '2026-11-01T00:00:00Z',
      pastPost: true,
      boot: { target: 'None', enabled: 'Disabled', mode: 'UEFI' },
      indicator: 'Off',
      bios: {
        complete: true,
        attributes: { LogicalProc: 'Enabled', BootMode: 'Uefi', Threads: 2, Quiet: true },
        pending: {},
      },
      tasks: [],
      capabilities: {
        resetTypes: ['On', 'ForceOff', 'GracefulShutdown', 'GracefulRestart', 'ForceRestart', 'PowerCycle'],
        bootTargets: ['None', 'Pxe', 'Cd', 'Hdd', 'UefiHttp'],
        bios: 'deferred',
        indicator: true,
        bmcReset: true,
        virtualMedia: 'offered',
        httpBootUri: true,
      },
      media: [{ id: 'Cd', inserted: false, ours: false }],
      hardware: {
        manufacturer: 'Contoso',
        model: '3500',
        sku: '8675309',
        biosVersion: '1.2.3',
        bmcVersion: '4.4.6521',
        processors: [{ id: 'CPU1', model: 'X', cores: 8, threads: 16 }],
        memory: [{ id: 'A1', mib: 16_384, serial: 'M1', partNumber: 'P1' }],
        drives: [
          {
            id: 'S1/0',
            model: 'Disk',
            serial: 'S4X0NA0R',
            bytes: 480_103_981_056,
            media: 'SSD',
            protocol: 'SATA',
            names: ['5002538e00000001'],
          },
        ],
        nics: [{ id: 'N1', mac: 'aa:bb:cc:00:00:01', mbps: 25_000 }],
        firmware: [{ id: 'BMC', version: '4.4.6521' }],
      },
    });
  });

  test('a system that says nothing is Unknown, and never off or empty', async () => {
    const bare = { [root]: at(root), [`${root}/Systems`]: { Members: [at(systemPath)] }, [systemPath]: at(systemPath) };
    expect(await facts(bare)).toEqual({
      identity: {},
      power: 'Unknown',
      boot: { target: 'Unknown', enabled: 'Unknown' },
      indicator: 'Unknown',
      bios: { complete: true, attributes: {}, pending: {} },
      tasks: [],
      capabilities: {
        resetTypes: [],
        bootTargets: [],
        bios: 'none',
        indicator: false,
        bmcReset: false,
        virtualMedia: 'none',
        httpBootUri: false,
      },
    });
  });

  test.each([['PoweringOn'], ['Paused'], ['Off']])('the power state %s is given as it is', async (PowerState) => {
    expect((await facts(altered(machine, { [systemPath]: { PowerState } }))).power).toBe(PowerState);
  });

  test.each([[null], ['on'], [true], ['Sleeping'], ['']])('the power state %j is Unknown', async (PowerState) => {
    expect((await facts(altered(machine, { [systemPath]: { PowerState } }))).power).toBe('Unknown');
  });

  test.each([
    [{ BootProgress: { LastState: 'OSRunning' } }, true],
    [{ BootProgress: { LastState: 'MemoryInitializationStarted' } }, false],
    [{ BootProgress: { LastState: 'None' } }, undefined],
    [{ BootProgress: null, Oem: { Hpe: { PostState: 'FinishedPost' } } }, true],
    [{ BootProgress: null, Oem: { Hpe: { PostState: 'InPost' } } }, false],
    [{ BootProgress: null, Oem: { Hpe: { PostState: 'Unknown' } } }, undefined],
    [{ PowerState: 'Off' }, undefined],
  ])('past POST: %j is %s', async (change, pastPost) => {
    expect((await facts(altered(machine, { [systemPath]: change }))).pastPost).toBe(pastPost);
  });

  test('placeholders are no identity', async () => {
    const found = await facts(
      altered(machine, {
        [systemPath]: { UUID: '', SerialNumber: 'To be filled by O.E.M.' },
        [`${root}/Chassis/1`]: { SerialNumber: '          ' },
        [`${managerPath}/EthernetInterfaces/1`]: { MACAddress: '00:00:00:00:00:00' },
      }),
    );
    expect(found.identity).toEqual({});
  });

  test('reset times that are none are left out', async () => {
    const found = await facts(
      altered(machine, {
        [systemPath]: { LastResetTime: '0000-00-00T00:00:00+00:00' },
        [managerPath]: { LastResetTime: '1970-01-01T00:00:01Z' },
      }),
    );
    expect([found.lastReset, found.bmcLastReset]).toEqual([undefined, undefined]);
  });

  test.each([
    [{ SettingsObject: at(`${systemPath}/Bios/Settings`), SupportedApplyTimes: ['Immediate'] }, 'immediate'],
    [{ SettingsObject: at(`${systemPath}/Bios/Settings`) }, 'deferred'],
    [{ SettingsObject: at(`${systemPath}/Bios/Gone`), SupportedApplyTimes: ['OnReset'] }, 'none'],
    [undefined, 'immediate'],
  ])('how BIOS attributes are written: %j is %s', async (settings, capability) => {
    const found = await facts(altered(machine, { [`${systemPath}/Bios`]: { '@Redfish.Settings': settings } }));
    expect(found.capabilities.bios).toBe(capability);
  });

  test('of a full copy of pending attributes, what differs is pending', async () => {
    const Attributes = { LogicalProc: 'Disabled', BootMode: 'Uefi', Threads: 2, Quiet: true, Odd: { x: 1 } };
    const found = await facts(altered(machine, { [`${systemPath}/Bios/Settings`]: { Attributes } }));
    expect(found.bios.pending).toEqual({ LogicalProc: 'Disabled' });
  });

  test('reset types that stand in an ActionInfo are read once', async () => {
    const info = `${systemPath}/ResetActionInfo`;
    const Actions = { '#ComputerSystem.Reset': { target: `${systemPath}/Reset`, '@Redfish.ActionInfo': info } };
    const Parameters = [{ Name: 'Other' }, { Name: 'ResetType', AllowableValues: ['On', 'ForceOff'] }];
    const found = await facts(
      altered(machine, { [systemPath]: { Actions }, [info]: { Id: 'ResetActionInfo', Parameters } }),
    );
    expect(found.capabilities.resetTypes).toEqual(['On', 'ForceOff']);
    await look();
    expect(rig.bmc.received.filter(({ path }) => path === info)).toHaveLength(1);
  });

  test('open tasks are told from finished ones, which are read once', async () => {
    const tasks = `${root}/TaskService/Tasks`;
    const found = await facts(
      altered(machine, {
        [tasks]: { Members: ['1', '2', '3', '4'].map((id) => at(`${tasks}/${id}`)) },
        [`${tasks}/1`]: { Id: '1', Name: 'BIOS Verify', TaskState: 'Running' },
        [`${tasks}/2`]: { Id: '2', Name: 'Done', TaskState: 'Completed' },
        [`${tasks}/3`]: { Id: '3', Name: 'Odd' },
      }),
    );
    expect(found.tasks).toEqual([
      { id: '1', name: 'BIOS Verify', state: 'Running' },
      { id: '3', name: 'Odd', state: 'Unknown' },
    ]);
    await look();
    const reads = rig.bmc.received.filter(({ path }) => path.startsWith(`${tasks}/`)).map(({ path }) => path.slice(-1));
    expect(reads).toEqual(['1', '2', '3', '4', '1', '3', '4']);
  });

  test('after a restart of the BMC an old task id is a new task', async () => {
    const tasks = `${root}/TaskService/Tasks`;
    const tree = altered(machine, {
      [tasks]: { Members: [at(`${tasks}/1`)] },
      [`${tasks}/1`]: { Id: '1', TaskState: 'Completed' },
    });
    expect((await facts(tree)).tasks).toEqual([]);
    rig.bmc.tree = altered(tree, {
      [managerPath]: { LastResetTime: '2026-11-22T00:00:00Z' },
      [`${tasks}/1`]: { TaskState: 'Running' },
    });
    const again = await look();
    expect(again.kind === 'seen' && again.facts.tasks).toHaveLength(1);
  });

  test('tasks that cannot be read are a miss, and not "no tasks"', async () => {
    rig = await openRig();
    rig.bmc.script = ({ path }) => (path.endsWith('/Tasks') ? { status: 500, body: '' } : undefined);
    expect(await look()).toMatchObject({ kind: 'missed', reason: 'Busy' });
  });

  test.each([
    ['the service', `${root}/TaskService`],
    ['their list', `${root}/TaskService/Tasks`],
    ['one of them', `${root}/TaskService/Tasks/1`],
  ])('tasks that are not shown to us are a miss as well: %s', async (_, hidden) => {
    rig = await openRig(
      altered(machine, { [`${root}/TaskService/Tasks`]: { Members: [at(`${root}/TaskService/Tasks/1`)] } }),
    );
    const answers: readonly [number, string | null][] = [
      [403, 'CredentialsRefused'],
      [307, 'Unsupported'],
      [400, 'Unsupported'],
      [404, null],
    ];
    for (const [status, reason] of answers) {
      rig.bmc.script = ({ path }) => (path === hidden ? { status, body: {} } : undefined);
      const seen = await look('full');
      if (reason === null) expect(seen.kind === 'seen' && seen.facts.tasks).toEqual([]);
      else expect(seen).toMatchObject({ kind: 'missed', reason });
    }
  });

  test('hardware that cannot be read whole is left out, and the rest is seen', async () => {
    rig = await openRig();
    rig.bmc.script = ({ path }) => (path.endsWith('/Drives/0') ? { status: 500, body: '' } : undefined);
    const seen = await look('full');
    expect(seen.kind === 'seen' && seen.facts.power).toBe('On');
    expect(seen.kind === 'seen' && seen.facts.hardware).toBeUndefined();
  });

  test('a link to nothing is left out', async () => {
    const found = await facts(altered(machine, { [`${systemPath}/Storage/S1/Drives/0`]: null }), 'full');
    expect(found.hardware?.drives).toEqual([]);
  });

  test('without Storage the devices of SimpleStorage are drives', async () => {
    const simple = `${systemPath}/SimpleStorage`;
    const found = await facts(
      altered(machine, {
        [systemPath]: { Storage: undefined, SimpleStorage: at(simple) },
        [simple]: { Members: [at(`${simple}/1`)] },
        [`${simple}/1`]: { Id: '1', Devices: [{ Name: 'sda', Model: 'M', CapacityBytes: '1000' }, { Name: 'sdb' }] },
      }),
      'full',
    );
    expect(found.hardware?.drives).toEqual([{ id: '1/sda', model: 'M', bytes: 1000 }, { id: '1/sdb' }]);
  });

  test('pages are followed, and one that leads to itself ends', async () => {
    const nics = `${systemPath}/EthernetInterfaces`;
    const found = await facts(
      altered(machine, {
        [nics]: { Members: [at(`${nics}/N1`)], 'Members@odata.nextLink': `${nics}/page2` },
        [`${nics}/page2`]: { Members: [at(`${nics}/N2`), at(`${nics}/n1/`)], '@odata.nextLink': `${nics}/page2` },
        [`${nics}/N2`]: { Id: 'N2', MACAddress: 'AA:BB:CC:00:00:09' },
      }),
      'full',
    );
    expect(found.hardware?.nics.map(({ id }) => id)).toEqual(['N1', 'N2']);
  });

  test('what it says of itself is one short line of printable characters', async () => {
    const wild = `\u001b[2J${'x\n'.repeat(100_000)}`;
    const tasks = `${root}/TaskService/Tasks`;
    const found = await facts(
      altered(machine, {
        [tasks]: { Members: [at(`${tasks}/1`)] },
        [`${tasks}/1`]: { '@odata.id': `${tasks}/1`, Id: wild, Name: wild, TaskState: wild },
        [systemPath]: {
          BiosVersion: wild,
          Boot: { BootSourceOverrideTarget: wild, BootSourceOverrideEnabled: wild, BootSourceOverrideMode: wild },
        },
        [managerPath]: { FirmwareVersion: wild },
        [`${systemPath}/Processors/CPU1`]: { Id: wild },
        [`${systemPath}/Memory/A1`]: { Id: wild },
        [`${systemPath}/Storage/S1/Drives/0`]: { Id: wild, MediaType: wild, Protocol: wild },
        [`${systemPath}/EthernetInterfaces/N1`]: { Id: wild },
        [`${root}/UpdateService/FirmwareInventory/BMC`]: { Id: wild, Version: wild },
      }),
      'full',
    );
    const shown = JSON.stringify([found.tasks, found.boot, found.hardware]);
    expect(shown).not.toMatch(/\\[nu]/);
    expect(shown.length).toBeLessThan(4_000);
  });

  test('a page on another host is not followed, and what is on it is not taken for absent', async () => {
    const away = 'http://127.0.0.9:1/page2';
    for (const [list, kind] of [
      [`${root}/TaskService/Tasks`, 'missed'],
      [`${systemPath}/EthernetInterfaces`, 'seen'],
    ] as const) {
      rig = await openRig(altered(machine, { [list]: { 'Members@odata.nextLink': away } }));
      const seen = await look('full');
      expect(seen.kind).toBe(kind);
      if (seen.kind === 'seen') expect(seen.facts.hardware).toBeUndefined();
      await rig.close();
    }
    rig = await openRig();
  });

  test('a collection without end, and a machine of too many parts, are cut off', async () => {
    rig = await openRig(machine, { limits: { ...testLimits, pagesMax: 3, readsMax: 40 } });
    let pages = 0;
    rig.bmc.script = ({ path }) =>
      path.startsWith(`${root}/Systems?`) || path === `${root}/Systems`
        ? { status: 200, body: { Members: [], 'Members@odata.nextLink': `${root}/Systems?page=${++pages}` } }
        : undefined;
    expect(await look()).toMatchObject({ kind: 'missed', reason: 'Garbage' });
    expect(pages).toBe(3);
    rig.bmc.script = ({ path }) =>
      path.endsWith('/Memory')
        ? { status: 200, body: { Members: Array.from({ length: 500 }, (_, n) => at(`${systemPath}/Memory/${n}`)) } }
        : undefined;
    const before = rig.bmc.received.length;
    const seen = await look('full');
    expect(seen.kind === 'seen' && seen.facts.hardware).toBeUndefined();
    expect(rig.bmc.received.length - before).toBeLessThanOrEqual(40);
  });

  test('collections are asked for whole where that is offered, and member by member where it does not work', async () => {
    const offered = { ProtocolFeaturesSupported: { ExpandQuery: { NoLinks: true, MaxLevels: 1 } } };
    const tree = altered(machine, { [root]: offered });
    const plain = await facts(machine, 'full');
    const reads = rig.bmc.received.length;
    await rig.close();
    rig = await openRig(tree);
    rig.bmc.script = ({ path }) => {
      const collection = path.endsWith('?$expand=.') ? path.slice(0, -'?$expand=.'.length) : undefined;
      if (collection === undefined) return undefined;
      if (collection.endsWith('/Memory')) return { status: 501, body: {} };
      const members = Object.entries(tree).filter(([key]) => key.replace(/\/[^/]*$/, '') === collection);
      return { status: 200, body: { Members: members.map(([key, body]) => ({ ...at(key), ...Object(body) })) } };
    };
    const whole = await look('full');
    expect(whole.kind === 'seen' && whole.facts).toEqual(plain);
    expect(rig.bmc.received.length).toBeLessThan(reads);
  });
});

describe('which system', () => {
  const second = `${root}/Systems/2`;
  const both = { [`${root}/Systems`]: { Members: [at(second), at(systemPath)] } };

  test('the one that can be reset', async () => {
    const found = await facts(altered(machine, { ...both, [second]: { Id: '2', SerialNumber: 'GPU-TRAY' } }));
    expect(found.identity.serial).toBe('437XR1138R2');
  });

  test('the one that is named, in whatever case', async () => {
    const tree = altered(machine, { ...both, [second]: { Id: '2', SerialNumber: 'NODE-2' } });
    rig = await openRig(tree);
    const subject = { ...rig.subject, bmc: { ...rig.subject.bmc, system: '/redfish/v1/systems/2/' } };
    const seen = await rig.driver.observe(subject, 'quick', never);
    expect(seen.kind === 'seen' && seen.facts.identity.serial).toBe('NODE-2');
    const gone = { ...rig.subject, bmc: { ...rig.subject.bmc, system: `${root}/Systems/3` } };
    expect(await rig.driver.observe(gone, 'quick', never)).toMatchObject({ kind: 'missed', reason: 'Unsupported' });
  });

  test('of two that can be reset: neither, and the names of both', async () => {
    const Actions = { '#ComputerSystem.Reset': { target: `${second}/Reset` } };
    rig = await openRig(altered(machine, { ...both, [second]: { Id: '2', Actions } }));
    const seen = await look();
    expect(seen).toMatchObject({ kind: 'missed', reason: 'Unsupported' });
    expect(seen.kind === 'missed' && seen.message).toContain(`bmc.system: ${second}, ${systemPath}`);
  });

  test('a BMC that is not linked is the only one there is', async () => {
    const found = await facts(altered(machine, { [systemPath]: { Links: {} } }));
    expect(found.bmcLastReset).toBe('2026-11-01T00:00:00Z');
  });
});

describe('a service that is not what it should be', () => {
  test.each([
    [400, { error: { '@Message.ExtendedInfo': [{ MessageId: 'IDRAC.2.8.SWC0700' }] } }, 'Busy'],
    [400, {}, 'Unsupported'],
    [403, {}, 'CredentialsRefused'],
    [404, {}, 'Unsupported'],
    [429, {}, 'Busy'],
    [500, '<html>', 'Busy'],
    [503, '', 'Busy'],
    [200, '', 'Garbage'],
    [200, '[]', 'Garbage'],
    [200, { PowerState: 'Off', Members: null }, 'Garbage'],
    [200, { error: { message: 'try later' } }, 'Garbage'],
    [204, '', 'Garbage'],
    [301, '', 'Unsupported'],
  ])('%s %j is %s', async (status, body, reason) => {
    rig = await openRig();
    rig.bmc.script = ({ path }) => (path === systemPath ? { status, body } : undefined);
    expect(await look()).toMatchObject({ kind: 'missed', reason });
  });

  test('one broken connection is survived, two are a miss', async () => {
    rig = await openRig();
    await look();
    rig.bmc.trouble = { kind: 'reset', times: 1 };
    expect((await look()).kind).toBe('seen');
    rig.bmc.trouble = { kind: 'reset', times: 2 };
    const before = rig.bmc.received.length;
    expect(await look()).toMatchObject({ kind: 'missed', reason: 'Reset' });
    expect(rig.bmc.received.length - before).toBe(2);
    expect((await look()).kind).toBe('seen');
  });
});
