import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPack } from '../../../src/adapters/git/isomorphic/check-pack.ts';
import { packet, packetsIn, splittingBands } from '../../../src/adapters/git/isomorphic/pkt-line.ts';
import { defaultLimits } from '../../../src/adapters/git/limits.ts';
import { parseCommit } from '../../../src/adapters/git/object/commit.ts';
import { Damage, Oversize } from '../../../src/adapters/git/object/damage.ts';
import { type GitObject, type NamedObject, named } from '../../../src/adapters/git/object/id.ts';
import { encodeTree, parseTree } from '../../../src/adapters/git/object/tree.ts';
import { type Objects, readCommit, readFolder, writeCommit } from '../../../src/adapters/git/objects.ts';
import { buildPack } from '../../../src/adapters/git/store/pack-build.ts';
import { applyDelta, readEntryHead, writeEntryHead } from '../../../src/adapters/git/store/pack-entry.ts';
import { encodePackIndex, PackIndex } from '../../../src/adapters/git/store/pack-index.ts';
import { PackedRefs } from '../../../src/adapters/git/store/packed-refs.ts';
import { assertRefName, trackingRef } from '../../../src/adapters/git/store/ref-name.ts';
import { finish } from '../../../src/model/steps.ts';
import type { NewCommit } from '../../../src/ports/repo.ts';
import { plainEnvironment } from './people.ts';

class Kept implements Objects {
  readonly all = new Map<string, NamedObject>();
  async read(ids: readonly string[]): Promise<readonly (GitObject | null)[]> {
    return ids.map((id) => this.all.get(id) ?? null);
  }
  async write(objects: readonly NamedObject[]): Promise<void> {
    for (const object of objects) this.all.set(object.id, object);
  }
}

async function filesOf(objects: Objects, tree: string, prefix = ''): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const entry of (await readFolder(objects, tree)) ?? []) {
    const path = prefix + Buffer.from(entry.name, 'latin1').toString();
    if (entry.mode === '40000') Object.assign(files, await filesOf(objects, entry.id, `${path}/`));
    else
      files[path] =
        (await objects.read([entry.id], 1e6)).map((blob) =>
          blob && blob !== 'too-large' ? `${blob.content}` : '',
        )[0] ?? '';
  }
  return files;
}

const name = fc.constantFrom('a', 'b', 'a.b', 'a-b', 'a0', 'ü', 'x y');
const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'));
const layer = fc.dictionary(path, fc.option(fc.string({ maxLength: 8 })), { maxKeys: 8 });

/** A path that would be a file and a folder in one commit is a bug of the caller, and throws. */
const contradicts = (changes: Record<string, string | null>): boolean =>
  Object.entries(changes).some(
    ([file, content]) => content !== null && Object.keys(changes).some((other) => other.startsWith(`${file}/`)),
  );

function applyTo(files: Record<string, string>, changes: Record<string, string | null>): Record<string, string> {
  const next = { ...files };
  for (const [file, content] of Object.entries(changes)) if (content === null) delete next[file];
  for (const [file, content] of Object.entries(changes)) {
    if (content === null) continue;
    for (const other of Object.keys(next)) {
      if (other.startsWith(`${file}/`) || file.startsWith(`${other}/`)) delete next[other];
    }
    next[file] = content;
  }
  return next;
}

const commitOf = (base: string | null, changes: Record<string, string | null>): NewCommit => ({
  parents: [],
  base,
  changes: new Map(Object.entries(changes)),
  message: 'm',
  author: { name: 'n', email: 'e' },
  at: 0,
});

describe('laying changes over a tree', () => {
  it('gives the files that one would expect, whatever lay below, and the same tree as from nothing', async () => {
    const layers = fc.array(
      layer.filter((changes) => !contradicts(changes)),
      { maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(layers, async (all) => {
        const objects = new Kept();
        let expected: Record<string, string> = {};
        let base: string | null = null;
        for (const changes of all) {
          const id = await writeCommit(objects, commitOf(base, changes));
          base = (await readCommit(objects, id))?.tree ?? null;
          expected = applyTo(expected, changes);
        }
        if (base === null) return;
        expect(await filesOf(objects, base)).toEqual(expected);
        const atOnce = await readCommit(objects, await writeCommit(objects, commitOf(null, expected)));
        expect(atOnce?.tree).toBe(base);
      }),
      { numRuns: 200 },
    );
  });

  it.each(['', '/a', 'a/', 'a//b', '.', 'a/../b', '.git/config', 'a/.GIT/b', 'a\0b', `${'x/'.repeat(3_000)}x`])(
    'the path %j is a bug',
    async (bad) => {
      await expect(writeCommit(new Kept(), commitOf(null, { [bad]: 'x' }))).rejects.toThrow();
    },
  );

  it('a file and a folder of one name in one commit are a bug', async () => {
    await expect(writeCommit(new Kept(), commitOf(null, { a: 'x', 'a/b': 'y' }))).rejects.toThrow();
  });

  it('a base that is not here is a bug', async () => {
    await expect(writeCommit(new Kept(), commitOf('f'.repeat(40), { a: 'x' }))).rejects.toThrow();
  });

  it('names that would change the author line are made harmless', async () => {
    const objects = new Kept();
    const author = { name: 'Ada <root@x> 0 +0000\ncommitter Eve', email: 'a>\nb@c' };
    const id = await writeCommit(objects, { ...commitOf(null, {}), author, message: 'a\0b' });
    const text = objects.all.get(id)?.content.toString() ?? '';
    expect(text.split('\n').filter((line) => line.startsWith('committer')).length).toBe(1);
    expect(text).not.toContain('\0');
    const input = objects.all.get(id)?.content ?? '';
    execFileSync('git', ['hash-object', '-t', 'commit', '--stdin'], { env: plainEnvironment, input });
  });
});

const none = Buffer.alloc(0);
const framed = (content: Buffer): Buffer =>
  Buffer.concat([Buffer.from((content.length + 4).toString(16).padStart(4, '0')), content]);

describe('reading what others wrote', () => {
  it('any bytes are a folder or are not, and a folder is written back to the same bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        parseTree(Buffer.from(bytes));
        parseCommit('', Buffer.from(bytes));
      }),
    );
    const entry = fc.record({ name: fc.stringMatching(/^[a-z.\u00ff-]{1,5}$/), folder: fc.boolean() });
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: (one) => one.name }), (entries) => {
        const raw = entries.map((one) => ({
          mode: one.folder ? '40000' : '100644',
          name: one.name,
          id: 'ab'.repeat(20),
        }));
        const bytes = encodeTree(raw);
        expect(encodeTree(parseTree(bytes) ?? []).equals(bytes)).toBe(true);
      }),
    );
  });

  it('any bytes are packets or damage, and packets come back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        try {
          finish(splittingBands(Buffer.from(bytes)));
        } catch (error) {
          expect(error).toBeInstanceOf(Damage);
        }
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 2 }), fc.uint8Array({ maxLength: 50 }))), (parts) => {
        const answer = parts.map(([band, content]) => framed(Buffer.from([band, ...content])));
        const { data, words } = finish(splittingBands(Buffer.concat(answer)));
        const of = (wanted: number) =>
          Buffer.concat(parts.map(([band, content]) => (band === wanted ? content : none)));
        expect([data, words]).toEqual([of(1), of(2).toString()]);
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 })), (lines) => {
        const packets = [...packetsIn(Buffer.concat(lines.map(packet)))];
        expect(packets.map(String)).toEqual(lines.map((line) => Buffer.from(line).toString()));
      }),
    );
  });

  it('heads of entries come back, of any size', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.constantFrom('commit', 'tree', 'blob', 'tag'), (size, kind) => {
        const bytes = writeEntryHead(kind, size);
        expect(readEntryHead(bytes, 0)).toEqual({ kind, size, start: bytes.length });
      }),
    );
  });

  it('any delta builds what it announces or is damage', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.uint8Array({ maxLength: 40 }), (base, rest) => {
        const delta = Buffer.from([base.length, rest[0] ?? 3, ...rest]);
        try {
          expect(applyDelta(Buffer.from(base), delta).length).toBeLessThan(1 << 28);
        } catch (error) {
          expect(error).toBeInstanceOf(Damage);
        }
      }),
    );
  });

  it('an index finds each of its entries, also beyond two gigabytes, and nothing else', () => {
    const offsets = fc.uniqueArray(fc.integer({ min: 12, max: 2 ** 40 }), { maxLength: 40 });
    fc.assert(
      fc.property(offsets, (all) => {
        const entries = all.map((offset) => ({
          id: createHash('sha1').update(`${offset}`).digest('hex'),
          offset,
          crc: 1,
        }));
        const index = new PackIndex(encodePackIndex(entries, Buffer.alloc(20)));
        for (const { id, offset } of entries) expect(index.find(id)).toBe(offset);
        expect(index.find('0'.repeat(40))).toBeNull();
        expect(index.find('f'.repeat(40))).toBeNull();
        const sorted = [...all].sort((a, b) => a - b);
        for (const [i, offset] of sorted.entries()) {
          expect(index.endOf(offset, 2 ** 41)).toBe(sorted[i + 1] ?? 2 ** 41);
        }
      }),
    );
  });
});

describe('checking a pack', () => {
  const objects = Array.from({ length: 5 }, (_, i) => named('blob', Buffer.from(`content ${i} `.repeat(20))));

  it('a sound one passes, with every object under its own name', async () => {
    const { pack, index } = await buildPack(objects);
    const checked = await checkPack(pack, defaultLimits, () => false, 100);
    expect(checked.index.equals(index)).toBe(true);
    expect(checked.objects?.map(({ id }) => id).sort()).toEqual(objects.map(({ id }) => id).sort());
  });

  it('whatever is changed in it, with its sum made to agree, it is refused or still holds what it says', async () => {
    const { pack } = await buildPack(objects);
    const change = fc.tuple(fc.nat(pack.length - 21), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const body = Buffer.from(pack.subarray(0, -20));
        for (const [at, bits] of changes) body.writeUInt8(body.readUInt8(at) ^ bits, at);
        const wrong = Buffer.concat([body, createHash('sha1').update(body).digest()]);
        try {
          const checked = await checkPack(wrong, defaultLimits, () => false, 100);
          for (const object of checked.objects ?? []) expect(named(object.kind, object.content).id).toBe(object.id);
        } catch (error) {
          expect(error instanceof Damage || error instanceof Oversize).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('a folder that names what is nowhere is refused, unless it is known', async () => {
    const missing = named('blob', Buffer.from('missing'));
    const tree = named('tree', encodeTree([{ mode: '100644', name: 'a', id: missing.id }]));
    const { pack } = await buildPack([tree]);
    await expect(checkPack(pack, defaultLimits, () => false, 100)).rejects.toThrow(Damage);
    await expect(checkPack(pack, defaultLimits, (id) => id === missing.id, 100)).resolves.toMatchObject({ count: 1 });
  });

  it('a submodule names nothing that must be here', async () => {
    const tree = named('tree', encodeTree([{ mode: '160000', name: 'a', id: 'ab'.repeat(20) }]));
    const { pack } = await buildPack([tree]);
    await expect(checkPack(pack, defaultLimits, () => false, 100)).resolves.toMatchObject({ count: 1 });
  });
});

describe('packed refs', () => {
  const [one, two] = ['ab'.repeat(20), 'cd'.repeat(20)];
  const text = `# pack-refs with: peeled fully-peeled sorted \n${one} refs/heads/main\n${two} refs/heads/status/ams1\n${one} refs/tags/v1\n^${two}\n`;

  it('are found by their whole name, and what lies below a name too', () => {
    const packed = new PackedRefs(Buffer.from(text));
    const names = ['refs/heads/main', 'refs/heads/status/ams1', 'refs/tags/v1', 'refs/heads/mai', 'heads/main', 'refs'];
    expect(names.map((name) => packed.get(name))).toEqual([one, two, one, null, null, null]);
    expect(['refs/heads/status', 'refs/heads/main'].map((name) => packed.below(name))).toEqual([
      'refs/heads/status/ams1',
      null,
    ]);
  });

  it.each([
    ['cut off', text.slice(0, -1)],
    ['cut off in an id', text.slice(0, 60)],
    ['a line that is none', `${text}rubbish\n`],
    ['an id that is too short', `${one.slice(1)} refs/heads/main\n`],
    ['ids of SHA-256', `${one}${'0'.repeat(24)} refs/heads/main\n`],
    ['zeros of a crash', `${text}${'\0'.repeat(50)}\n`],
  ])('%s: torn', (_, torn) => {
    expect(() => new PackedRefs(Buffer.from(torn))).toThrow(Damage);
  });
});

describe('names of refs', () => {
  it.each(['refs/heads/main', 'refs/nanometal/lease/ams1', 'refs/heads/status/ams1', 'refs/heads/a.b@c{d'])(
    '%s is one',
    (ref) => {
      expect(() => assertRefName(ref)).not.toThrow();
    },
  );

  it.each([
    '',
    'main',
    'refs/',
    'refs/heads/a..b',
    'refs/heads/.a',
    'refs/heads/a.lock',
    'refs/heads/a b',
    'refs/heads/*',
    'refs/heads/a:b',
    'refs/heads/a/',
    'refs/heads/a@{1}',
    'refs/heads/a\n',
    '--all',
    'refs/heads//a',
    'refs/heads/../../config',
  ])('%j is none', (ref) => {
    expect(() => assertRefName(ref)).toThrow();
  });

  it('where they are tracked, no two meet, and none is in the way of another', () => {
    const refs = ['refs/heads/a', 'refs/heads/a/b', 'refs/heads/a%2Fb', 'refs/a', 'refs/heads/a.lock2', 'refs/heads/ä'];
    const tracked = refs.map(trackingRef);
    expect(new Set(tracked).size).toBe(refs.length);
    for (const ref of tracked) expect(ref.split('/').length).toBe(4);
    for (const ref of tracked) expect(() => assertRefName(ref)).not.toThrow();
  });
});
