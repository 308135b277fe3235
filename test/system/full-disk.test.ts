import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { stop } from './world/children.ts';
import { startFacility, type TestFacility } from './world/facility.ts';
import { checkLaws, received } from './world/laws.ts';
import { theChange, theRequests } from './world/the-change.ts';
import { eventually, sleep } from './world/wait.ts';

let facility: TestFacility;
let mounted: string | null = null;
afterEach(async () => {
  if (mounted !== null) execFileSync('umount', ['--lazy', mounted]);
  mounted = null;
  await facility?.close();
});

/** A file system of its own for the state folder; it needs the right to mount. */
function mount(options: string): string {
  mounted = join(facility.folder, 'state');
  mkdirSync(mounted, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', mounted]);
  return mounted;
}

/** Leaves not a byte free. */
function fill(folder: string): string {
  const path = join(folder, 'filler');
  for (let size = 1024 * 1024; size >= 1; size = Math.floor(size / 2)) {
    try {
      for (;;) writeFileSync(path, Buffer.alloc(size), { flag: 'a' });
    } catch {
      // No more of this size.
    }
  }
  return path;
}

describe('the disk of the state folder', () => {
  it('is full: nothing is sent that could not be written down first; with room again all goes on', async () => {
    facility = await startFacility({ count: 6, witness: true });
    const state = mount('size=16m');
    const running = facility.run({ git: 'isomorphic', more: ['--poll', '1s'] });
    await running.until((line) => line.includes('"event":"published"'));
    const filler = fill(state);
    facility.repo.commit('Rack work', theChange(facility));
    await Promise.race([running.ended, sleep(15_000)]);
    expect(received(facility)).toEqual([]);
    const told = running.lines.filter((line) => /no space left|ENOSPC/i.test(line));
    expect(told, running.lines.slice(-5).join('\n')).not.toEqual([]);
    await stop(running);

    rmSync(filler);
    const again = facility.run({ git: 'isomorphic', more: ['--poll', '1s'] });
    await eventually('the change was carried out', () => {
      const { counts } = Object(facility.status('facility.json'));
      return received(facility).length >= theRequests.length && counts?.underWay === 0 ? true : null;
    });
    await stop(again);
    expect(received(facility)).toEqual(theRequests);
    checkLaws(facility);
  });

  it('is read-only: nothing begins, and it says why', async () => {
    facility = await startFacility({ count: 2, witness: true });
    mount('size=1m,ro');
    const ended = await facility.once({ git: 'isomorphic' });
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(/can only be read/);
    expect(ended.stderr).not.toMatch(/\n\s+at /);
    expect(received(facility)).toEqual([]);
  });
});
