import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTwins, type TwinServer } from '../../src/adapters/twin-server/start.ts';
import { generateFleet } from '../../src/twin/fleet.ts';
import { defaultTimings, hasten } from '../../src/twin/timings.ts';

/*
 * Independent clients must find nothing odd in the twin: DMTF's redfishtool, and OpenStack's sushy. Debian has both
 * (redfishtool, python3-sushy), and Debian's Python runs them.
 */
const python = '/usr/bin/python3';
const sushyMark = '/usr/lib/python3/dist-packages/sushy/__init__.py';

const isThere = (path: string, mode: number): boolean => {
  try {
    accessSync(path, mode);
    return true;
  } catch {
    return false;
  }
};
const hasRedfishtool = (process.env.PATH ?? '')
  .split(delimiter)
  .some((folder) => isThere(join(folder, 'redfishtool'), constants.X_OK));
const hasSushy = isThere(python, constants.X_OK) && isThere(sushyMark, constants.R_OK);
const missing = [...(hasRedfishtool ? [] : ['redfishtool']), ...(hasSushy ? [] : ['python3-sushy'])];
// In CI they must be there: then nothing is skipped, and what is missing makes the tests fail.
const skip = missing.length > 0 && !process.env.CI;
if (missing.length > 0) process.stderr.write(`reference clients missing: apt-get install ${missing.join(' ')}\n`);

interface Ran {
  readonly code: number;
  readonly out: string;
}

/** Runs a client without the proxies and CA bundles of whoever runs the tests. */
function run(file: string, args: readonly string[]): Promise<Ran> {
  const { REQUESTS_CA_BUNDLE: _r, CURL_CA_BUNDLE: _c, ...env } = process.env;
  const options = { env: { ...env, NO_PROXY: '127.0.0.1', no_proxy: '127.0.0.1' }, timeout: 50_000 };
  return new Promise((resolve, reject) => {
    execFile(file, args, options, (error, stdout, stderr) => {
      if (error && typeof error.code !== 'number') reject(error);
      else resolve({ code: typeof error?.code === 'number' ? error.code : 0, out: stdout + stderr });
    });
  });
}

let server: TwinServer;
let plain: string;
let secure: string;

beforeAll(async () => {
  const { machines } = generateFleet({
    count: 2,
    seed: 1,
    facility: 'ams1',
    portBase: 1,
    // Fast, so that a client that polls does not wait long; the tests below never rely on how fast.
    timings: hasten(defaultTimings, 20),
  });
  const started = await startTwins({
    machines: machines.map(({ spec }, index) => ({ spec, port: 0, tls: index === 1 })),
  });
  if (!started.ok) throw new Error(started.error);
  server = started.value;
  plain = server.machines[0]?.url ?? '';
  secure = server.machines[1]?.url ?? '';
});
afterAll(() => server?.close());

describe.skipIf(skip)(`redfishtool${skip ? ` (skipped, missing: ${missing.join(', ')})` : ''}`, () => {
  const withoutLogin = () => ['-r', new URL(plain).host, '-S', 'IfSendingCredentials', '-A', 'None'];
  const withBasic = () => ['-r', new URL(plain).host, '-u', 'admin', '-p', 'password', '-S', 'Never', '-A', 'Basic'];
  const withSession = () => ['-r', new URL(secure).host, '-u', 'admin', '-p', 'password', '-S', 'Always'];
  const tool = async (...args: readonly string[]): Promise<string> => {
    const { code, out } = await run('redfishtool', args);
    if (code !== 0) throw new Error(out);
    return out;
  };
  const powerBecomes = async (target: () => readonly string[], power: string): Promise<void> => {
    await expect
      .poll(async () => JSON.parse(await tool(...target(), 'Systems', '-I', '1', 'get')).PowerState, {
        timeout: 20_000,
        interval: 200,
      })
      .toBe(power);
  };
  /** With each step of its boot the system has another ETag, so that whoever sends one would hear 412. */
  const restart = async (target: () => readonly string[]): Promise<void> => {
    const read = async () => JSON.parse(await tool(...target(), 'Systems', '-I', '1', 'get'));
    const { LastResetTime: before } = await read();
    await tool(...target(), '-s', 'Systems', '-I', '1', 'reset', 'ForceRestart');
    await expect
      .poll(
        async () => {
          const { LastResetTime, BootProgress } = await read();
          return LastResetTime > before && BootProgress.LastState;
        },
        { timeout: 20_000, interval: 200 },
      )
      .toBe('OSRunning');
  };

  it('finds the service without login', async () => {
    expect(await tool(...withoutLogin(), 'versions')).toContain('v1');
    expect(await tool(...withoutLogin(), 'root')).toContain('ServiceRoot');
  });

  it.each([
    ['Basic over HTTP', withBasic],
    ['a session over HTTPS', withSession],
  ])('lists, reads and powers with %s', async (_, target) => {
    expect(JSON.parse(await tool(...target(), 'Systems', 'list'))).toMatchObject({ 'Members@odata.count': 1 });
    expect(JSON.parse(await tool(...target(), 'Systems', '-1', 'get'))).toMatchObject({ Manufacturer: 'Twin Systems' });
    await tool(...target(), '-s', 'Systems', '-I', '1', 'reset', 'ForceOff');
    await powerBecomes(target, 'Off');
    await tool(...target(), '-s', 'Systems', '-I', '1', 'reset', 'On');
    await powerBecomes(target, 'On');
    await restart(target);
  });

  it.each(['Pxe', 'Cd'])('sets boot once to %s', async (device) => {
    await tool(...withSession(), '-s', 'Systems', '-I', '1', 'setBootOverride', 'Once', device);
    const system = JSON.parse(await tool(...withSession(), 'Systems', '-I', '1', 'get'));
    expect(system.Boot).toMatchObject({ BootSourceOverrideEnabled: 'Once', BootSourceOverrideTarget: device });
  });

  it('inserts and ejects an image', async () => {
    const cd = '/redfish/v1/Managers/1/VirtualMedia/Cd';
    const post = (verb: string, body: string) =>
      tool(...withSession(), '-s', 'raw', 'POST', `${cd}/Actions/VirtualMedia.${verb}Media`, '-d', body);
    const shown = async () => JSON.parse(await tool(...withSession(), 'raw', 'GET', cd));
    await post('Insert', '{"Image":"http://127.0.0.1:28090/t.iso"}');
    expect(await shown()).toMatchObject({ Inserted: true, Image: 'http://127.0.0.1:28090/t.iso' });
    await post('Eject', '{}');
    expect(await shown()).toMatchObject({ Inserted: false, Image: null });
  });

  it('patches with an ETag', async () => {
    const boot = '{"Boot":{"BootSourceOverrideEnabled":"Once","BootSourceOverrideTarget":"UefiHttp"}}';
    await tool(...withSession(), 'Systems', '-I', '1', 'patch', boot);
    await tool(...withSession(), '-s', 'Systems', '-I', '1', 'setIndicatorLed', 'Lit');
    const system = JSON.parse(await tool(...withSession(), 'Systems', '-I', '1', 'get'));
    expect(system).toMatchObject({ IndicatorLED: 'Lit', Boot: { BootSourceOverrideTarget: 'UefiHttp' } });
  });

  it('reads the inventory', async () => {
    const read = async (...args: readonly string[]) => JSON.parse(await tool(...withSession(), ...args));
    expect(await read('Systems', '-I', '1', 'Processors', '-a')).toMatchObject({ 'Members@odata.count': 2 });
    expect(await read('Systems', '-I', '1', 'EthernetInterfaces', '-a')).toMatchObject({ 'Members@odata.count': 2 });
    expect(await read('Systems', '-I', '1', 'SimpleStorage', '-a')).toMatchObject({ 'Members@odata.count': 1 });
    expect(await read('Chassis', '-F', 'Power')).toMatchObject({ PowerControl: [{ MemberId: '0' }] });
    expect(await read('Chassis', '-F', 'Thermal')).toMatchObject({ Temperatures: [{ MemberId: '0' }] });
    expect(await read('Managers', '-F', 'get')).toMatchObject({ ManagerType: 'BMC' });
    expect(await read('SessionService', 'get')).toMatchObject({ ServiceEnabled: true });
    expect(await read('AccountService', 'Accounts', '-a')).toMatchObject({ 'Members@odata.count': 1 });
  });

  it('leaves no session behind', async () => {
    await tool(...withSession(), 'Systems', 'list');
    const withBasicOverTls = [
      '-r',
      new URL(secure).host,
      '-u',
      'admin',
      '-p',
      'password',
      '-S',
      'Always',
      '-A',
      'Basic',
    ];
    const sessions = JSON.parse(await tool(...withBasicOverTls, 'SessionService', 'Sessions'));
    expect(sessions['Members@odata.count']).toBe(0);
  });
});

describe.skipIf(skip)(`sushy${skip ? ` (skipped, missing: ${missing.join(', ')})` : ''}`, () => {
  const script = (url: string, auth: string, body: string): string => `
import json, sys, time
import sushy
from sushy import auth as sushy_auth
root = sushy.Sushy(${JSON.stringify(url)}, auth=sushy_auth.${auth}('admin', 'password'), verify=False)
system = root.get_system('/redfish/v1/Systems/1')
def becomes(power):
    for _ in range(100):
        system.refresh(force=True)
        if system.power_state == power: return
        time.sleep(0.1)
    raise Exception('power is still %s' % system.power_state)
${body}
`;
  const sushy = async (url: string, auth: string, body: string): Promise<unknown> => {
    const { code, out } = await run(python, ['-W', 'ignore', '-c', script(url, auth, body)]);
    if (code !== 0) throw new Error(out);
    return JSON.parse(out.trim().split('\n').at(-1) ?? '');
  };

  it.each([
    ['HTTP', 'BasicAuth'],
    ['HTTPS', 'SessionAuth'],
  ])('powers off and on over %s with %s', async (scheme, auth) => {
    const told = await sushy(
      scheme === 'HTTPS' ? secure : plain,
      auth,
      `
before = system.json['LastResetTime']
system.reset_system(sushy.RESET_FORCE_OFF)
becomes(sushy.POWER_STATE_OFF)
system.reset_system(sushy.RESET_ON)
becomes(sushy.POWER_STATE_ON)
print(json.dumps(system.json['LastResetTime'] > before))
`,
    );
    expect(told).toBe(true);
  });

  it('sets boot once, and BIOS attributes for the next boot', async () => {
    const told = await sushy(
      plain,
      'BasicAuth',
      `
system.set_system_boot_options(target=sushy.BOOT_SOURCE_TARGET_PXE, enabled=sushy.BOOT_SOURCE_ENABLED_ONCE, mode=sushy.BOOT_SOURCE_MODE_UEFI)
system.refresh(force=True)
boot = [system.boot.target.value, system.boot.enabled.value]
system.bios.set_attributes({'LogicalProc': 'Disabled'})
system.bios.refresh(force=True)
now = system.bios.attributes['LogicalProc']
system.reset_system(sushy.RESET_FORCE_RESTART)
for _ in range(100):
    system.refresh(force=True)
    if system.boot.enabled == sushy.BOOT_SOURCE_ENABLED_DISABLED: break
    time.sleep(0.1)
system.bios.refresh(force=True)
print(json.dumps([boot, now, system.bios.attributes['LogicalProc'], system.boot.target.value]))
`,
    );
    expect(told).toEqual([['Pxe', 'Once'], 'Enabled', 'Disabled', 'None']);
  });

  it.each([
    ['HTTP', 'BasicAuth'],
    ['HTTPS', 'SessionAuth'],
  ])('inserts an image, boots from it once and ejects it over %s with %s', async (scheme, auth) => {
    const image = 'http://127.0.0.1:28090/t.iso';
    const url = scheme === 'HTTPS' ? secure : plain;
    const told = await sushy(
      url,
      auth,
      `
import requests
slots = system.managers[0].virtual_media.get_members()
cd = [slot for slot in slots if sushy.VirtualMediaType.CD in slot.media_types][0]
cd.insert_media('${image}')
cd.refresh(force=True)
during = [cd.inserted, cd.image, cd.image_name, cd.connected_via.value, cd.write_protected]
before = system.json['LastResetTime']
system.set_system_boot_options(target=sushy.BOOT_SOURCE_TARGET_CD, enabled=sushy.BOOT_SOURCE_ENABLED_ONCE)
system.reset_system(sushy.RESET_FORCE_RESTART)
for _ in range(100):
    system.refresh(force=True)
    if system.json['LastResetTime'] > before: break
    time.sleep(0.1)
cd.eject_media()
cd.refresh(force=True)
after = [cd.inserted, cd.image, cd.connected_via.value]
booted = requests.get('${url}/_twin', verify=False).json()['bootedFrom']
print(json.dumps([len(slots), during, after, booted]))
`,
    );
    expect(told).toEqual([
      2,
      [true, image, 't.iso', 'URI', true],
      [false, null, 'NotConnected'],
      { kind: 'Cd', image },
    ]);
  });

  it('reads the inventory', async () => {
    const told = await sushy(
      secure,
      'SessionAuth',
      `
drives = [drive for storage in system.storage.get_members() for drive in storage.drives]
print(json.dumps({
  'uuid': system.uuid,
  'cpus': system.processors.summary.count,
  'memory': system.memory_summary.size_gib,
  'nics': sorted(system.ethernet_interfaces.summary.keys()),
  'drives': [[drive.serial_number, drive.media_type, drive.capacity_bytes] for drive in drives],
  'simple': system.simple_storage.max_size_bytes,
  'manager': root.get_manager_collection().get_members()[0].firmware_version,
  'chassis': root.get_chassis_collection().get_members()[0].serial_number,
  'firmware': sorted(one.version for one in root.get_update_service().firmware_inventory.get_members()),
  'tasks': len(root.get_task_service().tasks.get_members()),
}))
`,
    );
    const spec = generateFleet({ count: 2, seed: 1, facility: 'ams1', portBase: 1 }).machines[1]?.spec;
    expect(told).toEqual({
      uuid: spec?.identity.uuid,
      // Threads, as this client counts them.
      cpus: 64,
      memory: 128,
      nics: spec?.hardware.nics.map((nic) => nic.mac?.toUpperCase()).sort(),
      drives: spec?.hardware.drives.map((drive) => [drive.serial, drive.media, drive.bytes]),
      simple: 960_000_000_000,
      manager: '1.12.0',
      chassis: spec?.identity.chassisSerial,
      firmware: ['1.12.0', '2.4.1'],
      tasks: 0,
    });
  });
});
