import { describe, it } from 'vitest';
import { journalFile, openJournal } from '../../src/adapters/journal/open.ts';
import { diskCases } from '../../src/conformance/disk.ts';
import { journalCases } from '../../src/conformance/journal.ts';
import { type DiskContent, openMemoryDisk } from '../../src/rehearsal/disk.ts';

describe('the disk in memory', () => {
  const cases = diskCases(async () => {
    const content: DiskContent = new Map();
    return { disk: openMemoryDisk(content), reopen: async () => openMemoryDisk(content) };
  });
  it.each(cases.map(({ name, run }) => [name, run] as const))('%s', (_, run) => run());
});

describe('the journal on it', () => {
  const cases = journalCases(async () => {
    const content: DiskContent = new Map();
    return {
      open: () => openJournal(openMemoryDisk(content), { clock: { now: () => 0 }, host: { bootId: 'boot' } }),
      content: async () => content.get(journalFile) ?? new Uint8Array(),
      replace: async (bytes) => void content.set(journalFile, bytes),
    };
  });
  it.each(cases.map(({ name, run }) => [name, run] as const))('%s', (_, run) => run());
});
