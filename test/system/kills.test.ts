import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isLong } from '../long.ts';
import { stop } from './world/children.ts';
import { dice } from './world/dice.ts';
import { type Adapter, adapters, startFacility, type TestFacility } from './world/facility.ts';
import { checkLaws } from './world/laws.ts';
import { roomy } from './world/roomy.ts';
import { reboot } from './world/the-change.ts';
import { eventually, sleep } from './world/wait.ts';

/** Kills in one facility; a longer run takes more facilities, each from its own seed. */
const killsEach = isLong ? 20 : 8;
/** Two waits of 90 seconds and what lies between them, on a machine that is busy with other tests. */
const settledMs = 400_000;
const machines = 10;
const rounds = isLong ? 13 : 1;

/** Each machine is changed twice, the second time ten kills after the first. */
type Kind = 'off' | 'on' | 'bios' | 'reboot';
const first: readonly Kind[] = ['off', 'bios', 'reboot'];
const second: readonly Kind[] = ['on', 'reboot', 'bios'];

const lines = (kind: Kind): readonly string[] => {
  switch (kind) {
    case 'off':
      return ['power: "Off"'];
    case 'on':
      return ['power: "On"'];
    case 'bios':
      return ['bios: { LogicalProc: Disabled }'];
    case 'reboot':
      return reboot('reboot-1');
  }
};

/** What the hardware receives for it when nobody is killed. */
const requests: Readonly<Record<Kind, readonly string[]>> = {
  off: ['PowerOff'],
  on: ['PowerOn'],
  bios: ['SetBios', 'Reboot'],
  reboot: ['Reboot'],
};

interface Tally {
  kills: number;
  requests: number;
  unknown: number;
  /** Recorded as sent, and killed before it left: looked for in vain, and then asked for under another grant. */
  lost: number;
  /** Machines whose first change was not sent, or not wholly, before the second one came. */
  overtaken: number;
}

async function killAgainAndAgain(facility: TestFacility, git: Adapter, seed: number, tally: Tally): Promise<void> {
  const { repo, sim, witness } = facility;
  const names = sim.machines.map(({ name }) => name);
  const random = dice(seed);
  const started = await facility.once({ git });
  expect(started, started.stderr).toMatchObject({ code: 0 });
  const asked = new Map<string, Kind[]>();
  const ask = (index: number, kinds: readonly Kind[]): object => {
    const name = names[index % names.length] ?? '';
    const kind = kinds[(index % names.length) % 3] ?? 'reboot';
    asked.set(name, [...(asked.get(name) ?? []), kind]);
    if (kind !== 'on') return facility.with(name, ...lines(kind));
    return { [facility.path(name)]: repo.file('main', facility.path(name))?.replace('"Off"', '"On"') };
  };
  for (let kill = 0; kill < killsEach; kill++) {
    repo.commit(`Change ${kill}`, { ...ask(kill, kill < machines ? first : second) });
    const running = facility.run({ git, more: ['--poll', '1s'] });
    // Some die while they start, some while they look, most in the middle of a change, and of these most at its beginning.
    const moment = random();
    if (moment >= 0.2) await running.until((line) => line.includes(moment < 0.3 ? '"accepted"' : '"planned"'));
    await sleep(1_500 * random() ** 2);
    expect(running.child.exitCode, running.lines.join('\n')).toBeNull();
    await stop(running, 'SIGKILL');
    tally.kills += 1;
  }
  // What was recorded as sent by a process that died is looked for during 90 seconds before it is asked for again.
  const running = facility.run({ git, more: ['--poll', '1s', '--log-level', 'debug'], limitMs: 2 * settledMs });
  const settled = await eventually(
    'everything settled',
    () => {
      const { accepted, counts } = Object(facility.status('facility.json'));
      if (accepted !== repo.head('main') || counts.underWay > 0 || counts.asDeclared < machines) return null;
      const files = names.map((name) => facility.status(`machines/${name.split('-')[1]}/${name}.json`));
      return files.every(isMachine) ? files : null;
    },
    settledMs,
  ).catch((late: unknown) => {
    throw new Error(tell(facility, running.lines), { cause: late });
  });
  await stop(running);
  checkLaws(facility);
  expect(witness?.seen.length).toBeGreaterThan(0);
  tally.lost += lostGrants(facility).size;

  for (const machine of settled) {
    const expected = (asked.get(machine.name) ?? []).flatMap((kind) => requests[kind]);
    const got = (witness?.seen ?? []).filter((one) => one.machine === machine.name).map((one) => one.verb);
    tally.requests += got.length;
    const states = Object.values(machine.requests).map((request) => request.state);
    tally.unknown += states.filter((state) => state === 'unknown').length;
    // What had not left when the next change came may have been overtaken by it, or served by the same reboot.
    const told = `${machine.name} received ${got.join()}: ${JSON.stringify(machine.requests)}`;
    expect(isWithin(got, expected), told).toBe(true);
    if (expected.at(-1) === 'Reboot') expect(got.at(-1), told).toBe('Reboot');
    if (expected.includes('SetBios')) expect(got, told).toContain('SetBios');
    if (got.length < expected.length) tally.overtaken += 1;
  }
}

/** What somebody needs who has to find out why it never settled. */
function tell({ folder, status }: TestFacility, lines: readonly string[]): string {
  const journal = readFileSync(join(folder, 'state', 'journal.ndjson'), 'utf8')
    .trimEnd()
    .split('\n');
  const parts = {
    facility: [JSON.stringify(status('facility.json'))],
    journal: journal.slice(-60),
    log: lines.slice(-300),
  };
  return Object.entries(parts)
    .flatMap(([name, told]) => [`${name}:`, ...told])
    .join('\n');
}

interface MachineFile {
  readonly name: string;
  readonly requests: Readonly<Record<string, { readonly state: string }>>;
}
const isMachine = (value: unknown): value is MachineFile =>
  typeof value === 'object' && value !== null && 'requests' in value;

/** Whether nothing stands in `some` more often than in `all`: what waits at the same time is sent in any order. */
function isWithin(some: readonly string[], all: readonly string[]): boolean {
  const rest = [...all];
  return some.every((one) => rest.includes(one) && rest.splice(rest.indexOf(one), 1).length > 0);
}

/** Grants that were given up as lost; none of them may have arrived. */
function lostGrants({ folder, witness }: TestFacility): ReadonlySet<string> {
  const lost = new Set<string>();
  for (const line of readFileSync(join(folder, 'state', 'journal.ndjson'), 'utf8').split('\n')) {
    if (!line.includes('"kind":"lost"')) continue;
    lost.add(JSON.parse(line).body.record.grant);
  }
  const arrived = (witness?.seen ?? []).flatMap(({ grants }) => grants.slice(0, 1)).filter((grant) => lost.has(grant));
  expect(arrived, 'given up as lost, and yet received').toEqual([]);
  return lost;
}

describe('kill -9 at random moments', () => {
  it.each(adapters('isomorphic'))(
    'ends where it would have ended without (%s Git)',
    async (git) => {
      const tally: Tally = { kills: 0, requests: 0, unknown: 0, lost: 0, overtaken: 0 };
      for (let round = 0; round < rounds; round++) {
        const facility = await startFacility({ count: machines, witness: true, files: roomy });
        try {
          await killAgainAndAgain(facility, git, 1_000 * round + git.length, tally);
        } finally {
          await facility.close();
        }
      }
      const rate = (count: number): string => `${((100 * count) / tally.kills).toFixed(1)} %`;
      process.stdout.write(
        `    ${git}: ${tally.kills} kills, ${tally.requests} requests; OutcomeUnknown ${rate(tally.unknown)}, recorded as sent but never left ${rate(tally.lost)} of the kills; ${tally.overtaken} machines overtaken\n`,
      );
      expect(tally.unknown).toBe(0);
      expect(tally.requests).toBeGreaterThan(tally.kills / 2);
    },
    isLong ? 7_200_000 : 900_000,
  );
});
