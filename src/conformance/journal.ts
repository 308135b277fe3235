import assert from 'node:assert/strict';
import type { Journal, Journaled, JournalRecord } from '../ports/journal.ts';
import type { Case } from './suite.ts';

/** A place for one journal, at first empty. */
export interface JournalWorld {
  /** As a process does when it starts; what an earlier one had open is not used any more. */
  open(): Promise<Journal>;
  /** The bytes that hold the journal now. */
  content(): Promise<Uint8Array>;
  /** What a failing disk does. */
  replace(content: Uint8Array): Promise<void>;
}

/** One record of each kind, with every field that there is. */
export const everyRecord: readonly JournalRecord[] = [
  {
    kind: 'INTENT',
    machine: 'ams1-r03-u12',
    open: {
      grant: `sha256:${'0c'.repeat(32)}`,
      request: 'reboot-1',
      spec: `sha256:${'77'.repeat(32)}`,
      commit: '3f2a1c9'.padEnd(40, '0'),
      args: {
        verb: 'SetBios',
        attributes: { LogicalProc: 'Disabled', Delay: 5, Quiet: true, Note: null, 'ü\u2028': '' },
      },
      expect: {
        identity: { uuid: '4c4c4544-0058-4b10-8032-b7c04f4d3933', serial: '7XK2M93', bmcMac: '00:11:22:33:44:55' },
        power: 'On',
        lastReset: '2026-11-22T08:00:00Z',
      },
      patienceMs: 900_000,
    },
  },
  { kind: 'SENT', machine: 'ams1-r03-u12', grant: `sha256:${'0c'.repeat(32)}`, attempt: 1 },
  {
    kind: 'NOT_SENT',
    machine: 'ams1-r03-u12',
    grant: `sha256:${'0c'.repeat(32)}`,
    message: 'refused (412)\nsays "no"',
  },
  { kind: 'SENT', machine: 'ams1-r03-u12', grant: `sha256:${'0c'.repeat(32)}`, attempt: 2, quirk: 'no-etag' },
  { kind: 'ANSWERED', machine: 'ams1-r03-u12', grant: `sha256:${'0c'.repeat(32)}` },
  {
    kind: 'OUTCOME',
    machine: 'ams1-r03-u12',
    grant: `sha256:${'0c'.repeat(32)}`,
    outcome: { kind: 'done', evidence: 'LastResetTime moved' },
  },
  { kind: 'ACCEPTED', commit: 'b'.repeat(40) },
  { kind: 'PUBLISHED', status: 'a'.repeat(40), accepted: null },
];

const recordsOf = (journaled: readonly Journaled[]): readonly JournalRecord[] => journaled.map(({ record }) => record);

/** The index after the nth newline: where a line ends, whatever the layout of a line is. */
function endOfLine(content: Uint8Array, line: number): number {
  let at = 0;
  for (let seen = 0; seen < line; seen += 1) at = content.indexOf(0x0a, at) + 1;
  return at;
}

const filled = async (world: JournalWorld): Promise<Uint8Array> => {
  const journal = await world.open();
  for (const record of everyRecord) await journal.append([record]);
  return Uint8Array.from(await world.content());
};
const assertDamaged = async (journal: Journal): Promise<void> => {
  assert.ok(journal.damage !== null && journal.damage.length > 0, 'the damage is not seen');
  await assert.rejects(journal.append(everyRecord), 'a damaged journal takes records');
};

type Promised = readonly [name: string, run: (world: JournalWorld) => Promise<void>];

const promises: readonly Promised[] = [
  [
    'a new journal is empty and whole',
    async (world) => {
      const journal = await world.open();
      assert.deepEqual(journal.records, []);
      assert.equal(journal.damage, null);
    },
  ],
  [
    'records come back as they were given, in order, with time and boot id',
    async (world) => {
      await filled(world);
      const { records, damage } = await world.open();
      assert.equal(damage, null);
      assert.deepEqual(recordsOf(records), everyRecord);
      for (const { at, bootId } of records) assert.ok(Number.isFinite(at) && bootId !== '');
    },
  ],
  [
    'the records of an open journal are those of its opening',
    async (world) => {
      const journal = await world.open();
      await journal.append(everyRecord);
      assert.deepEqual(journal.records, []);
    },
  ],
  [
    'one append may hold many records, or none',
    async (world) => {
      const journal = await world.open();
      await journal.append(everyRecord);
      await journal.append([]);
      await journal.append(everyRecord);
      assert.deepEqual(recordsOf((await world.open()).records), [...everyRecord, ...everyRecord]);
    },
  ],
  [
    'appends that do not wait for each other stand in the order they were asked for',
    async (world) => {
      const journal = await world.open();
      await Promise.all(everyRecord.map((record) => journal.append([record])));
      assert.deepEqual(recordsOf((await world.open()).records), everyRecord);
    },
  ],
  [
    'it goes on where it stopped, over many openings',
    async (world) => {
      for (const record of everyRecord) await (await world.open()).append([record]);
      const { records, damage } = await world.open();
      assert.equal(damage, null);
      assert.deepEqual(recordsOf(records), everyRecord);
    },
  ],
  [
    'a torn last record is cut, and the next takes its place',
    async (world) => {
      const content = await filled(world);
      const begin = endOfLine(content, everyRecord.length - 1);
      for (const kept of [begin + 1, begin + 40, content.length - 1]) {
        await world.replace(content.subarray(0, kept));
        const journal = await world.open();
        assert.equal(journal.damage, null);
        assert.deepEqual(recordsOf(journal.records), everyRecord.slice(0, -1));
        await journal.append(everyRecord.slice(-1));
        assert.deepEqual(recordsOf((await world.open()).records), everyRecord);
      }
    },
  ],
  [
    'one flipped bit before the last record is damage',
    async (world) => {
      const content = await filled(world);
      const last = endOfLine(content, everyRecord.length - 1);
      for (let at = 0; at < last; at += 17) {
        const spoiled = Uint8Array.from(content);
        spoiled[at] = (content[at] ?? 0) ^ 1;
        await world.replace(spoiled);
        await assertDamaged(await world.open());
      }
    },
  ],
  [
    'a record that is missing, twice there or out of order is damage',
    async (world) => {
      const content = await filled(world);
      const line = (number: number) => content.subarray(endOfLine(content, number), endOfLine(content, number + 1));
      const rest = content.subarray(endOfLine(content, 3));
      for (const lines of [
        [line(0), line(2), rest],
        [line(0), line(1), line(1), line(2), rest],
        [line(0), line(2), line(1), rest],
        [line(1), line(2), rest],
      ]) {
        await world.replace(Uint8Array.from(lines.flatMap((part) => [...part])));
        await assertDamaged(await world.open());
      }
    },
  ],
  [
    'damage keeps what stands before it, and is not repaired',
    async (world) => {
      const content = await filled(world);
      const spoiled = Uint8Array.from(content);
      spoiled[endOfLine(content, 2) + 3] = 0;
      await world.replace(spoiled);
      assert.deepEqual(recordsOf((await world.open()).records), everyRecord.slice(0, 2));
      assert.deepEqual(Uint8Array.from(await world.content()), spoiled);
      await assertDamaged(await world.open());
    },
  ],
];

/** What every `Journal` promises. `make` is called once a case. */
export const journalCases = (make: () => Promise<JournalWorld>): readonly Case[] =>
  promises.map(([name, run]) => ({ name, run: async () => run(await make()) }));
