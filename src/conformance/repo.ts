import assert from 'node:assert/strict';
import type { CommitId } from '../model/names.ts';
import type { NewCommit, PushOutcome, RefName, Repo } from '../ports/repo.ts';
import type { Case } from './suite.ts';

/** A repository under test, and hands of other people on the same remote. */
export interface RepoBench {
  readonly repo: Repo;
  /** Another user of the same remote, with a memory of its own. Closed with the bench. */
  another(): Promise<Repo>;
  /** Objects for a commit appear on the remote; no ref moves. `files` is the whole tree. */
  commitAsOther(commit: OtherCommit): Promise<CommitId>;
  /** Creates or moves a ref on the remote, by force where it must be. */
  setRef(ref: RefName, id: CommitId): Promise<void>;
  deleteRef(ref: RefName): Promise<void>;
  /** From now on the remote refuses every push, as a hook or a protected branch does. */
  refusePushes(): Promise<void>;
  close(): Promise<void>;
}

export interface OtherCommit {
  readonly parents: readonly CommitId[];
  readonly message: string;
  readonly files: readonly OtherFile[];
}

export interface OtherFile {
  /** `100644`, `100755`, `120000`, or `160000` with a commit id as content. */
  readonly mode: string;
  /** Bytes where the name is not UTF-8; `/` parts folders. */
  readonly path: string | Uint8Array;
  readonly content: string;
}

const main = 'refs/heads/main';
const status = 'refs/heads/status/ams1';
const lease = 'refs/nanometal/lease/ams1';
const author = { name: 'nanometal', email: 'nanometal@ams1.example' };
const at = 1_795_305_600_000;
const absent = 'f'.repeat(40);
const manyBytes = 1 << 20;

const file = (path: string, content: string): OtherFile => ({ mode: '100644', path, content });

function newCommit(changes: Record<string, string | null>, rest: Partial<NewCommit> = {}): NewCommit {
  return {
    parents: [],
    base: null,
    message: 'a commit\n',
    author,
    at,
    changes: new Map(Object.entries(changes)),
    ...rest,
  };
}

/** The promises of the `Repo` port. `make` gives an empty remote each time. */
export function repoCases(make: () => Promise<RepoBench>): Case[] {
  const cases: [string, (bench: RepoBench) => Promise<void>][] = [
    ...fetchCases,
    ...readCases,
    ...writeCases,
    ...pushCases,
    ...raceCases,
  ];
  return cases.map(([name, check]) => ({
    name,
    run: async () => {
      const bench = await make();
      try {
        await check(bench);
      } finally {
        await bench.close();
      }
    },
  }));
}

async function fetchOne(repo: Repo, ref: RefName): Promise<CommitId | null> {
  const fetched = await repo.fetch([ref]);
  assert.ok(fetched.ok, fetched.ok ? '' : `fetch failed: ${fetched.error.reason}: ${fetched.error.message}`);
  const id = fetched.value.get(ref);
  assert.notEqual(id, undefined, `${ref} was asked for and is not in the answer`);
  return id ?? null;
}

/** All files under a commit, with their modes: `path` → `mode content`. */
async function readAll(repo: Repo, id: CommitId): Promise<Record<string, string>> {
  const commit = await repo.commit(id);
  assert.ok(commit, `the commit ${id} is not readable`);
  const files: Record<string, string> = {};
  const open = [{ path: '', tree: commit.tree }];
  for (let folder = open.pop(); folder; folder = open.pop()) {
    const entries = await repo.tree(folder.tree);
    assert.ok(entries, `the folder ${folder.path} is not readable`);
    for (const entry of entries) {
      const path = folder.path + entry.name;
      if (entry.mode === '040000') open.push({ path: `${path}/`, tree: entry.id });
      else if (entry.mode === '160000') files[path] = `${entry.mode} ${entry.id}`;
      else files[path] = `${entry.mode} ${await readText(repo, entry.id)}`;
    }
  }
  return files;
}

async function readText(repo: Repo, id: string): Promise<string> {
  const [blob] = await repo.blobs([id], manyBytes);
  assert.ok(blob instanceof Uint8Array, `the file ${id} is not readable`);
  return new TextDecoder().decode(blob);
}

function assertKind(outcome: PushOutcome, kind: PushOutcome['kind']): void {
  assert.equal(outcome.kind, kind, `the push ended otherwise: ${JSON.stringify(outcome)}`);
}

const commitOn = (bench: RepoBench, parents: readonly CommitId[], content: string): Promise<CommitId> =>
  bench.commitAsOther({ parents, message: `${content}\n`, files: [file('fleet.yaml', content)] });

const fetchCases: [string, (bench: RepoBench) => Promise<void>][] = [
  [
    'fetch: an empty repository has no refs',
    async ({ repo }) => {
      const fetched = await repo.fetch([main, status]);
      assert.deepEqual(fetched, {
        ok: true,
        value: new Map([
          [main, null],
          [status, null],
        ]),
      });
    },
  ],
  [
    'fetch: asked for nothing, it answers nothing',
    async ({ repo }) => {
      assert.deepEqual(await repo.fetch([]), { ok: true, value: new Map() });
    },
  ],
  [
    'fetch: a ref that does not exist is null beside one that does, and names are whole names',
    async (bench) => {
      const id = await commitOn(bench, [], 'one');
      await bench.setRef('refs/heads/other/refs/heads/main', id);
      await bench.setRef(status, id);
      const fetched = await bench.repo.fetch([main, status, lease]);
      assert.deepEqual(fetched, {
        ok: true,
        value: new Map([
          [main, null],
          [status, id],
          [lease, null],
        ]),
      });
    },
  ],
  [
    'fetch: sees a ref move forward',
    async (bench) => {
      const one = await commitOn(bench, [], 'one');
      await bench.setRef(main, one);
      assert.equal(await fetchOne(bench.repo, main), one);
      const two = await commitOn(bench, [one], 'two');
      await bench.setRef(main, two);
      assert.equal(await fetchOne(bench.repo, main), two);
      assert.deepEqual(await readAll(bench.repo, two), { 'fleet.yaml': '100644 two' });
      assert.equal(await fetchOne(bench.repo, main), two);
    },
  ],
  [
    'fetch: sees a ref rewritten, and what was fetched before stays readable',
    async (bench) => {
      const one = await commitOn(bench, [], 'one');
      const two = await commitOn(bench, [one], 'two');
      await bench.setRef(main, two);
      await fetchOne(bench.repo, main);
      const other = await commitOn(bench, [], 'unrelated');
      await bench.setRef(main, other);
      assert.equal(await fetchOne(bench.repo, main), other);
      assert.deepEqual(await readAll(bench.repo, two), { 'fleet.yaml': '100644 two' });
      assert.equal(await bench.repo.isAncestor(two, other), false);
    },
  ],
  [
    'fetch: sees a ref rewound to a commit it knows',
    async (bench) => {
      const one = await commitOn(bench, [], 'one');
      const two = await commitOn(bench, [one], 'two');
      await bench.setRef(main, two);
      await fetchOne(bench.repo, main);
      await bench.setRef(main, one);
      assert.equal(await fetchOne(bench.repo, main), one);
    },
  ],
  [
    'fetch: sees a ref deleted and made again, also as the folder of another',
    async (bench) => {
      const one = await commitOn(bench, [], 'one');
      await bench.setRef('refs/heads/a', one);
      assert.equal(await fetchOne(bench.repo, 'refs/heads/a'), one);
      await bench.deleteRef('refs/heads/a');
      assert.equal(await fetchOne(bench.repo, 'refs/heads/a'), null);
      assert.deepEqual(await readAll(bench.repo, one), { 'fleet.yaml': '100644 one' });
      const two = await commitOn(bench, [], 'two');
      await bench.setRef('refs/heads/a/b', two);
      assert.equal(await fetchOne(bench.repo, 'refs/heads/a/b'), two);
    },
  ],
];

const hostile = [
  '-rf',
  '--upload-pack=touch x',
  '$(touch x)',
  ';reboot',
  'a\nb',
  'tab\there',
  '"quoted"',
  'back\\slash',
  ' leading and trailing ',
  '*?[glob]',
  'ünï–😀',
  'CON',
  '.gitignore',
  '...',
  'x'.repeat(200),
];

const readCases: [string, (bench: RepoBench) => Promise<void>][] = [
  [
    'read: odd modes come back as they are',
    async (bench) => {
      const inner = await commitOn(bench, [], 'inner');
      const id = await bench.commitAsOther({
        parents: [],
        message: 'odd\n',
        files: [
          { mode: '100755', path: 'run.sh', content: 'echo' },
          { mode: '120000', path: 'link', content: '/etc/passwd' },
          { mode: '160000', path: 'module', content: inner },
          file('folder/plain', 'text'),
        ],
      });
      await bench.setRef(main, id);
      await fetchOne(bench.repo, main);
      assert.deepEqual(await readAll(bench.repo, id), {
        'run.sh': '100755 echo',
        link: '120000 /etc/passwd',
        module: `160000 ${inner}`,
        'folder/plain': '100644 text',
      });
    },
  ],
  [
    'read: hostile file names are only names',
    async (bench) => {
      const files = hostile.map((name) => file(name, `of ${name}`));
      const id = await bench.commitAsOther({ parents: [], message: 'names\n', files });
      await bench.setRef(main, id);
      await fetchOne(bench.repo, main);
      const expected = Object.fromEntries(hostile.map((name) => [name, `100644 of ${name}`]));
      assert.deepEqual(await readAll(bench.repo, id), expected);
    },
  ],
  [
    'read: bytes that are not UTF-8 appear as U+FFFD in a name, and survive a write beside them',
    async (bench) => {
      const path = Uint8Array.from([0x61, 0xff, 0x62]);
      const id = await bench.commitAsOther({
        parents: [],
        message: 'bytes\n',
        files: [{ mode: '100644', path, content: 'x' }],
      });
      await bench.setRef(main, id);
      await fetchOne(bench.repo, main);
      assert.deepEqual(await readAll(bench.repo, id), { 'a\ufffdb': '100644 x' });
      const base = (await bench.repo.commit(id))?.tree ?? null;
      const added = await bench.repo.write(newCommit({ other: 'y' }, { base, parents: [id] }));
      const removed = await bench.repo.write(
        newCommit({ other: null }, { base: (await bench.repo.commit(added))?.tree ?? null }),
      );
      assert.equal((await bench.repo.commit(removed))?.tree, base);
    },
  ],
  [
    'read: blobs come in the order asked, with too-large and missing in their places',
    async (bench) => {
      const id = await bench.repo.write(newCommit({ a: 'aaaa', b: 'b'.repeat(5), c: '' }));
      const tree = (await bench.repo.commit(id))?.tree ?? '';
      const [a = '', b = '', c = ''] = (await bench.repo.tree(tree))?.map((entry) => entry.id) ?? [];
      const found = await bench.repo.blobs([b, absent, a, c, a], 4);
      const shown = found.map((blob) => (blob instanceof Uint8Array ? new TextDecoder().decode(blob) : blob));
      assert.deepEqual(shown, ['too-large', null, 'aaaa', '', 'aaaa']);
      assert.deepEqual(await bench.repo.blobs([], 4), []);
      assert.deepEqual(await bench.repo.blobs([tree], manyBytes), [null]);
    },
  ],
  [
    'read: what is not here is null, and so is what is of another kind',
    async ({ repo }) => {
      const id = await repo.write(newCommit({ a: 'x' }));
      const tree = (await repo.commit(id))?.tree ?? '';
      assert.equal(await repo.commit(absent), null);
      assert.equal(await repo.tree(absent), null);
      assert.equal(await repo.commit(tree), null);
      assert.equal(await repo.tree(id), null);
      for (const odd of ['', 'HEAD', 'main', '--all', `${id}^{tree}`]) {
        assert.equal(await repo.commit(odd), null, `${odd} is no id`);
        assert.deepEqual(await repo.blobs([odd], 10), [null]);
      }
    },
  ],
  [
    'read: isAncestor over a line, a merge, equal and unknown commits',
    async (bench) => {
      const { repo } = bench;
      const one = await commitOn(bench, [], 'one');
      const left = await commitOn(bench, [one], 'left');
      const right = await commitOn(bench, [one], 'right');
      const merge = await commitOn(bench, [left, right], 'merge');
      const tip = await commitOn(bench, [merge], 'tip');
      await bench.setRef(main, tip);
      await fetchOne(repo, main);
      for (const older of [one, left, right, merge, tip]) assert.equal(await repo.isAncestor(older, tip), true);
      assert.equal(await repo.isAncestor(tip, one), false);
      assert.equal(await repo.isAncestor(left, right), false);
      assert.equal(await repo.isAncestor(one, one), true);
      assert.equal(await repo.isAncestor(absent, tip), false);
      assert.equal(await repo.isAncestor(one, absent), false);
      assert.equal(await repo.isAncestor(absent, absent), false);
    },
  ],
];

const trailers = [
  'ams1: install debian-13 on ams1-r03-u12',
  '',
  'Nanometal-Kind: intent',
  'Fleet-Commit: 3f2a1c9',
  'Grant: sha256:0c41 install ams1-r03-u12',
  'Epoch: 4',
].join('\n');

const writeCases: [string, (bench: RepoBench) => Promise<void>][] = [
  [
    'write: the id is the one Git gives to the same commit',
    async ({ repo }) => {
      const first = newCommit({ 'STATUS.md': '# ams1\n', 'machines/r03/ams1-r03-u12.json': '{}\n' }, { at: at + 999 });
      const id = await repo.write(first);
      assert.equal(id, '862da8752a109e22ad00c34fe264cb245677a124');
      assert.equal(await repo.write(first), id);
    },
  ],
  [
    'write: nested changes, removals, and folders that become empty vanish',
    async ({ repo }) => {
      const one = await repo.write(newCommit({ 'a/b/c': '1', 'a/b/d': '2', 'a/e': '3', f: '4' }));
      const base = (await repo.commit(one))?.tree ?? null;
      const two = await repo.write(newCommit({ 'a/b/c': null, 'a/b/d': null, 'a/e': '33', 'g/h/i': '5' }, { base }));
      assert.deepEqual(await readAll(repo, two), { 'a/e': '100644 33', f: '100644 4', 'g/h/i': '100644 5' });
      const rest = { 'a/e': null, f: null, 'g/h/i': null, 'not/there': null };
      const three = await repo.write(newCommit(rest, { base: (await repo.commit(two))?.tree ?? null }));
      assert.deepEqual(await readAll(repo, three), {});
      assert.equal((await repo.commit(three))?.tree, '4b825dc642cb6eb9a060e54bf8d69288fbee4904');
    },
  ],
  [
    'write: without changes the tree stays, over a base and over none',
    async ({ repo }) => {
      const one = await repo.write(newCommit({ a: 'x', 'b/c': 'y' }));
      const base = (await repo.commit(one))?.tree ?? null;
      const two = await repo.write(newCommit({ 'b/c': 'y', 'b/nothing': null }, { base, parents: [one] }));
      assert.equal((await repo.commit(two))?.tree, base);
      assert.deepEqual(await readAll(repo, await repo.write(newCommit({}))), {});
    },
  ],
  [
    'write: a file becomes a folder, a folder becomes a file',
    async ({ repo }) => {
      const one = await repo.write(newCommit({ a: 'x', 'b/c': 'y', 'b/d': 'z' }));
      const base = (await repo.commit(one))?.tree ?? null;
      const two = await repo.write(newCommit({ a: null, 'a/b': 'x', b: 'y' }, { base }));
      assert.deepEqual(await readAll(repo, two), { 'a/b': '100644 x', b: '100644 y' });
    },
  ],
  [
    'write: folders sort as Git sorts them',
    async ({ repo }) => {
      const id = await repo.write(newCommit({ 'a.b': '1', 'a/x': '2', a0: '3', 'a-b': '4' }));
      const entries = await repo.tree((await repo.commit(id))?.tree ?? '');
      assert.deepEqual(
        entries?.map((entry) => entry.name),
        ['a-b', 'a.b', 'a', 'a0'],
      );
    },
  ],
  [
    'write: message, parents and time are kept to the byte',
    async ({ repo }) => {
      const parent = await repo.write(newCommit({}));
      for (const message of [trailers, `${trailers}\n`, `ünï–😀\r\n\n\n# not a comment\n\n`, 'no line break', '']) {
        const id = await repo.write(newCommit({}, { message, parents: [parent], at: at + 1 }));
        const commit = await repo.commit(id);
        assert.equal(commit?.message, message);
        assert.deepEqual(commit?.parents, [parent]);
        assert.equal(commit?.at, at);
      }
    },
  ],
  [
    'write: a thousand files at once, and one of them changed',
    async ({ repo }) => {
      const changes = Object.fromEntries(
        Array.from({ length: 1_000 }, (_, i) => [`m/r${i % 40}/${i}.json`, `{"n":${i}}\n`]),
      );
      const one = await repo.write(newCommit(changes));
      const base = (await repo.commit(one))?.tree ?? null;
      const two = await repo.write(newCommit({ 'm/r7/7.json': 'changed' }, { base, parents: [one] }));
      const files = await readAll(repo, two);
      assert.equal(Object.keys(files).length, 1_000);
      assert.equal(files['m/r7/7.json'], '100644 changed');
      assert.equal(files['m/r8/8.json'], '100644 {"n":8}\n');
    },
  ],
  [
    'write: nobody sees a commit before it is pushed',
    async (bench) => {
      const id = await bench.repo.write(newCommit({ a: 'x' }));
      const other = await bench.another();
      assert.equal(await fetchOne(other, main), null);
      assertKind(await bench.repo.push(main, null, id), 'pushed');
      assert.equal(await fetchOne(other, main), id);
      assert.deepEqual(await readAll(other, id), { a: '100644 x' });
    },
  ],
];

const pushCases: [string, (bench: RepoBench) => Promise<void>][] = [
  [
    'push: a ref is created, moved on, and others see it with all its files',
    async (bench) => {
      const one = await bench.repo.write(newCommit({ 'a/b': '1', c: '2' }));
      assertKind(await bench.repo.push(status, null, one), 'pushed');
      const base = (await bench.repo.commit(one))?.tree ?? null;
      const two = await bench.repo.write(newCommit({ 'a/b': '3' }, { base, parents: [one] }));
      assertKind(await bench.repo.push(status, one, two), 'pushed');
      assert.equal(await fetchOne(bench.repo, status), two);
      const other = await bench.another();
      assert.equal(await fetchOne(other, status), two);
      assert.deepEqual(await readAll(other, two), { 'a/b': '100644 3', c: '100644 2' });
      assert.deepEqual(await readAll(other, one), { 'a/b': '100644 1', c: '100644 2' });
    },
  ],
  [
    'push: a branch that begins at a commit of another',
    async (bench) => {
      const one = await commitOn(bench, [], 'one');
      const two = await commitOn(bench, [one], 'two');
      await bench.setRef(main, two);
      await fetchOne(bench.repo, main);
      const base = (await bench.repo.commit(one))?.tree ?? null;
      const proposal = await bench.repo.write(newCommit({ found: 'x' }, { base, parents: [one] }));
      assertKind(await bench.repo.push('refs/heads/proposals/1', null, proposal), 'pushed');
      assertKind(await bench.repo.push('refs/heads/copy', null, one), 'pushed');
      const other = await bench.another();
      await other.fetch(['refs/heads/proposals/1', 'refs/heads/copy']);
      assert.deepEqual(await readAll(other, proposal), { 'fleet.yaml': '100644 one', found: '100644 x' });
      assert.deepEqual(await readAll(other, one), { 'fleet.yaml': '100644 one' });
    },
  ],
  [
    'push: stale when somebody else moved the ref, and nothing moves',
    async (bench) => {
      const one = await commitOn(bench, [], 'one');
      await bench.setRef(status, one);
      await fetchOne(bench.repo, status);
      const ours = await bench.repo.write(newCommit({ a: 'ours' }, { parents: [one] }));
      const theirs = await commitOn(bench, [one], 'theirs');
      await bench.setRef(status, theirs);
      assert.deepEqual(await bench.repo.push(status, one, ours), { kind: 'stale', actual: theirs });
      assert.equal(await fetchOne(bench.repo, status), theirs);
    },
  ],
  [
    'push: stale when somebody rewound the ref; the rewound commits are not put back',
    async (bench) => {
      const one = await commitOn(bench, [], 'one');
      const two = await commitOn(bench, [one], 'two');
      await bench.setRef(status, two);
      await fetchOne(bench.repo, status);
      const ours = await bench.repo.write(newCommit({ a: 'ours' }, { parents: [two] }));
      await bench.setRef(status, one);
      assert.deepEqual(await bench.repo.push(status, two, ours), { kind: 'stale', actual: one });
      assert.equal(await fetchOne(bench.repo, status), one);
    },
  ],
  [
    'push: stale when the ref is gone, and it is not made again',
    async (bench) => {
      const one = await commitOn(bench, [], 'one');
      await bench.setRef(status, one);
      await fetchOne(bench.repo, status);
      await bench.deleteRef(status);
      const ours = await bench.repo.write(newCommit({ a: 'ours' }, { parents: [one] }));
      assert.deepEqual(await bench.repo.push(status, one, ours), { kind: 'stale', actual: null });
      assert.equal(await fetchOne(bench.repo, status), null);
    },
  ],
  [
    'push: a ref that must not exist and does is stale, also when it is where we want it',
    async (bench) => {
      const one = await bench.repo.write(newCommit({ a: '1' }));
      assertKind(await bench.repo.push(status, null, one), 'pushed');
      assert.deepEqual(await bench.repo.push(status, null, one), { kind: 'stale', actual: one });
      const two = await bench.repo.write(newCommit({ a: '2' }));
      assert.deepEqual(await bench.repo.push(status, null, two), { kind: 'stale', actual: one });
      assertKind(await bench.repo.push(status, one, one), 'pushed');
    },
  ],
  [
    'push: a ref never loses commits',
    async (bench) => {
      const one = await bench.repo.write(newCommit({ a: '1' }));
      const two = await bench.repo.write(newCommit({ a: '2' }, { parents: [one] }));
      const other = await bench.repo.write(newCommit({ a: '3' }));
      assertKind(await bench.repo.push(status, null, two), 'pushed');
      assertKind(await bench.repo.push(status, two, one), 'refused');
      assertKind(await bench.repo.push(status, two, other), 'refused');
      assert.equal(await fetchOne(bench.repo, status), two);
    },
  ],
  [
    'push: a parentless lease is replaced by compare-and-swap, and only by it',
    async (bench) => {
      const mine = await bench.repo.write(newCommit({ holder: 'a' }, { message: '1' }));
      const next = await bench.repo.write(newCommit({ holder: 'a' }, { message: '2' }));
      const other = await bench.another();
      const theirs = await other.write(newCommit({ holder: 'b' }));
      assertKind(await bench.repo.push(lease, null, mine), 'pushed');
      assert.equal(await fetchOne(other, lease), mine);
      assertKind(await bench.repo.push(lease, mine, next), 'pushed');
      assert.deepEqual(await other.push(lease, mine, theirs), { kind: 'stale', actual: next });
      assertKind(await other.push(lease, next, theirs), 'pushed');
      assert.equal(await fetchOne(bench.repo, lease), theirs);
    },
  ],
  [
    'push: what the remote refuses is refused, with a reason, and nothing moves',
    async (bench) => {
      const one = await bench.repo.write(newCommit({ a: '1' }));
      assertKind(await bench.repo.push(status, null, one), 'pushed');
      await bench.refusePushes();
      const two = await bench.repo.write(newCommit({ a: '2' }, { parents: [one] }));
      const outcome = await bench.repo.push(status, one, two);
      assertKind(outcome, 'refused');
      assert.ok(outcome.kind === 'refused' && outcome.message.trim() !== '', 'no reason is given');
      assert.equal(await fetchOne(bench.repo, status), one);
      assertKind(await bench.repo.push('refs/heads/new', null, two), 'refused');
      assert.equal(await fetchOne(bench.repo, 'refs/heads/new'), null);
    },
  ],
];

const raceCases: [string, (bench: RepoBench) => Promise<void>][] = [
  [
    'push: of four at once, exactly one wins, and the others know',
    async (bench) => {
      const start = await commitOn(bench, [], 'start');
      await bench.setRef(status, start);
      const repos = [bench.repo, await bench.another(), await bench.another(), await bench.another()];
      const tries = await Promise.all(
        repos.map(async (repo, i) => {
          await fetchOne(repo, status);
          return { repo, id: await repo.write(newCommit({ a: `${i}` }, { parents: [start] })) };
        }),
      );
      const outcomes = await Promise.all(tries.map(({ repo, id }) => repo.push(status, start, id)));
      const winners = tries.filter((_, i) => outcomes[i]?.kind === 'pushed');
      assert.equal(winners.length, 1, `not one winner: ${JSON.stringify(outcomes)}`);
      assert.equal(await fetchOne(bench.repo, status), winners[0]?.id);
      const others = outcomes.filter((outcome) => outcome.kind !== 'pushed').map((outcome) => outcome.kind);
      assert.ok(!others.includes('refused'), `a loser was told the remote refused: ${JSON.stringify(outcomes)}`);
    },
  ],
  [
    'push: reads and pushes of different refs at once do not disturb each other',
    async (bench) => {
      const { repo } = bench;
      const ids = await Promise.all(Array.from({ length: 6 }, (_, i) => repo.write(newCommit({ a: `${i}` }))));
      const outcomes = await Promise.all(ids.map((id, i) => repo.push(`refs/heads/side/${i}`, null, id)));
      for (const outcome of outcomes) assertKind(outcome, 'pushed');
      const texts = await Promise.all(ids.map(async (id) => (await readAll(repo, id)).a));
      assert.deepEqual(
        texts,
        ids.map((_, i) => `100644 ${i}`),
      );
    },
  ],
];
