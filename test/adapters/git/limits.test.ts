import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { GitAdapter } from '../../../src/adapters/git/choose.ts';
import { openRepo } from '../../../src/adapters/git/choose.ts';
import { cloneFolder } from '../../../src/adapters/git/store/clone.ts';
import { ObjectStore } from '../../../src/adapters/git/store/store.ts';
import type { NewCommit, Repo } from '../../../src/ports/repo.ts';
import { type GitBench, gitBench } from './bench.ts';
import { startGitHttp } from './http-backend.ts';
import { plainEnvironment } from './people.ts';

const main = 'refs/heads/main';
const status = 'refs/heads/status/ams1';
const adapters: readonly GitAdapter[] = ['native', 'isomorphic'];

let benches: GitBench[] = [];
async function bench(...args: Parameters<typeof gitBench>): Promise<GitBench> {
  const made = await gitBench(...args);
  benches.push(made);
  return made;
}
afterEach(async () => {
  const open = benches;
  benches = [];
  for (const each of open) await each.close();
});

const newCommit = (text: string, parents: readonly string[] = []): NewCommit => ({
  parents,
  base: null,
  message: text,
  author: { name: 'nanometal', email: 'n@example.org' },
  at: 1_795_305_600_000,
  changes: new Map([['a', text]]),
});

const commitOf = (made: GitBench, text: string, parents: readonly string[] = []): string =>
  made.people.commit({
    parents,
    message: text.slice(0, 100).replaceAll('\0', '0'),
    files: [{ mode: '100644', path: 'a', content: text }],
  });

async function tip(repo: Repo, ref: string): Promise<string | null> {
  const fetched = await repo.fetch([ref]);
  if (!fetched.ok) throw new Error(`${fetched.error.reason}: ${fetched.error.message}`);
  return fetched.value.get(ref) ?? null;
}

async function failure(repo: Repo, ref: string): Promise<string> {
  const fetched = await repo.fetch([ref]);
  if (fetched.ok) throw new Error(`the fetch went well: ${JSON.stringify([...fetched.value])}`);
  return fetched.error.reason;
}

const cloneOf = (made: GitBench): string => cloneFolder(made.stateDir, made.remote);

/** Files below a folder, relative. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

const objectPath = (gitDir: string, id: string): string => join(gitDir, 'objects', id.slice(0, 2), id.slice(2));

function overwrite(path: string, content: string | Buffer): void {
  execFileSync('chmod', ['u+w', path]);
  writeFileSync(path, content);
}

describe('L1', () => {
  it('L1: a write is temporary file, fsync, rename, fsync of the folder, in this order', async () => {
    const made = await bench('isomorphic', 'path');
    const script = join(made.folder, 'one.ts');
    const chooser = new URL('../../../src/adapters/git/choose.ts', import.meta.url).pathname;
    writeFileSync(
      script,
      `import { openRepo } from ${JSON.stringify(chooser)};
       const opened = await openRepo({ remote: process.argv[2], stateDir: process.argv[3], adapter: 'isomorphic' });
       const id = await opened.value.write({ parents: [], base: null, changes: new Map([['a', 'x']]), message: 'm', author: { name: 'n', email: 'e' }, at: 0 });
       console.log(await opened.value.push('refs/heads/traced', null, id));`,
    );
    const trace = join(made.folder, 'trace');
    const loader = new URL('./load-typescript.mjs', import.meta.url).pathname;
    const calls = 'trace=openat,fsync,rename,link,write';
    const args = ['-f', '-y', '-e', calls, '-o', trace, process.execPath, '--import', loader, script];
    execFileSync('strace', [...args, made.people.path, made.stateDir]);
    const lines = readFileSync(trace, 'utf8').split('\n');
    const at = (pattern: RegExp): number => lines.findIndex((line) => pattern.test(line));
    const draft =
      /link\("(?<draft>[^"]+)", "[^"]+\/refs\/heads\/traced\.lock"/.exec(lines.join('\n'))?.groups?.draft ?? '-';
    const order = [
      at(new RegExp(`fsync\\(\\d+<${draft}>`)),
      at(/link\(.*refs\/heads\/traced\.lock"/),
      at(/rename\(.*refs\/heads\/traced\.lock".*refs\/heads\/traced"/),
      lines.findLastIndex((line) => /fsync\(\d+<[^>]+\/refs\/heads>/.test(line)),
    ];
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    const truncating = lines.filter(
      (line) => line.includes('O_TRUNC') && !line.includes('O_EXCL') && line.includes(made.people.path),
    );
    expect(truncating).toEqual([]);
    const renamed = lines.filter((line) => /rename\(.*objects\/[0-9a-f]{2}\//.test(line));
    expect(renamed.length).toBe(3);
  });
});

describe('L2', () => {
  it.each(['', '\0'.repeat(41), 'deadbeef'])(
    'L2: a torn ref %j over a packed one is damage, not the older commit',
    async (torn) => {
      const made = await bench('isomorphic', 'path');
      const one = commitOf(made, 'one');
      made.people.setRef(main, one);
      made.people.git(['pack-refs', '--all']);
      const two = commitOf(made, 'two', [one]);
      made.people.setRef(main, two);
      const path = join(made.people.path, main);
      writeFileSync(path, torn);
      expect(await failure(made.repo, main)).toBe('corrupt');
      const next = await made.repo.write(newCommit('three', [one]));
      const outcome = await made.repo.push(main, one, next);
      expect(outcome).toMatchObject({ kind: 'ambiguous', failure: { reason: 'corrupt' } });
      expect(readFileSync(path, 'latin1')).toBe(torn);
      writeFileSync(path, `${two}\n`);
    },
  );

  it('L2: native git is not asked about a torn ref on this host, which it takes for a deleted one', async () => {
    const made = await bench('native', 'path');
    const one = commitOf(made, 'one');
    made.people.setRef(main, one);
    writeFileSync(join(made.people.path, main), '');
    expect(await failure(made.repo, main)).toBe('corrupt');
    writeFileSync(join(made.people.path, main), `${one}\n`);
  });
});

describe('L3', () => {
  it('L3: a foreign lock on the ref is honoured, and nothing moves while it stays', async () => {
    const made = await bench('isomorphic', 'path', { limits: { lockWaitMs: 50 } });
    const one = commitOf(made, 'one');
    made.people.setRef(main, one);
    const lock = join(made.people.path, `${main}.lock`);
    writeFileSync(lock, '');
    const next = await made.repo.write(newCommit('two', [one]));
    const outcome = await made.repo.push(main, one, next);
    expect(outcome).toMatchObject({ kind: 'ambiguous', failure: { reason: 'locked' } });
    expect(await tip(made.repo, main)).toBe(one);
    expect(existsSync(lock)).toBe(true);
    execFileSync('rm', [lock]);
    expect(await made.repo.push(main, one, next)).toEqual({ kind: 'pushed' });
  });

  it('L3: a lock that is given back is waited for', async () => {
    const made = await bench('isomorphic', 'path', { limits: { lockWaitMs: 60_000 } });
    const one = commitOf(made, 'one');
    made.people.setRef(main, one);
    const lock = join(made.people.path, `${main}.lock`);
    writeFileSync(lock, '');
    const next = await made.repo.write(newCommit('two', [one]));
    const pushing = made.repo.push(main, one, next);
    setTimeout(() => execFileSync('rm', [lock]), 200);
    expect(await pushing).toEqual({ kind: 'pushed' });
  });

  it('L3: native git is kept out while we hold the lock, and pushes of both interleave without loss', async () => {
    const made = await bench('isomorphic', 'path');
    let head = await made.repo.write(newCommit('0'));
    expect(await made.repo.push(status, null, head)).toEqual({ kind: 'pushed' });
    const count = 12;
    let ours = 0;
    let theirs = 0;
    for (let i = 1; i <= count; i++) {
      const next = await made.repo.write(newCommit(`${i}`, [head]));
      const other = made.people.git(['commit-tree', `${head}^{tree}`, '-p', head], `theirs ${i}`);
      const pushing = made.repo.push(status, head, next);
      let moved = true;
      try {
        made.people.git(['update-ref', status, other, head]);
      } catch {
        moved = false;
      }
      const outcome = await pushing;
      expect([outcome.kind, moved]).toEqual(moved ? ['stale', true] : ['pushed', false]);
      if (moved) theirs += 1;
      else ours += 1;
      head = moved ? other : next;
    }
    expect(await tip(made.repo, status)).toBe(head);
    expect(ours + theirs).toBe(count);
    expect(made.people.git(['rev-list', '--count', status])).toBe(String(count + 1));
  });
});

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

describe('L7', () => {
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

describe('L9', () => {
  it.each(adapters)('L9: %s: a signed commit is read from its raw bytes', async (adapter) => {
    const made = await bench(adapter, 'path');
    const tree = made.people.git(['mktree'], '');
    const who = 'Ada <ada@example.org> 1795305600 +0100';
    const signature = '-----BEGIN SSH SIGNATURE-----\n U1NIU0lH\n -----END SSH SIGNATURE-----';
    const headers = `tree ${tree}\nauthor ${who}\ncommitter ${who}\ngpgsig ${signature}\n\n`;
    const raw = Buffer.concat([Buffer.from(headers), Buffer.from([0x6d, 0xff, 0x0a, 0x0a, 0x0a])]);
    const id = made.people.git(['hash-object', '-t', 'commit', '-w', '--stdin'], raw);
    made.people.setRef(main, id);
    expect(await tip(made.repo, main)).toBe(id);
    const expected = { id, tree, parents: [], at: 1_795_305_600_000, message: 'm\ufffd\n\n\n' };
    expect(await made.repo.commit(id)).toEqual(expected);
  });
});

describe('L10', () => {
  it('L10: isomorphic: a small pack that unpacks to much is refused by its first large object', async () => {
    const made = await bench('isomorphic', 'http', { limits: { objectBytesMax: 1 << 20 } });
    made.people.setRef(main, commitOf(made, '\0'.repeat(40 << 20)));
    expect(await failure(made.repo, main)).toBe('too-large');
  });

  it('L10: isomorphic: many objects that are each allowed are refused by their sum', async () => {
    const made = await bench('isomorphic', 'http', { limits: { inflatedBytesMax: 4 << 20 } });
    const files = Array.from({ length: 6 }, (_, i) => ({
      mode: '100644',
      path: `${i}`,
      content: `${i}`.repeat(1 << 20),
    }));
    made.people.setRef(main, made.people.commit({ parents: [], message: 'm', files }));
    expect(await failure(made.repo, main)).toBe('too-large');
  });

  it.each(adapters)('L10: %s: a file that is too large for the reader is not unpacked for it', async (adapter) => {
    const made = await bench(adapter, 'path');
    const id = commitOf(made, '\0'.repeat(40 << 20));
    made.people.setRef(main, id);
    made.people.git(['repack', '-a', '-d', '-q']);
    await tip(made.repo, main);
    const blob = made.people.git(['rev-parse', `${id}:a`]);
    expect(await made.repo.blobs([blob, blob], 256 * 1024)).toEqual(['too-large', 'too-large']);
  });

  it('L10: isomorphic: a small file that is a delta on a large one is still small', async () => {
    const made = await bench('isomorphic', 'path');
    const large = Array.from({ length: 20_000 }, (_, i) => `line ${i}\n`).join('');
    const one = commitOf(made, large);
    const small = large.slice(0, 4_000);
    const two = commitOf(made, small, [one]);
    made.people.setRef(main, two);
    made.people.git(['repack', '-a', '-d', '-q', '-f', '--depth=50', '--window=50']);
    await tip(made.repo, main);
    const blobs = [one, two].map((id) => made.people.git(['rev-parse', `${id}:a`]));
    const [first, second] = await made.repo.blobs(blobs, 5_000);
    expect(first).toBe('too-large');
    expect(second instanceof Uint8Array && Buffer.from(second).toString()).toBe(small);
  });
});

describe('L11', () => {
  it.each(adapters)('L11: %s: what many small fetches leave behind is put together', async (adapter) => {
    const made = await bench(adapter, 'http');
    const packs = join(cloneOf(made), 'objects/pack');
    const countPacks = (): number => filesIn(packs).filter((name) => name.endsWith('.pack')).length;
    const first = commitOf(made, 'first');
    made.people.setRef(main, first);
    await tip(made.repo, main);
    // As sixty fetches would have left them; commits that no ref names any more.
    const ids = Array.from({ length: 60 }, (_, i) => commitOf(made, `${i}`));
    for (const id of ids) made.people.git(['pack-objects', '--revs', '--quiet', join(packs, 'pack')], `${id}\n`);
    expect(countPacks()).toBeGreaterThanOrEqual(60);
    const second = commitOf(made, 'second', [first]);
    made.people.setRef(main, second);
    expect(await tip(made.repo, main)).toBe(second);
    expect(countPacks()).toBeLessThan(10);
    for (const [i, id] of ids.entries()) expect((await made.repo.commit(id))?.message).toBe(`${i}`);
    expect((await made.repo.commit(second))?.parents).toEqual([first]);
    execFileSync('git', [`--git-dir=${cloneOf(made)}`, 'fsck', '--full', '--strict'], { env: plainEnvironment });
  });

  it.each(adapters)(
    'L11: %s: thousands of loose objects are gathered into a pack, and none is lost',
    async (adapter) => {
      const made = await bench(adapter, 'http');
      const store = new ObjectStore(join(cloneOf(made), 'objects'));
      const unseen = await made.repo.write(newCommit('never pushed'));
      const ids: string[] = [];
      for (let i = 0; i < 1_500; i++) ids.push(await quickLoose(store.folder, `blob ${i}`));
      // Enough in the folder that is counted to look like many in all.
      for (
        let i = 0;
        existsSync(join(store.folder, '17')) ? filesIn(join(store.folder, '17')).length < 17 : true;
        i++
      ) {
        await quickLoose(store.folder, `more ${i}`);
      }
      await tip(made.repo, main);
      const files = filesIn(store.folder);
      expect(files.filter((name) => /^[0-9a-f]{2}\//.test(name))).toEqual([]);
      expect(files.filter((name) => name.endsWith('.pack')).length).toBe(1);
      const found = await made.repo.blobs(ids, 100);
      expect(found.every((blob, i) => blob instanceof Uint8Array && Buffer.from(blob).toString() === `blob ${i}`)).toBe(
        true,
      );
      expect((await made.repo.commit(unseen))?.message).toBe('never pushed');
      execFileSync('git', [`--git-dir=${cloneOf(made)}`, 'fsck', '--full', '--strict'], { env: plainEnvironment });
    },
  );
});

/** A loose blob without the care that the adapter takes, for speed. */
async function quickLoose(objects: string, text: string): Promise<string> {
  const { idOf, objectHeader } = await import('../../../src/adapters/git/object/id.ts');
  const id = idOf('blob', Buffer.from(text));
  mkdirSync(join(objects, id.slice(0, 2)), { recursive: true });
  const path = join(objects, id.slice(0, 2), id.slice(2));
  if (!existsSync(path))
    writeFileSync(path, deflateSync(Buffer.concat([objectHeader('blob', text.length), Buffer.from(text)])));
  return id;
}

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

  it('L12: isomorphic: a local repository whose hooks only Git can run is not pushed past them', async () => {
    const made = await bench('isomorphic', 'path');
    const next = await made.repo.write(newCommit('x'));
    made.people.hook('pre-receive', 'exit 0');
    expect((await made.repo.push(status, null, next)).kind).toBe('refused');
    execFileSync('rm', [join(made.people.path, 'hooks', 'pre-receive')]);
    expect((await made.repo.push(status, null, next)).kind).toBe('pushed');
  });
});

describe('L13', () => {
  it.each(adapters)(
    'L13: %s: a forced remote is seen as such: the old tip is no ancestor, an equal one is',
    async (adapter) => {
      const made = await bench(adapter, 'http');
      const one = commitOf(made, 'one');
      const two = commitOf(made, 'two', [one]);
      made.people.setRef(main, two);
      await tip(made.repo, main);
      const other = commitOf(made, 'other', [one]);
      made.people.setRef(main, other);
      expect(await tip(made.repo, main)).toBe(other);
      expect(await made.repo.isAncestor(two, other)).toBe(false);
      expect(await made.repo.isAncestor(one, other)).toBe(true);
      expect(await made.repo.isAncestor(other, other)).toBe(true);
    },
  );
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

const wounds = {
  empty: () => Buffer.alloc(0),
  'cut short': (sound: Buffer) => sound.subarray(0, sound.length - 7),
  'replaced by another that unpacks': () => deflateSync(Buffer.from('blob 3\0new')),
};

/** Native git keeps what it fetched in a pack; a file per object is easier to hurt. */
function loosen(gitDir: string): void {
  const folder = join(gitDir, 'objects/pack');
  for (const name of readdirSync(folder)) {
    if (!name.endsWith('.pack')) continue;
    const pack = readFileSync(join(folder, name));
    for (const ending of ['pack', 'idx', 'rev'])
      execFileSync('rm', ['-f', join(folder, name.replace(/pack$/, ending))]);
    execFileSync('git', [`--git-dir=${gitDir}`, 'unpack-objects', '-q'], { input: pack, env: plainEnvironment });
  }
}

describe('L15', () => {
  for (const adapter of adapters) {
    it.each(Object.keys(wounds))(
      `L15: ${adapter}: an object in our clone that is %s is noticed, and the clone made anew`,
      async (name) => {
        const made = await bench(adapter, 'http');
        const one = commitOf(made, 'one');
        made.people.setRef(main, one);
        await tip(made.repo, main);
        loosen(cloneOf(made));
        const blob = made.people.git(['rev-parse', `${one}:a`]);
        const path = objectPath(cloneOf(made), blob);
        const wound = Object.entries(wounds).find(([known]) => known === name)?.[1];
        overwrite(path, wound?.(readFileSync(path)) ?? '');
        const tree = (await made.repo.commit(one))?.tree ?? '';
        const found = await made.repo.blobs([tree, blob, tree], 100);
        expect(found[1]).toBeNull();
        expect((await made.repo.commit(one))?.message).toBe('one');
        expect(await tip(made.repo, main)).toBe(one);
        const [healed] = await made.repo.blobs([blob], 100);
        expect(healed instanceof Uint8Array && Buffer.from(healed).toString()).toBe('one');
      },
    );

    it(`L15: ${adapter}: a damage that was noticed is remembered over a restart, and a remote that is away costs nothing`, async () => {
      const made = await bench(adapter, 'http');
      const one = commitOf(made, 'one');
      made.people.setRef(main, one);
      await tip(made.repo, main);
      loosen(cloneOf(made));
      const path = objectPath(cloneOf(made), made.people.git(['rev-parse', `${one}:a`]));
      overwrite(path, '');
      await made.repo.blobs([made.people.git(['rev-parse', `${one}:a`])], 100);
      await made.repo.close();
      const again = await made.open({ stateDir: made.stateDir });
      if (made.http) made.http.fault = { kind: 'status', status: 503 };
      expect(await failure(again, main)).toBe('unreachable');
      expect((await again.commit(one))?.message).toBe('one');
      if (made.http) made.http.fault = null;
      expect(await tip(again, main)).toBe(one);
      expect((await again.blobs([made.people.git(['rev-parse', `${one}:a`])], 100))[0]).not.toBeNull();
    });
  }

  it('L15: isomorphic: an object inside a pack is hashed when it is read', async () => {
    const made = await bench('isomorphic', 'path');
    const one = commitOf(made, 'a'.repeat(300));
    made.people.setRef(main, one);
    made.people.git(['repack', '-a', '-d', '-q']);
    const folder = join(made.people.path, 'objects/pack');
    const pack = readdirSync(folder).find((name) => name.endsWith('.pack')) ?? '';
    const sound = readFileSync(join(folder, pack));
    const blob = made.people.git(['rev-parse', `${one}:a`]);
    for (let at = 12; at < sound.length - 20; at++) {
      const wrong = Buffer.from(sound);
      wrong.writeUInt8(wrong.readUInt8(at) ^ 0x10, at);
      overwrite(join(folder, pack), wrong);
      const store = new ObjectStore(join(made.people.path, 'objects'));
      for (const id of [one, blob]) expect(() => readAgain(store, id)).not.toThrow();
      store.close();
    }
    overwrite(join(folder, pack), sound);
  });
});

/** Sound, or an admitted damage; anything else is thrown on. */
function readAgain(store: ObjectStore, id: string): void {
  try {
    const found = store.read(id, 1_000);
    if (found && found !== 'too-large' && found.kind === 'blob') expect(found.content.toString()).toBe('a'.repeat(300));
  } catch (error) {
    if (!(error instanceof Error) || error.constructor.name !== 'Damage') throw error;
  }
}

describe('L16', () => {
  it('L16: isomorphic: a torn object is written again by whoever writes the same', async () => {
    const made = await bench('isomorphic', 'path');
    const id = await made.repo.write(newCommit('x'));
    const blob = (await made.repo.tree((await made.repo.commit(id))?.tree ?? ''))?.[0]?.id ?? '';
    overwrite(objectPath(made.people.path, blob), '');
    expect(await made.repo.blobs([blob], 10)).toEqual([null]);
    expect(await made.repo.write(newCommit('x'))).toBe(id);
    expect(await made.repo.blobs([blob], 10)).not.toEqual([null]);
  });
});

describe('L17', () => {
  it('L17: isomorphic: a disk that answers neither yes nor no is an error, not an absence', async () => {
    const made = await bench('isomorphic', 'path');
    const id = await made.repo.write(newCommit('x'));
    const folder = join(made.people.path, 'objects', id.slice(0, 2));
    execFileSync('mv', [folder, `${folder}.away`]);
    symlinkSync(folder, folder);
    await expect(made.repo.commit(id)).rejects.toThrow();
    execFileSync('rm', [folder]);
    execFileSync('mv', [`${folder}.away`, folder]);
    expect((await made.repo.commit(id))?.message).toBe('x');
  });
});

const cunning = ['.git', '.GIT', '..', '.'];

describe('L18', () => {
  for (const adapter of adapters) {
    it.each(cunning)(`L18: ${adapter}: a folder with an entry named %s does not get in`, async (name) => {
      const made = await bench(adapter, 'http');
      const blob = made.people.git(['hash-object', '-w', '--stdin'], 'x');
      const entry = Buffer.concat([Buffer.from(`100644 ${name}\0`), Buffer.from(blob, 'hex')]);
      const tree = made.people.git(['hash-object', '--literally', '-t', 'tree', '-w', '--stdin'], entry);
      const id = made.people.git(['commit-tree', tree], 'cunning');
      made.people.setRef(main, id);
      expect(await failure(made.repo, main)).toBe('corrupt');
      expect(await made.repo.commit(id)).toBeNull();
      made.people.deleteRef(main);
      made.people.git(['prune', '--expire=now']);
    });

    it(`L18: ${adapter}: links and programs in the repository stay what they are: objects`, async () => {
      const made = await bench(adapter, 'http');
      const files = [
        { mode: '120000', path: 'link', content: '/etc/passwd' },
        { mode: '100755', path: 'hooks/post-checkout', content: '#!/bin/sh\ntouch /tmp/never' },
      ];
      made.people.setRef(main, made.people.commit({ parents: [], message: 'm', files }));
      await tip(made.repo, main);
      const names = filesIn(made.stateDir).filter((name) => /link|post-checkout|index$/.test(name));
      expect(names).toEqual([]);
    });
  }
});
