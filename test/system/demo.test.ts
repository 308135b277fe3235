import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { People } from '../adapters/git/people.ts';
import { type Ended, run } from './world/children.ts';
import { FleetRepo } from './world/fleet-repo.ts';

describe('nanometal demo', () => {
  let folder: string;
  let ended: Ended;
  let tookMs: number;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nanometal-demo-'));
    const began = performance.now();
    ended = await run(['demo', '--dir', join(folder, 'demo')], { cwd: folder, limitMs: 180_000 });
    tookMs = performance.now() - began;
  }, 200_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('ends well within a minute', () => {
    process.stdout.write(`    the demonstration took ${(tookMs / 1000).toFixed(1)} s\n`);
    expect(ended, ended.stdout + ended.stderr).toMatchObject({ code: 0, signal: null });
  });

  it('leaves a status branch that says that all twelve are as declared', () => {
    const repo = new FleetRepo(new People(join(folder, 'demo', 'fleet.git')));
    const status = JSON.parse(repo.file('refs/heads/status/ams1', 'facility.json') ?? 'null');
    expect(status).toMatchObject({
      accepted: repo.head('main'),
      counts: { machines: 12, asDeclared: 12, underWay: 0 },
    });
    const kinds = repo.status().map(({ kind }) => kind);
    expect(kinds).toContain('observation');
    expect(kinds).toContain('intent');
    expect(kinds).toContain('outcome');
  });

  it('started what the facility runs beside its machines, and tells its health', () => {
    const repo = new FleetRepo(new People(join(folder, 'demo', 'fleet.git')));
    const { hosts } = JSON.parse(repo.file('refs/heads/status/ams1', 'control-plane/standby.json') ?? 'null');
    const told = hosts.here.conditions.map(({ type, status }: Record<string, string>) => `${type} ${status}`);
    expect(told).toEqual(['AsDeclared True', 'Healthy True']);
    expect(repo.file('refs/heads/status/ams1', 'STATUS.md')).toContain('| standby | here | 1 | Healthy |');
  });

  it('sent exactly what the change asks for', () => {
    const lines = readFileSync(join(folder, 'demo', 'effects.ndjson'), 'utf8')
      .split('\n')
      .filter(Boolean);
    const effects = lines.map((line) => JSON.parse(line)).filter((entry) => entry.class !== 'session');
    const told = effects.map(({ machine, method, body }) => `${machine} ${method} ${body.ResetType ?? ''}`).sort();
    expect(told).toEqual([
      'ams1-r01-u01 PATCH ',
      'ams1-r01-u01 POST ForceRestart',
      'ams1-r01-u02 POST ForceRestart',
      ...[1, 2, 3, 4, 5, 6].map((unit) => `ams1-r02-u0${unit} POST GracefulShutdown`),
    ]);
  });
});
