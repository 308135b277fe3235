import { describe, expect, it } from 'vitest';
import { adapters, bench, commitOf, failure, filesIn, main, tip } from './hands.ts';

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
