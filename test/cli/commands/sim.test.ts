import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { TwinServer } from '../../../src/adapters/twin-server/start.ts';
import { startSim } from '../../../src/cli/commands/sim.ts';
import { call } from '../../adapters/twin-server/call.ts';

const example = new URL('../../../examples/fleet-repo', import.meta.url).pathname;
const defaults = { persona: 'generic', seed: 1, speed: 1 };
type Options = Parameters<typeof startSim>[1];

let folder: string;
let servers: TwinServer[];
let out: string[];
let err: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sim-'));
  servers = [];
  out = [];
  err = [];
});
afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
  rmSync(folder, { recursive: true });
});

async function sim(dir: string | undefined, options: Partial<Options>) {
  const output = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
  const started = await startSim(dir, { ...defaults, ...options }, output);
  if (started.ok) servers.push(started.value);
  return started;
}

/** The same on ports of which nobody knows beforehand whether they are free: asks again until they are. */
async function simSomewhere(dir: string | undefined, options: Partial<Options>): Promise<TwinServer> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const files = `fleet-${attempt}`;
    const port = await freePort();
    const writing = options.writeFleet === undefined ? {} : { writeFleet: join(options.writeFleet, files) };
    const started = await sim(dir, { ...options, ...writing, port });
    if (started.ok) return started.value;
    if (!started.error.message.includes('EADDRINUSE')) throw new Error(started.error.message);
  }
  throw new Error('no free ports');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? Math.min(address.port, 65_500) : 0));
    });
  });
}

const serialAt = async (url: string) => {
  const { body } = await call('GET', `${url}/redfish/v1/Systems/1`, undefined, { rejectUnauthorized: false });
  return JSON.parse(body).SerialNumber;
};

describe('generated machines', () => {
  it('are ready when the files are complete, the log exists and all listen', async () => {
    const effects = join(folder, 'effects.ndjson');
    const secrets = join(folder, 'secrets');
    const server = await simSomewhere(undefined, { count: 3, effects, writeFleet: folder, writeSecrets: secrets });
    expect(out).toEqual(['ready 3']);
    expect(readFileSync(effects, 'utf8')).toBe('');
    expect(parse(readFileSync(join(secrets, 'bmc-default.yaml'), 'utf8'))).toEqual({
      username: 'admin',
      password: 'password',
    });
    const fleet =
      err
        .findLast((line) => line.includes('files in'))
        ?.split(' in ')
        .at(-1) ?? '';
    for (const { name, url } of server.machines) {
      const machine = parse(readFileSync(join(fleet, `facilities/ams1/machines/r01/${name}.yaml`), 'utf8'));
      expect(machine.spec.bmc.address).toBe(url);
      expect(await serialAt(url)).toBe(machine.spec.identity.serial);
    }
    await server.close();
    servers = [];

    // The files that it wrote describe it: served from them, the machines are the same.
    const again = await sim(fleet, {});
    if (!again.ok) throw new Error(again.error.message);
    expect(again.value.machines).toEqual(server.machines);
    for (const { name, url } of again.value.machines) {
      const machine = parse(readFileSync(join(fleet, `facilities/ams1/machines/r01/${name}.yaml`), 'utf8'));
      expect(await serialAt(url)).toBe(machine.spec.identity.serial);
    }
  });

  it('have the pins of their manifests', async () => {
    const server = await simSomewhere(undefined, { count: 2, tls: true, writeFleet: folder });
    expect(server.machines[0]?.url).toMatch(/^https:/);
    const fleet =
      err
        .findLast((line) => line.includes('files in'))
        ?.split(' in ')
        .at(-1) ?? '';
    const machine = parse(readFileSync(join(fleet, 'facilities/ams1/machines/r01/ams1-r01-u01.yaml'), 'utf8'));
    expect(machine.spec.bmc.tls.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('go wrong as a file says', async () => {
    const faults = join(folder, 'faults.yaml');
    writeFileSync(faults, 'faults:\n  - { fault: unavailable, machines: [ams1-r01-u02] }\n');
    const server = await simSomewhere(undefined, { count: 2, faults });
    const statuses = server.machines.map(async ({ url }) => (await call('GET', `${url}/redfish/v1`)).status);
    expect(await Promise.all(statuses)).toEqual([200, 503]);
  });

  it('go wrong only if they exist', async () => {
    const faults = join(folder, 'faults.yaml');
    writeFileSync(faults, 'faults:\n  - { fault: hang, machines: [ams1-r09-u01] }\n');
    const started = await sim(undefined, { count: 1, port: 1, faults });
    expect(started).toMatchObject({
      ok: false,
      error: { exitCode: 2, message: expect.stringContaining('no machine ams1-r09-u01') },
    });
  });

  it('overwrite nothing', async () => {
    const mine = join(folder, 'mine');
    mkdirSync(mine);
    writeFileSync(join(mine, 'notes.txt'), 'keep');
    const started = await sim(undefined, { count: 1, port: 1, writeFleet: mine });
    expect(started).toMatchObject({ ok: false, error: { exitCode: 1 } });
    expect(existsSync(join(mine, 'fleet.yaml'))).toBe(false);
    expect(out).toEqual([]);
  });
});

describe('a fleet repo', () => {
  it('gives its machines, elsewhere if asked', async () => {
    const server = await simSomewhere(example, { facility: 'ams1' });
    expect(server.machines).toHaveLength(12);
    const [first] = server.machines;
    const manifest = parse(readFileSync(join(example, 'facilities/ams1/machines/r01/ams1-r01-u01.yaml'), 'utf8'));
    expect(await serialAt(first?.url ?? '')).toBe(manifest.spec.identity.serial);
  });

  it('is rejected with its problems', async () => {
    const machines = join(folder, 'facilities/x/machines/r01');
    mkdirSync(machines, { recursive: true });
    writeFileSync(join(machines, 'm.yaml'), 'kind: Machine\n');
    const started = await sim(folder, {});
    expect(started).toMatchObject({ ok: false, error: { exitCode: 4 } });
    expect(started.ok ? '' : started.error.message).toContain('facilities/x/machines/r01/m.yaml');
  });
});

describe('asked for wrongly', () => {
  it.each([
    [undefined, {}, 2, '--count'],
    [undefined, { count: 10, port: 65_530 }, 2, 'beyond port'],
    ['.', { count: 1 }, 2, '--count'],
    ['.', { writeFleet: 'x' }, 2, '--write-fleet'],
    ['.', { tls: true }, 2, '--port'],
    ['no-such-folder', {}, 1, 'ENOENT'],
    [undefined, { count: 1, faults: 'no-such-file' }, 1, 'ENOENT'],
    [undefined, { count: 1, effects: '/no/such/folder/x' }, 1, 'ENOENT'],
  ] as const)('%s %j', async (dir, options, exitCode, reason) => {
    const started = await sim(dir, options);
    expect(started).toMatchObject({ ok: false, error: { exitCode, message: expect.stringContaining(reason) } });
  });

  it('says which facilities there are', async () => {
    mkdirSync(join(folder, 'facilities/a'), { recursive: true });
    mkdirSync(join(folder, 'facilities/b'), { recursive: true });
    expect(await sim(folder, {})).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('no facility') },
    });
    writeFileSync(join(folder, 'facilities/a/facility.yaml'), '');
    writeFileSync(join(folder, 'facilities/b/facility.yaml'), '');
    expect(await sim(folder, {})).toMatchObject({ ok: false, error: { message: expect.stringContaining('a | b') } });
    expect(await sim(folder, { facility: 'c' })).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining('only a, b') },
    });
  });
});
