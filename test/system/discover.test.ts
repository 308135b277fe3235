import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { EffectEntry } from '../../src/twin/effect.ts';
import { type Ended, type Running, run, start, stop } from './world/children.ts';
import { FleetRepo, readFolder } from './world/fleet-repo.ts';

/** A datacenter that nobody has described yet, found by `discover`; then it changes, and is found again. */

interface Told {
  readonly kind: string;
  readonly place: string;
  readonly machine?: string;
  readonly message: string;
  readonly remedy?: string;
}
interface Found {
  readonly branch?: string;
  readonly files: readonly string[];
  readonly lines: readonly Told[];
  readonly counts: Readonly<Record<string, number>>;
}

let folder = '';
let sim: Running | null = null;
afterEach(async () => {
  if (sim) await stop(sim);
  sim = null;
  rmSync(folder, { recursive: true, force: true });
});

const credentials = 'bmc-default';
const twoDigits = (n: number): string => String(n).padStart(2, '0');
const nameOf = (index: number): string =>
  `ams1-r${twoDigits(Math.floor(index / 6) + 1)}-u${twoDigits((index % 6) + 1)}`;

/** Serves machines from `port` on; another port where one of them is taken. */
async function serve(options: readonly string[], count: number, ports: number): Promise<number> {
  for (let attempt = 0; attempt < 20; attempt++) {
    // Below those that the system gives to connections: the second start must find the same ones free.
    const port = 20_000 + Math.floor(Math.random() * (32_000 - 20_000 - ports));
    const args = ['sim', ...options, '--count', `${count}`, '--port', `${port}`];
    const running = start([...args, '--write-fleet', 'full', '--write-secrets', 'secrets'], {
      cwd: folder,
      limitMs: 3_600_000,
    });
    const ready = await running.until((line) => line === `ready ${count}`).catch((error: unknown) => error);
    if (typeof ready === 'string') {
      sim = running;
      return port;
    }
    const { stderr } = await stop(running);
    if (!stderr.includes('EADDRINUSE')) throw ready;
    rmSync(join(folder, 'full'), { recursive: true, force: true });
  }
  throw new Error('no free ports');
}

/** The fleet as an operator begins it: who they are, where the BMCs are, how to get in. */
function begin(discovery: string): FleetRepo {
  const repo = FleetRepo.begin(join(folder, 'fleet.git'));
  const full = readFolder(join(folder, 'full'));
  repo.commit('The facility', {
    'fleet.yaml': full.get('fleet.yaml') ?? '',
    'facilities/ams1/facility.yaml': full.get('facilities/ams1/facility.yaml') ?? '',
    'facilities/ams1/discovery.yaml': `apiVersion: nanometal/v1alpha1\nkind: Discovery\nmetadata: { name: ams1 }\nspec:\n${discovery}`,
  });
  return repo;
}

const discover = (...more: readonly string[]): Promise<Ended> =>
  run(['discover', '-f', 'ams1', '--repo', 'fleet.git', '--secrets', 'secrets', '--state', 'state', ...more], {
    cwd: folder,
    limitMs: 580_000,
  });

const read = ({ stdout }: Ended): Found => JSON.parse(stdout);

const effects = (): readonly EffectEntry[] =>
  readFileSync(join(folder, 'effects.ndjson'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): EffectEntry => JSON.parse(line));

function merge(repo: FleetRepo, branch: string): void {
  const id = repo.head(branch);
  if (id === null) throw new Error(`no branch ${branch}`);
  repo.people.setRef('refs/heads/main', id);
}

const machinesOf = (found: Found, kind: string): readonly (string | undefined)[] =>
  found.lines.filter((line) => line.kind === kind).map(({ machine }) => machine);

describe('discover', () => {
  it('proposes exactly what can be reached of 200, and then exactly what has changed', async () => {
    folder = mkdtempSync(join(tmpdir(), 'nanometal-discover-'));
    const faulty = {
      hang: [3, 4],
      reset: [10, 11],
      unavailable: [20, 21],
      garbage: [30, 31],
      printer: [40, 41, 42],
      'password-change': [50, 51, 52],
      'empty-uuid': [60, 61],
      'same-uuid': [70, 71],
      proxy: [80, 81],
    };
    const rules = Object.entries(faulty).map(([fault, indexes]) => ({ fault, machines: indexes.map(nameOf) }));
    expect(Object.values(faulty).flat()).toHaveLength(20);
    writeFileSync(join(folder, 'faults.json'), JSON.stringify({ faults: rules }));
    const port = await serve(['--faults', 'faults.json', '--effects', 'effects.ndjson'], 200, 210);
    const at = (index: number): string => `127.0.0.1:${port + index}`;
    const repo = begin(`  ranges: ["127.0.0.1:${port}-${port + 209}"]\n  credentials: [${credentials}]\n`);

    const began = process.hrtime.bigint();
    const first = await discover('-o', 'json');
    const seconds = Number(process.hrtime.bigint() - began) / 1e9;
    expect(first, first.stderr).toMatchObject({ code: 0 });
    expect(first.stderr).toMatch(/\d+ of 210 addresses asked, \d+ machines found/);
    process.stdout.write(`      200 machines, 20 of them odd: discovered in ${seconds.toFixed(1)} s\n`);
    const found = read(first);
    expect(machinesOf(found, 'new')).toHaveLength(184);
    const placesOf = (kind: string, from = found): readonly string[] =>
      from.lines.filter((line) => line.kind === kind).map(({ place }) => place);
    const unreached = new Set(
      [faulty.hang, faulty.reset, faulty.unavailable, faulty.garbage, faulty.printer, faulty['password-change']]
        .concat([faulty.proxy])
        .flat()
        .map(at),
    );
    const reachable = Array.from({ length: 200 }, (_, i) => at(i)).filter((place) => !unreached.has(place));
    expect(placesOf('new')).toEqual(reachable);
    expect(placesOf('unmatched')).toEqual(expect.arrayContaining(faulty.printer.map(at)));
    expect(placesOf('refused')).toEqual(faulty['password-change'].map(at));
    expect(placesOf('unreachable')).toEqual(
      expect.arrayContaining([...faulty.hang, ...faulty.reset, ...faulty.unavailable].map(at)),
    );
    expect([...placesOf('unmatched'), ...placesOf('unreachable')]).toEqual(
      expect.arrayContaining(faulty.garbage.map(at)),
    );
    const [sameUuid, proxy] = [at(70), at(80)].map((place) =>
      found.lines.find((line) => line.kind === 'duplicate' && line.place === place),
    );
    expect(sameUuid?.message).toContain(at(71));
    expect(proxy?.message).toContain(at(81));
    // Every line says where, why, and unless it is good news, what to do.
    for (const line of found.lines) {
      expect(line.place, JSON.stringify(line)).toContain('127.0.0.1:');
      expect(line.message.length).toBeGreaterThan(5);
      if (line.kind !== 'new') expect(line.remedy, JSON.stringify(line)).toBeTruthy();
    }

    const received = effects();
    expect(received.filter((entry) => entry.class !== 'session')).toEqual([]);
    const logins = new Map<string, number>();
    for (const { machine, method } of received) {
      if (method === 'POST') logins.set(machine, (logins.get(machine) ?? 0) + 1);
    }
    expect(Math.max(...logins.values()), 'logins that one account saw').toBe(1);
    const branch = found.branch ?? '';
    expect(branch).toMatch(/^discover\/ams1\/\d{4}-\d{2}-\d{2}$/);
    expect(repo.people.git(['log', '-1', '--format=%s', branch])).toContain('184 new');

    // Merged, it is a fleet that is right, and nothing in it asks for anything.
    merge(repo, branch);
    const checked = await run(['validate', 'fleet.git', '--rev', 'main'], { cwd: folder });
    expect(checked, checked.stdout + checked.stderr).toMatchObject({ code: 0 });
    const looked = await run(
      [
        'run',
        '-f',
        'ams1',
        '--repo',
        'fleet.git',
        '--secrets',
        'secrets',
        '--state',
        'host',
        '--once',
        '--timeout',
        '5m',
      ],
      { cwd: folder, limitMs: 400_000 },
    );
    expect(looked, looked.stderr).toMatchObject({ code: 0 });
    const plan = await run(['plan', '-f', 'ams1', '--repo', 'fleet.git', '--exit-code'], { cwd: folder });
    expect(plan, plan.stdout + plan.stderr).toMatchObject({ code: 0 });
    expect(effects().filter((entry) => entry.class !== 'session')).toEqual([]);

    // Five are carried away, three are plugged in elsewhere, one gets another board, and two are new.
    if (sim) await stop(sim);
    sim = null;
    const full = join(folder, 'full');
    const pathOf = (index: number): string => {
      const name = nameOf(index);
      return join(full, `facilities/ams1/machines/${name.split('-')[1]}/${name}.yaml`);
    };
    const change = (index: number, pattern: RegExp, to: string): void => {
      const before = readFileSync(pathOf(index), 'utf8');
      const after = before.replace(pattern, to);
      expect(after).not.toBe(before);
      writeFileSync(pathOf(index), after);
    };
    const vanished = [100, 101, 102, 103, 104];
    const moved = [110, 111, 112];
    for (const index of vanished) rmSync(pathOf(index));
    for (const [i, index] of moved.entries()) change(index, /127\.0\.0\.1:\d+/, at(200 + i));
    change(120, /uuid: .*/, 'uuid: 0b1e5c1d-77aa-4c11-9d2e-5a5e11a0c0de');
    mkdirSync(join(full, 'facilities/ams1/machines/r90'));
    for (const unit of [1, 2]) {
      const name = `ams1-r90-u0${unit}`;
      const text = readFileSync(pathOf(0), 'utf8').replace(/ {2}identity:[\s\S]*/, '');
      const other = text
        .replace(/name: .*/, `name: ${name}`)
        .replace(/rack: .*/, 'rack: r90')
        .replace(/unit: .*/, `unit: ${unit}`)
        .replace('management: manage', 'management: observe')
        .replace(/127\.0\.0\.1:\d+/, at(202 + unit));
      writeFileSync(join(full, `facilities/ams1/machines/r90/${name}.yaml`), other);
    }
    const again = start(['sim', 'full', '--faults', 'faults.json', '--effects', 'effects.ndjson'], {
      cwd: folder,
      limitMs: 3_600_000,
    });
    sim = again;
    await again.until((line) => line === 'ready 197');

    const second = await discover('-o', 'json');
    expect(second, second.stderr).toMatchObject({ code: 0 });
    const news = read(second);
    expect(news.counts).toMatchObject({ new: 2, moved: 3, swapped: 1, vanished: 5 });
    expect(news.counts).not.toHaveProperty('changed');
    expect(placesOf('vanished', news)).toEqual(vanished.map(at));
    expect(placesOf('moved', news)).toEqual([at(200), at(201), at(202)]);
    expect(placesOf('new', news)).toEqual([at(203), at(204)]);
    expect(placesOf('swapped', news)).toEqual([at(120)]);
    for (const kind of ['unmatched', 'refused', 'unreachable', 'duplicate']) {
      expect(placesOf(kind, news), kind).toEqual(placesOf(kind));
    }
    expect(news.files).toHaveLength(5);
    const diff = repo.people.git(['diff', '--numstat', 'main', news.branch ?? '']);
    expect(diff.split('\n').filter((line) => line.startsWith('1\t1\t'))).toHaveLength(3);
    expect(effects().filter((entry) => entry.class !== 'session')).toEqual([]);

    // What was merged is not proposed again.
    merge(repo, news.branch ?? '');
    const third = await discover();
    expect(third, third.stderr).toMatchObject({ code: 0 });
    expect(third.stdout).toContain('nothing to propose');
  }, 900_000);

  it('takes names, racks and credentials from a list, pins the keys, and never tries an account twice', async () => {
    folder = mkdtempSync(join(tmpdir(), 'nanometal-discover-'));
    const port = await serve(['--tls', '--effects', 'effects.ndjson'], 3, 3);
    const repo = begin(`  credentials: [${credentials}]\n`);
    const wrong = join(folder, 'wrong');
    cpSync(join(folder, 'secrets'), wrong, { recursive: true });
    writeFileSync(join(wrong, 'bmc-default.yaml'), 'username: admin\npassword: not-the-password\n', { mode: 0o600 });
    const rows = [0, 1, 2].map((i) => `127.0.0.1:${port + i},r07,${i + 1},db-${i + 1}`);
    writeFileSync(join(folder, 'racks.csv'), `\ufeffAddress,Rack,Unit,Name\r\n${rows.join('\r\n')}\r\n`);

    const list = ['--csv', 'racks.csv', '-o', 'json'];
    const refused = await discover(...list, '--secrets', 'wrong');
    expect(read(refused).counts).toEqual({ refused: 3 });
    const again = await discover(...list, '--secrets', 'wrong');
    expect(read(again).counts).toEqual({ refused: 3 });
    const logins = effects().filter(({ method }) => method === 'POST');
    const tried = logins.map(({ machine }) => machine);
    expect(new Set(tried).size, 'no account sees two tries').toBe(tried.length);
    expect(repo.people.git(['for-each-ref', 'refs/heads/discover'])).toBe('');

    // Another account book: the hour is over there.
    const done = await discover(...list, '--state', 'other');
    expect(done, done.stderr).toMatchObject({ code: 0 });
    const { branch = '', files, lines } = read(done);
    expect(lines.map(({ kind, machine }) => `${kind} ${machine}`)).toEqual(['new db-1', 'new db-2', 'new db-3']);
    expect(files).toContain('facilities/ams1/machines/r07/db-1.yaml');
    const manifest = repo.file(branch, 'facilities/ams1/machines/r07/db-2.yaml') ?? '';
    const truth = readFileSync(join(folder, 'full/facilities/ams1/machines/r01/ams1-r01-u02.yaml'), 'utf8');
    const pin = /sha256: \S+/.exec(truth)?.[0] ?? 'none';
    expect(manifest).toContain(pin);
    expect(manifest).toContain('management: observe');

    // The same again is no other branch; other content on the same day gets another name.
    const same = await discover(...list, '--state', 'other');
    expect(JSON.parse(same.stdout)).toMatchObject({ branch, pushed: false });
    writeFileSync(join(folder, 'racks.csv'), `address,rack\n127.0.0.1:${port},r08\n`);
    const other = await discover(...list, '--state', 'other');
    expect(JSON.parse(other.stdout)).toMatchObject({ branch: `${branch}-2`, pushed: true });
    expect(effects().filter((entry) => entry.class !== 'session')).toEqual([]);
  }, 300_000);

  it('makes a branch of what the running reconciler found, without asking anybody', async () => {
    folder = mkdtempSync(join(tmpdir(), 'nanometal-discover-'));
    const port = await serve(['--tls', '--effects', 'effects.ndjson'], 4, 4);
    const ranges = `  ranges: ["127.0.0.1:${port}-${port + 3}"]\n`;
    const repo = begin(`${ranges}  credentials: [${credentials}]\n  interval: 24h\n`);
    const args = ['run', '-f', 'ams1', '--repo', 'fleet.git', '--secrets', 'secrets', '--state', 'host'];
    const reconciler = start(args, { cwd: folder, limitMs: 280_000 });
    const told = (): boolean => repo.file('refs/heads/status/ams1', 'discovered/sweep.json') !== null;
    for (let waited = 0; waited < 200 && !told(); waited++) await new Promise((done) => setTimeout(done, 1_000));
    const stopped = await stop(reconciler);
    expect(told(), stopped.stderr).toBe(true);
    expect(stopped).toMatchObject({ code: 0 });
    if (sim) await stop(sim);
    sim = null;

    const found = await run(['discover', '-f', 'ams1', '--repo', 'fleet.git', '--from-status', '-o', 'json'], {
      cwd: folder,
    });
    expect(found, found.stderr).toMatchObject({ code: 0 });
    const { branch = '', lines } = read(found);
    expect(lines.map(({ kind, place }) => `${kind} ${place}`)).toEqual(
      [0, 1, 2, 3].map((i) => `new 127.0.0.1:${port + i}`),
    );
    merge(repo, branch);
    expect(await run(['validate', 'fleet.git', '--rev', 'main'], { cwd: folder })).toMatchObject({ code: 0 });
    expect(effects().filter((entry) => entry.class !== 'session')).toEqual([]);
    const open = new Map<string, number>();
    for (const { machine, method } of effects()) {
      open.set(machine, (open.get(machine) ?? 0) + (method === 'POST' ? 1 : -1));
    }
    expect([...open.values()], 'sessions left open').toEqual([0, 0, 0, 0]);
  }, 400_000);
});
