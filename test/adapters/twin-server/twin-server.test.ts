import { createHash, type X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTlsIdentity } from '../../../src/adapters/twin-server/certificate.ts';
import { startTwins, type TwinServer } from '../../../src/adapters/twin-server/start.ts';
import { generateFleet } from '../../../src/twin/fleet.ts';
import { defaultTimings } from '../../../src/twin/timings.ts';
import { call, login } from './call.ts';

const system = '/redfish/v1/Systems/1';
const reset = `${system}/Actions/ComputerSystem.Reset`;

let folder: string;
let log: string;
let server: TwinServer | undefined;
let now: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'twin-'));
  log = join(folder, 'effects.ndjson');
  now = Date.parse('2026-11-22T10:00:00Z');
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  rmSync(folder, { recursive: true });
});

/** Starts machines on free ports, with a clock that only this test moves; gives their addresses. */
async function start(count: number, tls = false): Promise<readonly string[]> {
  const { machines } = generateFleet({ count, seed: 1, facility: 'ams1', portBase: 1, timings: defaultTimings });
  const started = await startTwins({
    machines: machines.map(({ spec }) => ({ spec, port: 0, tls })),
    effects: log,
    now: () => now,
  });
  if (!started.ok) throw new Error(started.error);
  server = started.value;
  return server.machines.map((machine) => machine.url);
}

const logged = (): readonly Record<string, unknown>[] =>
  readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

const faulty = (url: string, ...faults: readonly object[]) => call('POST', `${url}/_twin/faults`, { faults });

describe('a served facility', () => {
  it('answers for each machine at its own address', async () => {
    const urls = await start(3);
    const serials = await Promise.all(
      urls.map(async (url) => JSON.parse((await call('GET', `${url}${system}`)).body).SerialNumber),
    );
    expect(new Set(serials).size).toBe(3);
    expect(readFileSync(log, 'utf8')).toBe('');
  });

  it('has the request on record before the answer arrives', async () => {
    const [url] = await start(1);
    for (let count = 1; count <= 20; count += 1) {
      const answer = await call('PATCH', `${url}${system}`, { LocationIndicatorActive: count % 2 === 1 });
      expect(answer.status).toBe(204);
      expect(logged()).toHaveLength(count);
    }
    expect(logged()[0]).toEqual({
      at: '2026-11-22T10:00:00.000Z',
      machine: 'ams1-r01-u01',
      method: 'PATCH',
      path: system,
      body: { LocationIndicatorActive: true },
      status: 204,
      class: 'target',
      effect: { indicator: 'Off→Lit' },
    });
  });

  it('goes on with the log of an earlier run', async () => {
    const [url] = await start(1);
    await call('POST', `${url}${reset}`, { ResetType: 'ForceOff' });
    await server?.close();
    const [again] = await start(1);
    await call('POST', `${again}${reset}`, { ResetType: 'ForceOff' });
    expect(logged()).toHaveLength(2);
  });

  it('breaks every connection while the BMC restarts', async () => {
    const [url] = await start(1);
    const answer = await call('POST', `${url}/redfish/v1/Managers/1/Actions/Manager.Reset`, {
      ResetType: 'ForceRestart',
    });
    expect(answer.status).toBe(204);
    await expect(call('GET', `${url}/redfish/v1`)).rejects.toMatchObject({ code: 'ECONNRESET' });
    now += 5_000;
    expect((await call('GET', `${url}/redfish/v1`)).status).toBe(200);
  });

  it('refuses what is too long, and stays up', async () => {
    const [url] = await start(1);
    const long = `{"Boot":"${'x'.repeat(3_000_000)}"}`;
    expect((await call('PATCH', `${url}${system}`, long)).status).toBe(400);
    expect(logged()[0]).toMatchObject({ status: 400, effect: null });
    expect(readFileSync(log).length).toBeLessThan(1_000);
    expect((await call('GET', `${url}${system}`)).status).toBe(200);
  });

  it('says why it cannot begin, and leaves nothing behind', async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
    const address = blocker.address();
    const taken = typeof address === 'object' && address !== null ? address.port : 0;
    const { machines } = generateFleet({ count: 2, seed: 1, facility: 'ams1', portBase: 1 });
    const started = await startTwins({
      machines: machines.map(({ spec }, index) => ({ spec, port: index === 0 ? 0 : taken, tls: false })),
      now: () => now,
    });
    expect(started).toMatchObject({ ok: false, error: expect.stringContaining('ams1-r01-u02: listen EADDRINUSE') });
    await new Promise((resolve) => blocker.close(resolve));
  });
});

describe('faults on the wire', () => {
  it('reset: the connection breaks, the effect may have happened', async () => {
    const [url = ''] = await start(1);
    await faulty(url, { fault: 'reset', on: 'mutating', when: 'after' });
    await expect(call('POST', `${url}${reset}`, { ResetType: 'ForceOff' })).rejects.toMatchObject({
      code: 'ECONNRESET',
    });
    now += 1_000;
    expect(JSON.parse((await call('GET', `${url}${system}`)).body).PowerState).toBe('Off');
    expect(logged()).toMatchObject([{ status: null, effect: { power: 'On→Off' } }]);
  });

  it('hang: nothing comes, until the client gives up', async () => {
    const [url = ''] = await start(1);
    await faulty(url, { fault: 'hang', on: 'mutating' });
    const patience = AbortSignal.timeout(200);
    await expect(call('POST', `${url}${reset}`, { ResetType: 'On' }, { signal: patience })).rejects.toMatchObject({
      code: 'ABORT_ERR',
    });
    expect(logged()).toMatchObject([{ status: null, effect: null }]);
    await faulty(url);
    expect((await call('POST', `${url}${reset}`, { ResetType: 'On' })).status).toBe(204);
  });

  it('garbage: HTTP that makes no sense, or no HTTP', async () => {
    const [url = ''] = await start(1);
    await faulty(url, { fault: 'garbage' });
    const seen = new Set<string>();
    for (let count = 0; count < 60; count += 1) {
      seen.add(
        await call('GET', `${url}${system}`).then(
          (answer) => answer.body.slice(0, 5),
          (error: { code: string }) => error.code,
        ),
      );
    }
    expect(seen.size).toBe(6);
    expect([...seen].some((one) => one.startsWith('HPE_'))).toBe(true);
  });

  it('unavailable: 503', async () => {
    const [url = ''] = await start(1);
    await faulty(url, { fault: 'unavailable' });
    expect(await call('GET', `${url}${system}`)).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
  });

  it('wrong machine: another serial number, and its own name in the log', async () => {
    const [url = ''] = await start(1);
    const own = JSON.parse((await call('GET', `${url}${system}`)).body).SerialNumber;
    await faulty(url, { fault: 'wrong-machine' });
    expect(JSON.parse((await call('GET', `${url}${system}`)).body).SerialNumber).not.toBe(own);
    await call('POST', `${url}${reset}`, { ResetType: 'ForceOff' });
    expect(logged()).toMatchObject([{ machine: 'ams1-r01-u01-stranger' }]);
  });
});

describe('the controls', () => {
  it('press the button, open a task, and tell how things are', async () => {
    const [url] = await start(1);
    await call('POST', `${url}/_twin/power`, { power: 'Off' });
    now += 1_000;
    const opened = await call('POST', `${url}/_twin/task`, { name: 'firmware update', forMs: 1_000 });
    expect(JSON.parse(opened.body)).toMatchObject({ machine: 'ams1-r01-u01', power: 'Off', openTasks: 1 });
    const task = JSON.parse((await call('GET', `${url}/redfish/v1/TaskService/Tasks`)).body).Members[0]['@odata.id'];
    expect(JSON.parse((await call('GET', `${url}${task}`)).body).TaskState).toBe('Running');
    now += 1_000;
    expect(JSON.parse((await call('GET', `${url}/_twin`)).body).openTasks).toBe(0);
    expect(readFileSync(log, 'utf8')).toBe('');
  });

  it('open the chassis: a module is gone, a card and the board are others', async () => {
    const [url] = await start(1);
    const get = async (path: string) => JSON.parse((await call('GET', `${url}/redfish/v1/${path}`)).body);
    const modules = (await get('Systems/1/Memory')).Members.length;
    const { SerialNumber } = await get('Systems/1');
    const lost = await call('POST', `${url}/_twin/hardware`, { lose: 'DIMM01' });
    expect([lost.status, (await get('Systems/1/Memory')).Members.length]).toEqual([200, modules - 1]);
    const mac = async () => (await get('Systems/1/EthernetInterfaces/NIC01')).MACAddress;
    const before = await mac();
    await call('POST', `${url}/_twin/hardware`, { replace: 'NIC01' });
    expect(await mac()).not.toBe(before);
    await call('POST', `${url}/_twin/hardware`, { replace: 'board' });
    expect((await get('Systems/1')).SerialNumber).not.toBe(SerialNumber);
    expect(JSON.parse((await call('GET', `${url}/_twin`)).body).machine).toBe('ams1-r01-u01');
    expect(readFileSync(log, 'utf8')).toBe('');
  });

  it.each([
    ['faults', { faults: [{ fault: 'fire' }] }],
    ['power', { power: 'Half' }],
    ['task', {}],
    ['task', { name: 'x', forMs: -1 }],
    ['hardware', {}],
    ['hardware', { lose: 'DIMM99' }],
    ['hardware', { lose: 'DIMM01', replace: 'NIC01' }],
    ['hardware', { lose: 'board' }],
    ['weather', {}],
    ['power', 'nonsense'],
  ])('say no to %s %j', async (what, body) => {
    const [url] = await start(1);
    expect((await call('POST', `${url}/_twin/${what}`, body)).status).toBe(400);
  });
});

function peerCertificate(url: string): Promise<X509Certificate> {
  return new Promise((resolve, reject) => {
    const port = Number(new URL(url).port);
    const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false }, () => {
      const certificate = socket.getPeerX509Certificate();
      socket.destroy();
      if (certificate) resolve(certificate);
      else reject(new Error('no certificate'));
    });
    socket.on('error', reject);
  });
}

describe('TLS', () => {
  it('is spoken with the key that seed and name say, by a certificate that checks', async () => {
    const [url = ''] = await start(1, true);
    const { pin } = makeTlsIdentity(1, 'ams1-r01-u01');
    expect(pin).not.toBe(makeTlsIdentity(1, 'ams1-r01-u02').pin);
    const cert = await peerCertificate(url);
    const key = cert.publicKey.export({ type: 'spki', format: 'der' });
    expect(createHash('sha256').update(key).digest('hex')).toBe(pin);
    const answer = await call('GET', `${url}${system}`, undefined, { headers: login, ca: cert.toString() });
    expect(answer.status).toBe(200);
    await expect(call('GET', `${url}${system}`)).rejects.toMatchObject({ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
  });

  it('breaks as a connection does when a fault says so', async () => {
    const [url = ''] = await start(1, true);
    await call('POST', `${url}/_twin/faults`, { faults: [{ fault: 'reset' }] }, { rejectUnauthorized: false });
    await expect(call('GET', `${url}/redfish/v1`, undefined, { rejectUnauthorized: false })).rejects.toMatchObject({
      code: 'ECONNRESET',
    });
  });

  it('does not mind a client that speaks plain HTTP', async () => {
    const [url = ''] = await start(1, true);
    await expect(call('GET', url.replace('https', 'http'))).rejects.toThrow();
    expect((await peerCertificate(url)).subject).toBe('CN=ams1-r01-u01');
  });
});
