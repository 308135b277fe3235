import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startGitHttp } from '../adapters/git/http-backend.ts';
import { type Adapter, adapters, startFacility, type TestFacility } from './world/facility.ts';
import { checkLaws, received, tellUse } from './world/laws.ts';
import { theChange, theRequests } from './world/the-change.ts';

let facility: TestFacility;
afterEach(() => facility?.close());

/** Everything settled: all machines as declared, nothing under way, the head accepted. */
function expectSettled(head: string): void {
  expect(facility.status('facility.json')).toMatchObject({ accepted: head, counts: { asDeclared: 6, underWay: 0 } });
}

describe.each(adapters('isomorphic'))('one commit: a machine off, a BIOS key, a reboot (%s Git)', (git) => {
  it('sends exactly the planned requests, each after its pushed intent, and never again', async () => {
    facility = await startFacility({ count: 6, witness: true });
    const { repo, folder, first } = facility;
    expect(await facility.once({ git })).toMatchObject({ code: 0 });

    const head = repo.commit('Rack work', theChange(facility));
    const plan = () => facility.command(['plan', '-f', 'ams1', '--repo', repo.path, '--exit-code']);
    const before = await plan();
    expect(before, before.stderr).toMatchObject({ code: 3 });
    expect(received(facility)).toEqual([]);

    const done = await facility.once({ git });
    expect(done, done.stderr).toMatchObject({ code: 0 });
    tellUse(`the change, ${git}`, done.measured);
    expect(received(facility)).toEqual(theRequests);
    checkLaws(facility);
    expectSettled(head);
    const after = await plan();
    expect(after, after.stderr + after.stdout).toMatchObject({ code: 0 });

    const runAgain = async (what: string, code: number): Promise<void> => {
      const again = await facility.once({ git });
      expect(again.code, `${what}: ${again.stderr}`).toBe(code);
      expect(received(facility), what).toEqual(theRequests);
    };
    await runAgain('nothing happened', 0);

    repo.people.setRef('refs/heads/main', first);
    await runAgain('main was reset to the day before', 4);
    repo.people.setRef('refs/heads/main', head);
    await runAgain('and forwarded again', 0);

    repo.commit('Revert "Rack work"', undo(head));
    await runAgain('the commit was reverted', 0);
    repo.commit('Reapply "Rack work"', redo(head));
    await runAgain('and applied again', 0);

    repo.people.deleteRef('refs/heads/status/ams1');
    rmSync(join(folder, 'state'), { recursive: true });
    await runAgain('status branch and state folder were deleted', 0);
    repo.people.deleteRef('refs/heads/status/ams1');
    repo.people.deleteRef('refs/nanometal/lease/ams1');
    rmSync(join(folder, 'state'), { recursive: true });
    await runAgain('the lease was deleted too', 0);
    checkLaws(facility);
  });
});

const changedPaths = (): readonly string[] =>
  ['ams1-r01-u01', 'ams1-r01-u02', 'ams1-r01-u03'].map((name) => facility.path(name));
const textsAt = (revision: string) =>
  Object.fromEntries(changedPaths().map((path) => [path, facility.repo.file(revision, path)]));
const undo = (head: string) => textsAt(`${head}~1`);
const redo = (head: string) => textsAt(head);

describe.each(adapters('native'))('the same over HTTP with Basic authentication (%s Git)', (git: Adapter) => {
  it('sends exactly the planned requests, each after its pushed intent', async () => {
    facility = await startFacility({ count: 6, witness: true });
    const { repo, folder } = facility;
    repo.people.git(['config', 'http.receivepack', 'true']);
    const server = await startGitHttp({ root: folder, username: 'nanometal', password: 'a-token' });
    try {
      mkdirSync(join(folder, 'keys'), { mode: 0o700 });
      const token = join(folder, 'keys', 'token');
      writeFileSync(token, 'a-token\n', { mode: 0o600 });
      const more = ['--git-token-file', token, '--git-user', 'nanometal'];
      const asked = { git, repo: `${server.url}/fleet.git`, more };
      const first = await facility.once(asked);
      expect(first, first.stderr).toMatchObject({ code: 0 });
      const head = repo.commit('Rack work', theChange(facility));
      const done = await facility.once(asked);
      expect(done, done.stderr).toMatchObject({ code: 0 });
      tellUse(`the change over HTTP, ${git}`, done.measured);
      expect(received(facility)).toEqual(theRequests);
      checkLaws(facility);
      expectSettled(head);
      expect(done.stderr + done.stdout).not.toContain('a-token');
    } finally {
      await server.close();
    }
  });
});
