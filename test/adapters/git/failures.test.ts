import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openRepo } from '../../../src/adapters/git/choose.ts';
import type { Repo } from '../../../src/ports/repo.ts';
import { type GitBench, password } from './bench.ts';
import { adapters, bench, main, status } from './hands.ts';
import type { HttpFault } from './http-backend.ts';
import { plainEnvironment } from './people.ts';

const path = process.env.PATH;

afterEach(() => {
  process.env.PATH = path;
});

const write = (repo: Repo, text: string): Promise<string> =>
  repo.write({
    parents: [],
    base: null,
    message: text,
    author: { name: 'n', email: 'e' },
    at: 0,
    changes: new Map([['a', text]]),
  });

/** A program of that name in front of all others on the PATH, as a shell script. */
function shadow(made: GitBench, name: string, script: string): void {
  const folder = join(made.folder, 'bin');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, name), 0o755);
  process.env.PATH = `${folder}:${path}`;
}

const answers: readonly (readonly [string, HttpFault, string])[] = [
  ['401', { kind: 'status', status: 401 }, 'credentials'],
  ['403', { kind: 'status', status: 403 }, 'credentials'],
  ['404', { kind: 'status', status: 404 }, 'not-found'],
  ['500', { kind: 'status', status: 500 }, 'unreachable'],
  ['503', { kind: 'status', status: 503 }, 'unreachable'],
  ['a page to sign in', { kind: 'page' }, 'not-found'],
  ['a redirect', { kind: 'redirect', to: 'http://127.0.0.1:9' }, 'refused'],
];

for (const adapter of adapters) {
  describe(adapter, () => {
    it.each(answers)('a server that answers %s', async (_, fault, reason) => {
      const made = await bench(adapter, 'http');
      const id = await write(made.repo, 'x');
      if (made.http) made.http.fault = fault;
      expect(await made.repo.fetch([main])).toMatchObject({ ok: false, error: { reason } });
      const pushed = await made.repo.push(status, null, id);
      if (reason === 'credentials') expect(pushed.kind).toBe('refused');
      else expect(pushed).toMatchObject({ kind: 'ambiguous', failure: { reason } });
      if (made.http) made.http.fault = null;
      expect(await made.repo.push(status, null, id)).toEqual({ kind: 'pushed' });
    });

    it('a server that is not there', async () => {
      const made = await bench(adapter, 'http');
      const id = await write(made.repo, 'x');
      await made.http?.close();
      expect(await made.repo.fetch([main])).toMatchObject({ ok: false, error: { reason: 'unreachable' } });
      expect(await made.repo.push(status, null, id)).toMatchObject({ kind: 'ambiguous' });
    });

    it('is closed in the middle of a fetch, and does not wait for it', async () => {
      const made = await bench(adapter, 'http');
      if (made.http) made.http.fault = { kind: 'hang' };
      const fetching = made.repo.fetch([main]);
      await expect.poll(() => made.http?.requests.length).toBeGreaterThan(0);
      await made.repo.close();
      expect((await fetching).ok).toBe(false);
    });

    it('a wrong password is tried once per question and stands in no message; a new file is read', async () => {
      const made = await bench(adapter, 'http');
      const wrong = 'wrong-horse-battery';
      writeFileSync(made.tokenFile, `robot:${wrong}`);
      const before = made.http?.requests.length ?? 0;
      const fetched = await made.repo.fetch([main]);
      expect(fetched).toMatchObject({ ok: false, error: { reason: 'credentials' } });
      const asked = made.http?.requests.slice(before) ?? [];
      expect(asked.filter((request) => request.authorization !== undefined).length).toBe(1);
      const pushed = await made.repo.push(status, null, await write(made.repo, 'x'));
      expect(JSON.stringify([fetched, pushed])).not.toContain('horse');
      writeFileSync(made.tokenFile, `robot:${password}\n`);
      expect(await made.repo.fetch([main])).toEqual({ ok: true, value: new Map([[main, null]]) });
    });

    it('a token file that is not there, or holds two lines, is named and nothing is sent', async () => {
      const made = await bench(adapter, 'http');
      for (const content of ['one\ntwo', '  \n']) {
        writeFileSync(made.tokenFile, content);
        expect(await made.repo.fetch([main])).toMatchObject({ ok: false, error: { reason: 'credentials' } });
      }
      execFileSync('rm', [made.tokenFile]);
      const fetched = await made.repo.fetch([main]);
      expect(fetched).toMatchObject({ ok: false, error: { reason: 'credentials' } });
      expect(JSON.stringify(fetched)).toContain(made.tokenFile);
      expect(made.http?.requests).toEqual([]);
    });

    it('the words of a hook come with a refusal, without control characters and without our secret', async () => {
      const made = await bench(adapter, 'http');
      made.people.hook('pre-receive', `printf 'ask \\033[31mAda\\033[0m first ${password}\\n' >&2; exit 1`);
      const outcome = await made.repo.push(status, null, await write(made.repo, 'x'));
      expect(outcome.kind).toBe('refused');
      const message = outcome.kind === 'refused' ? outcome.message : '';
      expect(message).toContain('Ada');
      expect(message).not.toContain(password);
      expect(message).not.toContain('\u001b');
    });

    it('denyNonFastForwards on the server lets a status and a lease pass', async () => {
      const made = await bench(adapter, 'http');
      made.people.git(['config', 'receive.denyNonFastForwards', 'true']);
      made.people.git(['config', 'receive.denyDeletes', 'true']);
      made.people.git(['config', 'receive.fsckObjects', 'true']);
      const lease = 'refs/nanometal/lease/ams1';
      const [one, two] = [await write(made.repo, '1'), await write(made.repo, '2')];
      expect(await made.repo.push(lease, null, one)).toEqual({ kind: 'pushed' });
      expect(await made.repo.push(lease, one, two)).toEqual({ kind: 'pushed' });
      expect(await made.repo.push(status, null, one)).toEqual({ kind: 'pushed' });
    });

    it('a repository that is not there is not found', async () => {
      const made = await bench(adapter, 'http');
      const nowhere = await openRepo({ adapter, remote: join(made.folder, 'no'), stateDir: made.stateDir });
      expect(nowhere).toMatchObject({ ok: false, error: { reason: 'not-found' } });
      const far = await made.open({ remote: `${made.http?.url}/no.git` });
      expect(await far.fetch([main])).toMatchObject({ ok: false, error: { reason: 'not-found' } });
    });

    it('a work tree: its branches are read, and moved unless they are checked out', async () => {
      const made = await bench(adapter, 'path');
      made.people.setRef(main, made.people.commit({ parents: [], message: 'm', files: [] }));
      const tree = join(made.folder, 'work');
      execFileSync('git', ['clone', '-q', '-b', 'main', made.people.path, tree], { env: plainEnvironment });
      const repo = await made.open({ remote: tree });
      const fetched = await repo.fetch([main]);
      const tip = fetched.ok ? fetched.value.get(main) : undefined;
      expect(tip).toBe(made.people.git(['rev-parse', main]));
      const next = await repo.write({
        parents: tip ? [tip] : [],
        base: null,
        message: 'x',
        author: { name: 'n', email: 'e' },
        at: 0,
        changes: new Map(),
      });
      expect((await repo.push(main, tip ?? null, next)).kind).toBe('refused');
      expect(await repo.push(status, null, next)).toEqual({ kind: 'pushed' });
    });

    it('a repository that borrows its objects from another is read whole', async () => {
      const made = await bench(adapter, 'path');
      const files = [{ mode: '100644', path: 'a/b', content: 'borrowed' }];
      const id = made.people.commit({ parents: [], message: 'm', files });
      made.people.setRef(main, id);
      made.people.git(['gc', '-q']);
      const shared = join(made.folder, 'shared.git');
      const args = ['clone', '-q', '--bare', '--shared', made.people.path, shared];
      execFileSync('git', args, { env: plainEnvironment });
      const repo = await made.open({ remote: shared });
      expect(await repo.fetch([main])).toEqual({ ok: true, value: new Map([[main, id]]) });
      const blob = made.people.git(['rev-parse', `${id}:a/b`]);
      const [found] = await repo.blobs([blob], 100);
      expect(found instanceof Uint8Array && Buffer.from(found).toString()).toBe('borrowed');
    });

    it('an accepted commit stays readable after main was rewritten and the remote was cleaned', async () => {
      const made = await bench(adapter, 'http');
      const one = made.people.commit({ parents: [], message: 'accepted', files: [] });
      made.people.setRef(main, one);
      await made.repo.fetch([main]);
      const other = made.people.commit({ parents: [], message: 'other', files: [] });
      made.people.setRef(main, other);
      made.people.git(['gc', '-q', '--prune=now']);
      expect(await made.repo.fetch([main])).toEqual({ ok: true, value: new Map([[main, other]]) });
      await made.repo.close();
      const again = await made.open({ stateDir: made.stateDir });
      expect((await again.commit(one))?.message).toBe('accepted');
    });
  });
}

describe('isomorphic, in the middle of other people', () => {
  it('reads on while Git packs and cleans the same repository', async () => {
    const made = await bench('isomorphic', 'path');
    let head: string | null = null;
    for (let i = 0; i < 12; i++) {
      const next: string = await made.repo.write({
        parents: head === null ? [] : [head],
        base: head === null ? null : ((await made.repo.commit(head))?.tree ?? null),
        message: `${i}`,
        author: { name: 'n', email: 'e' },
        at: 0,
        changes: new Map([[`f${i}`, `${i}`]]),
      });
      expect(await made.repo.push(status, head, next)).toEqual({ kind: 'pushed' });
      head = next;
      if (i % 3 === 2) made.people.git(['gc', '-q', '--prune=now']);
      expect(await made.repo.fetch([status])).toEqual({ ok: true, value: new Map([[status, head]]) });
      expect((await made.repo.commit(head))?.message).toBe(`${i}`);
    }
    expect(made.people.git(['ls-tree', '--name-only', status]).split('\n').length).toBe(12);
  });

  it('a ref in the way is a refusal, an empty folder is not', async () => {
    const made = await bench('isomorphic', 'path');
    const id = await write(made.repo, 'x');
    expect(await made.repo.push('refs/heads/a', null, id)).toEqual({ kind: 'pushed' });
    expect((await made.repo.push('refs/heads/a/b', null, id)).kind).toBe('refused');
    expect(await made.repo.push('refs/heads/c/d', null, id)).toEqual({ kind: 'pushed' });
    expect((await made.repo.push('refs/heads/c', null, id)).kind).toBe('refused');
    made.people.git(['pack-refs', '--all']);
    expect((await made.repo.push('refs/heads/a/b', null, id)).kind).toBe('refused');
    expect((await made.repo.push('refs/heads/c', null, id)).kind).toBe('refused');
    mkdirSync(join(made.people.path, 'refs/heads/e/f'), { recursive: true });
    expect(await made.repo.push('refs/heads/e', null, id)).toEqual({ kind: 'pushed' });
  });
});

describe('native, closed to its surroundings', () => {
  it('no secret stands in an argument, and no configuration of the account is read', async () => {
    const made = await bench('native', 'http');
    const log = join(made.folder, 'log');
    const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
    shadow(made, 'git', `printf '%s\\n' "$@" >> ${log}; exec ${real} "$@"`);
    const home = join(made.folder, 'home');
    mkdirSync(home);
    writeFileSync(join(home, '.gitconfig'), '[core]\n\tbroken');
    const before = process.env.HOME;
    process.env.HOME = home;
    try {
      const repo = await made.open();
      expect(await repo.push(status, null, await write(repo, 'x'))).toEqual({ kind: 'pushed' });
      expect((await repo.fetch([status])).ok).toBe(true);
    } finally {
      process.env.HOME = before;
    }
    const said = readFileSync(log, 'utf8');
    expect(said).toContain('--end-of-options');
    expect(said).not.toContain(password);
    expect(said).not.toContain('--force\n');
  });

  it('ssh asks nothing, takes no unknown host and uses the key that was given', async () => {
    const made = await bench('native', 'path');
    const log = join(made.folder, 'log');
    shadow(made, 'ssh', `printf '%s\\n' "$@" >> ${log}\nfor last; do :; done\nexec sh -c "$last"`);
    const [sshKey, knownHosts] = [join(made.folder, "a key with 'quotes'"), join(made.folder, 'known hosts')];
    for (const file of [sshKey, knownHosts]) writeFileSync(file, '');
    const repo = await made.open({ remote: `ssh://git@example.org${made.people.path}`, sshKey, knownHosts });
    const id = await write(repo, 'x');
    expect(await repo.push(status, null, id)).toEqual({ kind: 'pushed' });
    expect(await repo.fetch([status])).toEqual({ ok: true, value: new Map([[status, id]]) });
    const said = readFileSync(log, 'utf8').split('\n');
    for (const word of ['BatchMode=yes', 'StrictHostKeyChecking=yes', sshKey, `UserKnownHostsFile=${knownHosts}`]) {
      expect(said).toContain(word);
    }
    shadow(made, 'ssh', 'echo "Host key verification failed." >&2; exit 255');
    expect(await repo.fetch([main])).toMatchObject({ ok: false, error: { reason: 'unreachable' } });
    expect(await repo.push(status, id, await write(repo, 'y'))).toMatchObject({ kind: 'refused' });
  });

  it('is chosen by itself where git is new enough, and isomorphic-git where it is not', async () => {
    const made = await bench('isomorphic', 'path');
    const open = () => openRepo({ remote: made.people.path, stateDir: join(made.folder, 'chosen') });
    const kinds: (string | undefined)[] = [];
    for (const version of [null, 'git version 2.29.3', 'git version 2.30.0', 'nonsense']) {
      if (version !== null) shadow(made, 'git', `echo '${version}'`);
      const opened = await open();
      kinds.push(opened.ok ? opened.value.constructor.name : undefined);
      if (opened.ok) await opened.value.close();
    }
    process.env.PATH = path;
    expect(kinds).toEqual(['NativeRepo', 'LocalRepo', 'NativeRepo', 'LocalRepo']);
    shadow(made, 'git', 'echo git version 2.29.0');
    const stateDir = join(made.folder, 'chosen');
    const forced = await openRepo({ remote: made.people.path, stateDir, adapter: 'native' });
    expect(forced).toMatchObject({ ok: false, error: { reason: 'refused' } });
    const ssh = await openRepo({ remote: 'git@example.org:fleet.git', stateDir });
    expect(ssh).toMatchObject({ ok: false, error: { reason: 'refused' } });
  });
});
