import type { Disk } from '../ports/disk.ts';
import { createDealer, type Dealer } from '../twin/dice.ts';
import { type Fates, undergo } from './fate.ts';
import type { Kernel } from './kernel.ts';
import type { Life } from './life.ts';

/** What is on the platter of a host's state folder, by path: it outlives every process. */
export type DiskContent = Map<string, Uint8Array>;

/** A state folder in memory that does at once what it is told. */
export function openMemoryDisk(content: DiskContent): Disk {
  return {
    read: async (path) => content.get(path) ?? null,
    async write(path, bytes) {
      content.set(path, Uint8Array.from(bytes));
    },
    async append(path, bytes) {
      content.set(path, join(content.get(path), bytes));
    },
    async truncate(path, size) {
      const before = content.get(path);
      if (before) content.set(path, before.slice(0, size));
    },
    async remove(path) {
      content.delete(path);
    },
  };
}

/**
 * The same for one process of a simulated host. A write takes time, and until it is over nothing of it is certain: of an
 * append that its process did not survive there is nothing on the platter, some of it, all of it, or as much of zeros,
 * as file systems leave behind that grew a file before they wrote to it.
 */
export function openDisk(content: DiskContent, kernel: Kernel, life: Life, fates: Fates, seed: number): Disk {
  const disk = openMemoryDisk(content);
  const dealer = createDealer(seed);
  const unsure = new Set<() => void>();
  life.onDeath(() => {
    for (const settle of unsure) settle();
  });

  function write(
    method: string,
    path: string,
    bytes: Uint8Array,
    act: () => Promise<void>,
    leave: () => void,
  ): Promise<void> {
    const content = new TextDecoder().decode(bytes);
    const fate = fates({ port: 'disk', method, about: path, content, writes: true });
    if (!life.isDead && fate.dies !== 'before') unsure.add(leave);
    const done = async (): Promise<void> => {
      unsure.delete(leave);
      await act();
    };
    const troubled = (): void => {
      unsure.delete(leave);
      throw new Error(`${path}: no space left on device`);
    };
    return undergo(kernel, life, fate, { act: done, troubled, travels: false });
  }

  return {
    read: (path) => life.call(() => disk.read(path)),
    write: (path, bytes) =>
      write(
        'write',
        path,
        bytes,
        () => disk.write(path, bytes),
        () => {
          if (dealer.below(2) === 0) content.set(path, Uint8Array.from(bytes));
        },
      ),
    append: (path, bytes) =>
      write(
        'append',
        path,
        bytes,
        () => disk.append(path, bytes),
        () => content.set(path, join(content.get(path), remains(bytes, dealer))),
      ),
    truncate: (path, size) =>
      write(
        'truncate',
        path,
        nothing,
        () => disk.truncate(path, size),
        () => {},
      ),
    remove: (path) =>
      write(
        'remove',
        path,
        nothing,
        () => disk.remove(path),
        () => {},
      ),
  };
}

const nothing = new Uint8Array();

function remains(bytes: Uint8Array, dealer: Dealer): Uint8Array {
  switch (dealer.below(4)) {
    case 0:
      return new Uint8Array();
    case 1:
      return bytes;
    case 2:
      return new Uint8Array(bytes.length);
    default:
      return bytes.slice(0, dealer.below(bytes.length + 1));
  }
}

const join = (before: Uint8Array | undefined, bytes: Uint8Array): Uint8Array =>
  Uint8Array.from(Buffer.concat([before ?? new Uint8Array(), bytes]));
