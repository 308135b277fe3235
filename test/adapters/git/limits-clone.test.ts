import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ObjectStore } from '../../../src/adapters/git/store/store.ts';
import type { Repo } from '../../../src/ports/repo.ts';
import type { GitBench } from './bench.ts';
import {
  adapters,
  bench,
  cloneOf,
  commitOf,
  failure,
  filesIn,
  main,
  newCommit,
  objectPath,
  overwrite,
  tip,
} from './hands.ts';
import { plainEnvironment } from './people.ts';

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

const wounds = {
  empty: () => Buffer.alloc(0),
  'cut short': (sound: Buffer) => sound.subarray(0, sound.length - 7),
  'replaced by another that unpacks': () => deflateSync(Buffer.from('blob 3\0new')),
};

/**
 * Native git keeps what it fetched in a pack, and a running reader keeps the pack open; a file per object, and a reader
 * that has not seen it yet, are easier to hurt.
 */
async function reopenLoose(made: GitBench): Promise<Repo> {
  await made.repo.close();
  const folder = join(cloneOf(made), 'objects/pack');
  for (const name of readdirSync(folder)) {
    if (!name.endsWith('.pack')) continue;
    const pack = readFileSync(join(folder, name));
    for (const ending of ['pack', 'idx', 'rev'])
      execFileSync('rm', ['-f', join(folder, name.replace(/pack$/, ending))]);
    const options = { input: pack, env: plainEnvironment };
    execFileSync('git', [`--git-dir=${cloneOf(made)}`, 'unpack-objects', '-q'], options);
  }
  return made.open({ stateDir: made.stateDir });
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
        const repo = await reopenLoose(made);
        const blob = made.people.git(['rev-parse', `${one}:a`]);
        const path = objectPath(cloneOf(made), blob);
        const wound = Object.entries(wounds).find(([known]) => known === name)?.[1];
        overwrite(path, wound?.(readFileSync(path)) ?? '');
        const tree = (await repo.commit(one))?.tree ?? '';
        const found = await repo.blobs([tree, blob, tree], 100);
        expect(found[1]).toBeNull();
        expect((await repo.commit(one))?.message).toBe('one');
        expect(await tip(repo, main)).toBe(one);
        const [healed] = await repo.blobs([blob], 100);
        expect(healed instanceof Uint8Array && Buffer.from(healed).toString()).toBe('one');
      },
    );

    it(`L15: ${adapter}: a clone that lost its objects is made anew`, async () => {
      const made = await bench(adapter, 'http');
      const one = commitOf(made, 'one');
      made.people.setRef(main, one);
      await tip(made.repo, main);
      await made.repo.close();
      execFileSync('rm', ['-r', join(cloneOf(made), 'objects')]);
      const again = await made.open({ stateDir: made.stateDir });
      expect(await tip(again, main)).toBe(one);
      expect((await again.commit(one))?.message).toBe('one');
    });

    it(`L15: ${adapter}: a damage that was noticed is remembered over a restart, and a remote that is away costs nothing`, async () => {
      const made = await bench(adapter, 'http');
      const one = commitOf(made, 'one');
      made.people.setRef(main, one);
      await tip(made.repo, main);
      const repo = await reopenLoose(made);
      const path = objectPath(cloneOf(made), made.people.git(['rev-parse', `${one}:a`]));
      overwrite(path, '');
      await repo.blobs([made.people.git(['rev-parse', `${one}:a`])], 100);
      await repo.close();
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
