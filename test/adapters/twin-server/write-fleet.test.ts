import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFleet, writeSecrets } from '../../../src/adapters/twin-server/write-fleet.ts';

let folder: string;
const files = new Map([
  ['fleet.yaml', 'a: 1\n'],
  ['facilities/x/facility.yaml', 'b: 2\n'],
]);

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'fleet-')), 'out');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true }));

describe('writing a fleet', () => {
  it('makes the folder, and may be done twice', () => {
    expect(writeFleet(folder, files)).toEqual({ ok: true, value: 2 });
    expect(readFileSync(join(folder, 'facilities/x/facility.yaml'), 'utf8')).toBe('b: 2\n');
    mkdirSync(join(folder, '.git/refs'), { recursive: true });
    writeFileSync(join(folder, '.git/HEAD'), 'ref: refs/heads/main\n');
    expect(writeFleet(folder, files)).toEqual({ ok: true, value: 2 });
  });

  it.each([
    ['notes.txt', 'is none of the files'],
    ['fleet.yaml', 'has been changed'],
  ])('overwrites nothing that people wrote: %s', (path, reason) => {
    mkdirSync(folder);
    writeFileSync(join(folder, path), 'mine');
    const written = writeFleet(folder, files);
    expect(written.ok ? '' : written.error).toContain(reason);
    expect(readFileSync(join(folder, path), 'utf8')).toBe('mine');
    expect(() => statSync(join(folder, 'facilities'))).toThrow('ENOENT');
  });
});

describe('writing secrets', () => {
  const secrets = new Map([['bmc.yaml', 'password: x\n']]);

  it('keeps them from others, and beside those of others', () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'other.yaml'), 'password: y\n');
    expect(writeSecrets(folder, secrets)).toEqual({ ok: true, value: 1 });
    expect(statSync(join(folder, 'bmc.yaml')).mode & 0o777).toBe(0o600);
    expect(writeSecrets(folder, secrets)).toEqual({ ok: true, value: 1 });
  });

  it('leaves one that differs', () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'bmc.yaml'), 'password: y\n');
    expect(writeSecrets(folder, secrets).ok).toBe(false);
  });
});
