import { openLoginBook } from '../../src/adapters/login-book.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { LoginBook } from '../../src/ports/login-book.ts';
import type { Random } from '../../src/ports/random.ts';
import { type DiskContent, openMemoryDisk } from '../../src/rehearsal/disk.ts';

export const noChance: Random = { fraction: () => 0, hex: (bytes) => 'a7'.repeat(bytes) };

/** A login book that outlives nothing but what `content` does. */
export const openTestBook = (clock: Clock, content: DiskContent = new Map()): Promise<LoginBook> =>
  openLoginBook(openMemoryDisk(content), clock, noChance);
