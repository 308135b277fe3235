import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openRepo } from '../../../src/adapters/git/choose.ts';
import type { GitBench } from './bench.ts';
import { adapters, bench, cloneOf, commitOf, failure, filesIn, main, newCommit, status, tip } from './hands.ts';
import { startGitHttp } from './http-backend.ts';
import { plainEnvironment } from './people.ts';

describe('L4', () => {
  it.each(adapters)('L4: %s: a writer who lands between question and push wins, and we are told', async (adapter) => {
    const made = await bench(adapter, 'http');
    const one = commitOf(made, 'one');
    made.people.setRef(status, one);
    expect(await tip(made.repo, status)).toBe(one);
    const next = await made.repo.write(newCommit('ours', [one]));
    const theirs = commitOf(made, 'theirs', [one]);
    if (made.http) {
      made.http.before = (request) => {
        if (request.method === 'POST' && request.url.endsWith('git-receive-pack')) made.people.setRef(status, theirs);
      };
    }
    expect(await made.repo.push(status, one, next)).toEqual({ kind: 'stale', actual: theirs });
    expect(await tip(made.repo, status)).toBe(theirs);
  });
});

describe('L5', () => {
  it.each(adapters)(
    'L5: %s: a hook that is silent for longer than Node waits does not fail the push',
    async (adapter) => {
      const made = await bench(adapter, 'http');
      made.people.hook('pre-receive', 'sleep 6');
      const next = await made.repo.write(newCommit('slow'));
      expect(await made.repo.push(status, null, next)).toEqual({ kind: 'pushed' });
    },
  );

  it.each(adapters)(
    'L5: %s: a push that is given up is ambiguous, and the next fetch tells what came of it',
    async (adapter) => {
      const made = await bench(adapter, 'http', { limits: { totalMs: 1_500 } });
      made.people.hook('pre-receive', 'sleep 3');
      const next = await made.repo.write(newCommit('slow'));
      const outcome = await made.repo.push(status, null, next);
      expect(outcome).toMatchObject({ kind: 'ambiguous', failure: { reason: 'timeout' } });
      const patient = await made.open();
      await expect.poll(() => tip(patient, status), { timeout: 30_000, interval: 500 }).toBe(next);
    },
  );
});

describe('L6', () => {
  it.each(adapters)('L6: %s: a server that never answers costs the deadline and no more', async (adapter) => {
    const made = await bench(adapter, 'http', { limits: { totalMs: 700 } });
    if (made.http) made.http.fault = { kind: 'hang' };
    expect(await failure(made.repo, main)).toBe('timeout');
    if (made.http) made.http.fault = null;
    expect(await tip(await made.open({ limits: {} }), main)).toBeNull();
  });

  it('L6: isomorphic: silence ends a connection before the deadline does', async () => {
    const made = await bench('isomorphic', 'http', { limits: { idleMs: 300 } });
    if (made.http) made.http.fault = { kind: 'hang' };
    expect(await failure(made.repo, main)).toBe('timeout');
  });

  it.each(adapters)('L6: %s: an answer with a pack larger than allowed is not taken', async (adapter) => {
    const made = await bench(adapter, 'http', { limits: { packBytesMax: 100_000 } });
    const noise = Array.from({ length: 60_000 }, (_, i) => ((i * 2_654_435_761) >>> 0).toString(36)).join('');
    made.people.setRef(main, commitOf(made, noise));
    expect(await failure(made.repo, main)).toBe('too-large');
    expect(await tip(await made.open({ limits: {} }), main)).not.toBeNull();
  });

  it.each(adapters)(
    'L6: %s: a redirect to another host is not followed, and the login does not go there',
    async (adapter) => {
      const made = await bench(adapter, 'http');
      const elsewhere = await startGitHttp({ root: made.folder });
      if (made.http) made.http.fault = { kind: 'redirect', to: elsewhere.url };
      const reason = await failure(made.repo, main);
      const pushed = await made.repo.push(main, null, await made.repo.write(newCommit('x')));
      const reached = elsewhere.requests.length;
      await elsewhere.close();
      expect(reason).toBe('refused');
      expect(pushed.kind).toBe('ambiguous');
      expect(reached).toBe(0);
    },
  );
});

const badPacks = {
  'breaks off with the connection': () => ({ kind: 'truncate' as const, missing: 60, politely: false }),
  'breaks off as if it were whole': () => ({ kind: 'truncate' as const, missing: 60, politely: true }),
  'has a byte that is wrong': (body: Buffer) => {
    const wrong = Buffer.from(body);
    const at = wrong.indexOf('PACK') + 40;
    wrong.writeUInt8(wrong.readUInt8(at) ^ 0xff, at);
    return { kind: 'replace' as const, body: wrong };
  },
  'is not there': () => ({ kind: 'replace' as const, body: Buffer.from('0008NAK\n0000') }),
};

describe('L7: a damaged pack', () => {
  for (const adapter of adapters) {
    it.each(Object.keys(badPacks))(`L7: ${adapter}: a pack that %s leaves nothing behind`, async (name) => {
      const made = await bench(adapter, 'http');
      const one = commitOf(made, 'one');
      made.people.setRef(main, one);
      await tip(made.repo, main);
      const before = filesIn(join(cloneOf(made), 'objects'));
      const two = commitOf(made, `two ${'x'.repeat(500)}`, [one]);
      made.people.setRef(main, two);
      if (made.http) made.http.fault = badPack(name, made, two);
      expect(['corrupt', 'unreachable']).toContain(await failure(made.repo, main));
      expect(await made.repo.commit(two)).toBeNull();
      expect(filesIn(join(cloneOf(made), 'objects'))).toEqual(before);
      expect((await made.repo.commit(one))?.message).toBe('one');
      if (made.http) made.http.fault = null;
      expect(await tip(made.repo, main)).toBe(two);
      expect((await made.repo.commit(two))?.parents).toEqual([one]);
    });
  }
});

/** What a server would answer for the whole of `id`, made wrong. */
function badPack(name: string, made: GitBench, id: string): NonNullable<NonNullable<GitBench['http']>['fault']> {
  const args = [`--git-dir=${made.people.path}`, 'pack-objects', '--revs', '--stdout', '--quiet'];
  const pack = execFileSync('git', args, { input: `${id}\n`, env: plainEnvironment });
  const band = Buffer.concat([Buffer.from((pack.length + 5).toString(16).padStart(4, '0')), Buffer.from([1]), pack]);
  const body = Buffer.concat([Buffer.from('0008NAK\n'), band, Buffer.from('0000')]);
  const make = Object.entries(badPacks).find(([known]) => known === name)?.[1];
  if (!make) throw new Error(`no such pack: ${name}`);
  return make(body);
}

describe('L7: a list of refs cut short', () => {
  for (const adapter of adapters) {
    it.each([4, 10, 60])(`L7: ${adapter}: a list of refs that lacks its last %i bytes is no list`, async (missing) => {
      const made = await bench(adapter, 'http');
      made.people.setRef(main, commitOf(made, 'one'));
      if (made.http) made.http.fault = { kind: 'short-list', missing };
      expect(await made.repo.fetch([main])).toMatchObject({ ok: false });
      if (made.http) made.http.fault = null;
      expect(await tip(made.repo, main)).not.toBeNull();
    });
  }
});

describe('L8', () => {
  it.each(adapters)('L8: %s: a HEAD that points nowhere is of no interest', async (adapter) => {
    const made = await bench(adapter, 'http');
    const one = commitOf(made, 'one');
    made.people.setRef(main, one);
    made.people.git(['symbolic-ref', 'HEAD', 'refs/heads/renamed-away']);
    expect(await tip(made.repo, main)).toBe(one);
    expect((await made.repo.commit(one))?.message).toBe('one');
  });
});

describe('L12', () => {
  it('L12: isomorphic: ssh and SHA-256 are refused with a reason when the repository is opened', async () => {
    const made = await bench('isomorphic', 'path');
    const stateDir = join(made.folder, 'other');
    const ssh = await openRepo({ remote: 'git@example.org:fleet.git', stateDir, adapter: 'isomorphic' });
    expect(ssh).toMatchObject({ ok: false, error: { reason: 'refused' } });
    const wide = join(made.folder, 'wide.git');
    execFileSync('git', ['init', '-q', '--bare', '--object-format=sha256', wide], { env: plainEnvironment });
    const sha256 = await openRepo({ remote: wide, stateDir, adapter: 'isomorphic' });
    expect(sha256).toMatchObject({ ok: false, error: { reason: 'refused' } });
    const config = readFileSync(join(wide, 'config'), 'utf8');
    writeFileSync(join(wide, 'config'), config.replace(/\[extensions\]\s+/i, '[extensions] '));
    expect(await openRepo({ remote: wide, stateDir, adapter: 'isomorphic' })).toEqual(sha256);
    const git = (args: string[], input = '') =>
      execFileSync('git', [`--git-dir=${wide}`, ...args], { env: plainEnvironment, input })
        .toString()
        .trim();
    git(['update-ref', main, git(['commit-tree', git(['mktree'])], 'm')]);
    const http = await startGitHttp({ root: made.folder });
    const far = await made.open({ remote: `${http.url}/wide.git` });
    const reason = await failure(far, main);
    await http.close();
    expect(reason).toBe('refused');
  });

  it('L12: native: a SHA-256 repository is refused, near and far, and its refs are not taken for gone', async () => {
    const made = await bench('native', 'path');
    const wide = join(made.folder, 'wide.git');
    execFileSync('git', ['init', '-q', '--bare', '--object-format=sha256', wide], { env: plainEnvironment });
    const git = (args: string[], input = '') =>
      execFileSync('git', [`--git-dir=${wide}`, ...args], { env: plainEnvironment, input })
        .toString()
        .trim();
    git(['update-ref', main, git(['commit-tree', git(['mktree'])], 'm')]);
    expect(await failure(await made.open({ remote: wide }), main)).toBe('refused');
    const http = await startGitHttp({ root: made.folder });
    const reason = await failure(await made.open({ remote: `${http.url}/wide.git` }), main);
    await http.close();
    expect(reason).toBe('refused');
  });

  it('L12: isomorphic: a local repository whose hooks only Git can run is not pushed past them', async () => {
    const made = await bench('isomorphic', 'path');
    const next = await made.repo.write(newCommit('x'));
    made.people.hook('pre-receive', 'exit 0');
    expect((await made.repo.push(status, null, next)).kind).toBe('refused');
    execFileSync('rm', [join(made.people.path, 'hooks', 'pre-receive')]);
    expect((await made.repo.push(status, null, next)).kind).toBe('pushed');
  });
});

describe('L14', () => {
  it.each(adapters)('L14: %s: a remote with a part of its history is not taken for a whole one', async (adapter) => {
    const made = await bench(adapter, 'http');
    const one = commitOf(made, 'one');
    made.people.setRef(main, commitOf(made, 'two', [one]));
    const shallow = join(made.folder, 'shallow.git');
    const from = `file://${made.people.path}`;
    execFileSync('git', ['clone', '-q', '--bare', '--depth=1', '-b', 'main', from, shallow], { env: plainEnvironment });
    const repo = await made.open({ remote: `${made.http?.url}/shallow.git` });
    expect(['corrupt', 'refused']).toContain(await failure(repo, main));
    await tip(made.repo, main);
    expect(existsSync(join(cloneOf(made), 'shallow'))).toBe(false);
  });
});
