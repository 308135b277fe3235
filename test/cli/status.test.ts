import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commitTo, git } from './git.ts';
import { dropLease, writeLease } from './lease.ts';
import { days, makeSmallFleet, type SmallFleet } from './small-fleet.ts';
import { type Ran, runIn } from './stage.ts';

let fleet: SmallFleet;
beforeAll(async () => {
  fleet = await makeSmallFleet();
});
afterAll(() => fleet.drop());

const status = (...args: readonly string[]): Promise<Ran> =>
  runIn({ cwd: fleet.dir, now: days.now }, 'status', ...args);

describe('status', () => {
  it('shows a facility that is tended, and exits 0', async () => {
    writeLease(fleet.dir, '2026-11-22T08:50:00Z');
    const ran = await status('-f', 'ams1');
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out.split('\n').every((line) => line.length <= 80)).toBe(true);
    await expect(fleet.plain(ran.out)).toMatchFileSnapshot('golden/status.txt');
  });

  it('shows the same to programs', async () => {
    writeLease(fleet.dir, '2026-11-22T08:50:00Z');
    const ran = await status('-o', 'json');
    expect(ran.code).toBe(0);
    await expect(fleet.plain(ran.out)).toMatchFileSnapshot('golden/status.json.txt');
  });

  it('is Stale after three terms without a sign, and exits 1', async () => {
    writeLease(fleet.dir, '2026-11-22T08:44:00Z');
    const ran = await status();
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('Stale: host-1 holds the lease and was last heard of 16 min ago');
    expect((await status('--lease-term', '6m')).code).toBe(0);
  });

  it('says when the lease was released, as by run --once, and exits 0 as long as that is fresh', async () => {
    writeLease(fleet.dir, '2026-11-22T08:45:00Z', true);
    const ran = await status();
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out.replace(/\n/g, ' ')).toContain(
      'Released at 2026-11-22T08:45:00Z, 15 min ago, by host-1: none is running, and what is committed is fresh.',
    );
    expect(JSON.parse((await status('-o', 'json')).out).facilities[0]).toMatchObject({
      stale: false,
      lease: { kind: 'released', renewed: '2026-11-22T08:45:00Z' },
    });
  });

  it('is Stale when the lease was released more than three terms ago, and exits 1', async () => {
    writeLease(fleet.dir, '2026-11-22T08:44:00Z', true);
    const ran = await status();
    expect(ran.code).toBe(1);
    expect(ran.out.replace(/\n/g, ' ')).toContain(
      'Stale: no reconciler is running; host-1 released the lease at 2026-11-22T08:44:00Z, 16 min ago.',
    );
    expect(JSON.parse((await status('-o', 'json')).out).facilities[0]).toMatchObject({
      stale: true,
      lease: { kind: 'released' },
    });
    expect((await status('--lease-term', '6m')).code).toBe(0);
  });

  it('knows no facility of another name, and says which may be meant', async () => {
    const ran = await status('-f', 'ams2');
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toBe('nanometal status: no facility is called ams2 in the fleet repo\n  did you mean ams1?\n');
  });

  it('exits 1 without a lease, and with one that nobody understands', async () => {
    dropLease(fleet.dir);
    const none = await status();
    expect(none.code).toBe(1);
    expect(none.out).toContain('No lease is to be seen here');
    commitTo(fleet.dir, 'refs/nanometal/lease/ams1', days.now, 'something else\n', new Map());
    expect((await status()).code).toBe(1);
  });

  it('finds the status in a clone, where it is a remote branch, and the newer of the two where it is both', async () => {
    const clone = join(fleet.dir, '..', 'clone');
    git(fleet.dir, days.now, ['clone', '--quiet', fleet.dir, clone]);
    const ran = await runIn({ cwd: clone, now: days.now }, 'status', '-o', 'json');
    expect(JSON.parse(ran.out).facilities[0].status.commit).toBe(fleet.commits.meant);
    git(clone, days.now, ['update-ref', 'refs/heads/status/ams1', fleet.commits.seen]);
    const both = await runIn({ cwd: clone, now: days.now }, 'status', '-o', 'json');
    expect(JSON.parse(both.out).facilities[0].status.commit).toBe(fleet.commits.meant);
  });

  it('says so when a commit that changes the facility is not in force', async () => {
    git(fleet.dir, days.now, ['update-ref', 'refs/heads/main', fleet.commits.change, fleet.commits.asked]);
    try {
      const ran = await status();
      expect(fleet.plain(ran.out)).toContain('Acting on <asked>....., and not yet on <change>...., the newest commit.');
    } finally {
      git(fleet.dir, days.now, ['update-ref', 'refs/heads/main', fleet.commits.asked, fleet.commits.change]);
    }
  });

  it('names the file when the status branch was changed by hand', async () => {
    const clone = join(fleet.dir, '..', 'damaged');
    git(fleet.dir, days.now, ['clone', '--quiet', fleet.dir, clone]);
    commitTo(clone, 'refs/heads/status/ams1', days.now, 'oops\n', new Map([['facility.json', '{}']]));
    git(clone, days.now, ['update-ref', '-d', 'refs/remotes/origin/status/ams1']);
    const ran = await runIn({ cwd: clone, now: days.now }, 'status');
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('facility.json');
  });

  it('stops watching when told to', async () => {
    expect(await status('--watch')).toMatchObject({ code: 0, out: '' });
  });

  it('has nothing to show where there is no facility', async () => {
    const ran = await status('--branch', 'status/ams1');
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('there is no facility at');
  });
});
