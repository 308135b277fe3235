import assert from 'node:assert/strict';
import type { Disk } from '../ports/disk.ts';
import type { Case } from './suite.ts';

/** An empty disk, and the same one as the next process finds it. */
export interface DiskWorld {
  readonly disk: Disk;
  reopen(): Promise<Disk>;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A copy, so that a Buffer and a Uint8Array of the same bytes compare as equal. */
const read = async (disk: Disk, path: string): Promise<Uint8Array | null> => {
  const content = await disk.read(path);
  return content === null ? null : Uint8Array.from(content);
};

type Promised = readonly [name: string, run: (world: DiskWorld) => Promise<void>];

const promises: readonly Promised[] = [
  [
    'a file that is not there reads as null',
    async ({ disk }) => {
      assert.equal(await disk.read('nothing'), null);
      assert.equal(await disk.read('no/such/folder'), null);
    },
  ],
  [
    'an empty file is there',
    async ({ disk }) => {
      await disk.write('empty', bytes(''));
      assert.deepEqual(await read(disk, 'empty'), bytes(''));
    },
  ],
  [
    'what is written reads back, and the next write replaces all of it',
    async ({ disk }) => {
      await disk.write('file', bytes('long content'));
      assert.deepEqual(await read(disk, 'file'), bytes('long content'));
      await disk.write('file', bytes('short'));
      assert.deepEqual(await read(disk, 'file'), bytes('short'));
    },
  ],
  [
    'bytes stay bytes',
    async ({ disk }) => {
      const all = Uint8Array.from({ length: 256 }, (_, index) => index);
      await disk.write('bytes', all);
      await disk.append('bytes', all);
      assert.deepEqual(await read(disk, 'bytes'), Uint8Array.from([...all, ...all]));
    },
  ],
  [
    'folders on the way come into being',
    async ({ disk }) => {
      await disk.write('a/b/written', bytes('1'));
      await disk.append('a/c/appended', bytes('2'));
      assert.deepEqual(await read(disk, 'a/b/written'), bytes('1'));
      assert.deepEqual(await read(disk, 'a/c/appended'), bytes('2'));
    },
  ],
  [
    'appends stand in the order they were asked for, also when nobody waits',
    async ({ disk }) => {
      await Promise.all(['1', '2', '3', '4', '5'].map((text) => disk.append('log', bytes(text))));
      assert.deepEqual(await read(disk, 'log'), bytes('12345'));
    },
  ],
  [
    'an append goes to the end of what is there after a write, a cut and a removal',
    async ({ disk }) => {
      await disk.append('log', bytes('old'));
      await disk.write('log', bytes('whole'));
      await disk.append('log', bytes('+1'));
      assert.deepEqual(await read(disk, 'log'), bytes('whole+1'));
      await disk.truncate('log', 5);
      await disk.append('log', bytes('+2'));
      assert.deepEqual(await read(disk, 'log'), bytes('whole+2'));
      await disk.remove('log');
      await disk.append('log', bytes('new'));
      assert.deepEqual(await read(disk, 'log'), bytes('new'));
    },
  ],
  [
    'a cut keeps the first bytes, and never makes a file longer',
    async ({ disk }) => {
      await disk.write('file', bytes('0123456789'));
      await disk.truncate('file', 20);
      assert.deepEqual(await read(disk, 'file'), bytes('0123456789'));
      await disk.truncate('file', 4);
      assert.deepEqual(await read(disk, 'file'), bytes('0123'));
      await disk.truncate('file', 0);
      assert.deepEqual(await read(disk, 'file'), bytes(''));
    },
  ],
  [
    'to cut or remove what is not there is done at once',
    async ({ disk }) => {
      await disk.truncate('nothing', 0);
      await disk.remove('nothing');
      assert.equal(await disk.read('nothing'), null);
    },
  ],
  [
    'the next process finds what was done',
    async ({ disk, reopen }) => {
      await disk.write('kept', bytes('1'));
      await disk.append('log', bytes('23'));
      await disk.truncate('log', 1);
      await disk.write('gone', bytes('4'));
      await disk.remove('gone');
      const again = await reopen();
      assert.deepEqual(await read(again, 'kept'), bytes('1'));
      assert.deepEqual(await read(again, 'log'), bytes('2'));
      assert.equal(await again.read('gone'), null);
    },
  ],
];

/** What every `Disk` promises. `make` is called once a case. */
export const diskCases = (make: () => Promise<DiskWorld>): readonly Case[] =>
  promises.map(([name, run]) => ({ name, run: async () => run(await make()) }));
