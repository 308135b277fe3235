import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AdoptFleet, days, makeAdoptFleet } from './adopt-fleet.ts';
import { git } from './git.ts';
import { runIn } from './stage.ts';

let fleet: AdoptFleet;
beforeEach(async () => {
  fleet = await makeAdoptFleet();
});
afterEach(() => fleet.drop());

const run = (...args: readonly string[]) =>
  runIn({ cwd: fleet.dir, now: days.now }, 'adopt', '--author', 'Ada <ada@example.org>', ...args);
const branches = (): string => git(fleet.dir, days.now, ['for-each-ref', '--format=%(refname:short)', 'refs/heads']);
const golden = (name: string): string => `golden/${name}.txt`;

describe('nanometal adopt', () => {
  it('writes what was observed, and one step, as a branch of its own', async () => {
    const { code, out, err } = await run('ams1-r01-u01', 'ams1-r01-u02', 'ams1-r01-u03');
    expect(err).toContain('Next: review and merge adopt/ams1/2026-11-20');
    expect(code).toBe(0);
    expect(branches()).toBe('adopt/ams1/2026-11-20\ndesk\nmain\nstatus/ams1');
    await expect(fleet.plain(out)).toMatchFileSnapshot(golden('adopt'));
    await expect(fleet.show('adopt/ams1/2026-11-20')).toMatchFileSnapshot(golden('adopt-commit'));
  });

  it('writes nothing while one is refused, and the others where that is said', async () => {
    const whole = await run('--all');
    expect(whole.code).toBe(1);
    expect(whole.err).toContain('nothing was written');
    expect(branches()).not.toContain('adopt/');
    await expect(fleet.plain(whole.out)).toMatchFileSnapshot(golden('adopt-refused'));
    const part = await run('--all', '--partly');
    expect(part.code).toBe(1);
    expect(branches()).toContain('adopt/ams1/2026-11-20');
  });

  it('does not manage a machine by the commit that makes its manifest true', async () => {
    const { out } = await run('ams1-r01-u01', 'ams1-r01-u02', '--to', 'manage', '-o', 'json');
    const { machines } = JSON.parse(out);
    expect(
      machines.map(
        (one: { edits: { path: string; to: string }[] }) =>
          one.edits.find(({ path }) => path === 'spec.management')?.to,
      ),
    ).toEqual(['adopt', 'manage']);
    expect(machines[0].note).toContain('managed by a next commit');
  });

  it('enrols another board only when that is said', async () => {
    const { code, out } = await run('ams1-r01-u05');
    expect(code).toBe(1);
    expect(out).toMatch(/serial SN0005 is enrolled,\s+SN0009/);
    const meant = await run('ams1-r01-u05', '--identity');
    expect(meant.code).toBe(0);
    await expect(fleet.show('adopt/ams1/2026-11-20')).toMatchFileSnapshot(golden('adopt-identity'));
  });

  it('acknowledges that a part is gone', async () => {
    expect((await run('ams1-r01-u06')).code).toBe(0);
    expect(fleet.show('adopt/ams1/2026-11-20')).toMatch(/^\+ {2}hardware:\n\+ {4}acknowledged: "?[0-9a-f]{16}"?$/m);
  });

  it('shows, and writes nothing, on a dry run', async () => {
    const { code, out } = await run('rack/r01', '--partly', '--dry-run');
    expect([code, branches()]).toEqual([1, 'desk\nmain\nstatus/ams1']);
    expect(out).toContain('+ ams1-r01-u01');
  });

  it('pushes a second branch on one day, and onto a named one', async () => {
    await run('ams1-r01-u02');
    await run('ams1-r01-u03');
    await run('ams1-r01-u03', '--push', 'main');
    expect(branches()).toBe('adopt/ams1/2026-11-20\nadopt/ams1/2026-11-20-2\ndesk\nmain\nstatus/ams1');
    expect(git(fleet.dir, days.now, ['log', '-1', '--format=%s', 'main'])).toBe('ams1: manage ams1-r01-u03');
    // What main says is newer than what the reconciler has taken in.
    expect((await run('ams1-r01-u03')).out).toContain('has not taken in this manifest');
  });

  it('says what is wrong with what it is told', async () => {
    expect((await run()).err).toContain('nothing is named');
    expect((await run('ams1-r01-u0')).err).toContain('did you mean');
    expect((await run('rack/r09')).err).toContain('has no rack r09');
    expect((await run('--all', 'ams1-r01-u01')).err).toContain('exclude each other');
    expect((await run('ams1-r01-u01', '--push', 'status/ams1')).err).toContain('no branch to push to');
    expect((await run('ams1-r01-u01', '--push', 'desk')).err).toContain('is checked out here');
    git(fleet.dir, days.now, ['update-ref', '-d', 'refs/heads/status/ams1']);
    expect((await run('ams1-r01-u01')).err).toContain('nothing was observed yet');
  });
});
