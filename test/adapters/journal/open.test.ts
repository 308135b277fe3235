import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDisk } from '../../../src/adapters/disk.ts';
import { journalFile, openJournal } from '../../../src/adapters/journal/open.ts';
import { everyRecord, journalCases } from '../../../src/conformance/journal.ts';
import type { Disk } from '../../../src/ports/disk.ts';
import type { JournalRecord } from '../../../src/ports/journal.ts';
import { makeTestFolder } from '../folder.ts';
import { anyRecord } from './records.ts';

const clock = { now: () => 1_795_000_000_000 };
const host = { bootId: '5b7d0a7c-2f1e-4a0e-9d53-0a8f4c1d2e3f' };

/** One file in memory, with a count of what was fsynced, and an error to come. */
function createMemoryDisk(content: Uint8Array = new Uint8Array()) {
  const state: { content: Uint8Array; appends: number; failure: Error | null } = { content, appends: 0, failure: null };
  const disk: Disk = {
    read: async () => state.content,
    write: async (_, next) => {
      state.content = next;
    },
    append: async (_, more) => {
      if (state.failure !== null) throw state.failure;
      state.appends += 1;
      state.content = Buffer.concat([state.content, more]);
    },
    truncate: async (_, size) => {
      state.content = state.content.subarray(0, size);
    },
    remove: async () => {
      state.content = new Uint8Array();
    },
  };
  return { disk, state };
}

async function write(records: readonly JournalRecord[]): Promise<Uint8Array> {
  const { disk, state } = createMemoryDisk();
  await (await openJournal(disk, { clock, host })).append(records);
  return Uint8Array.from(state.content);
}

const open = (content: Uint8Array) => openJournal(createMemoryDisk(content).disk, { clock, host });

describe('the journal keeps the promises of its port', () => {
  const cases = journalCases(async () => {
    const disk = await openDisk(join(await makeTestFolder(), 'state'));
    onTestFinished(() => disk.close());
    return {
      open: () => openJournal(disk, { clock, host }),
      content: async () => (await disk.read(journalFile)) ?? new Uint8Array(),
      replace: (content) => disk.write(journalFile, content),
    };
  });
  test.each(cases)('$name', ({ run }) => run());
});

describe('for any records', () => {
  const records = fc.array(anyRecord, { minLength: 1, maxLength: 8 });

  test('a journal gives back what was appended', () =>
    fc.assert(
      fc.asyncProperty(fc.array(records, { maxLength: 5 }), async (batches) => {
        const { disk, state } = createMemoryDisk();
        const journal = await openJournal(disk, { clock, host });
        for (const batch of batches) await journal.append(batch);
        expect(journal.bytes()).toBe(state.content.length);
        const { records: found, damage } = await open(state.content);
        expect(damage).toBeNull();
        const given = batches.flat().map((record) => ({ at: clock.now(), bootId: host.bootId, record }));
        // Through JSON once, as minus zero and such do not come back from there.
        expect(found).toEqual(JSON.parse(JSON.stringify(given)));
      }),
    ));

  test('whatever is cut off the end, a prefix comes back and can be gone on from', () =>
    fc.assert(
      fc.asyncProperty(records, fc.nat(), async (given, seed) => {
        const content = await write(given);
        const { disk, state } = createMemoryDisk(content.subarray(0, seed % (content.length + 1)));
        const journal = await openJournal(disk, { clock, host });
        expect(journal.damage).toBeNull();
        const lines = Buffer.from(state.content).toString('latin1').split('\n').length - 1;
        expect(journal.records).toHaveLength(lines);
        await journal.append(given);
        const again = await open(state.content);
        expect(again.damage).toBeNull();
        expect(again.records).toHaveLength(lines + given.length);
        expect(again.records.slice(0, lines)).toEqual(journal.records);
      }),
    ));

  test('any byte that changed before the last newline is found', () =>
    fc.assert(
      fc.asyncProperty(records, fc.nat(), fc.integer({ min: 1, max: 255 }), async (given, seed, change) => {
        const content = await write(given);
        const at = seed % (content.length - 1);
        content[at] = (content[at] ?? 0) ^ change;
        const { damage } = await open(content);
        expect(damage).toContain('damaged at byte');
      }),
    ));

  test('any bytes instead of a journal are damage or a torn record, and never a throw', () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (content) => {
        const { records: found, damage } = await open(content);
        expect(found).toEqual([]);
        expect(damage === null).toBe(!content.includes(0x0a));
      }),
    ));
});

test('zeros after the last record, as some file systems leave after a power cut, are a torn record', async () => {
  const content = await write(everyRecord);
  const { disk, state } = createMemoryDisk(Buffer.concat([content, new Uint8Array(4096)]));
  const journal = await openJournal(disk, { clock, host });
  expect(journal.damage).toBeNull();
  expect(journal.records).toHaveLength(everyRecord.length);
  expect(Uint8Array.from(state.content)).toEqual(content);
});

test('the damage says where and what to do', async () => {
  const content = await write(everyRecord);
  const second = content.indexOf(0x0a) + 1;
  content[second + 100] = 0;
  const { damage } = await open(content);
  expect(damage).toContain(`at byte ${second} (line 2)`);
  expect(damage).toContain('What to do: stop nanometal');
});

test('one append is one fsync, and appends during one share the next', async () => {
  const { disk, state } = createMemoryDisk();
  const journal = await openJournal(disk, { clock, host });
  await journal.append(everyRecord);
  expect(state.appends).toBe(1);
  await Promise.all(Array.from({ length: 100 }, () => journal.append(everyRecord)));
  expect(state.appends).toBeLessThanOrEqual(3);
  expect((await open(state.content)).records).toHaveLength(101 * everyRecord.length);
});

test('after an append that failed nothing is taken any more, since the end of the file is unknown', async () => {
  const { disk, state } = createMemoryDisk();
  const journal = await openJournal(disk, { clock, host });
  state.failure = new Error('no space left');
  const first = journal.append(everyRecord);
  const second = journal.append(everyRecord);
  await expect(first).rejects.toThrow('no space left');
  await expect(second).rejects.toThrow('no space left');
  state.failure = null;
  await expect(journal.append(everyRecord)).rejects.toThrow('no space left');
  expect(state.appends).toBe(0);
});

test('a record that is too long is refused alone', async () => {
  const { disk, state } = createMemoryDisk();
  const journal = await openJournal(disk, { clock, host });
  const long: JournalRecord = { kind: 'NOT_SENT', machine: 'a', grant: 'b', message: 'x'.repeat(2 ** 20) };
  await expect(journal.append([...everyRecord, long])).rejects.toThrow('over the limit');
  await journal.append(everyRecord);
  expect((await open(state.content)).records).toHaveLength(everyRecord.length);
});
