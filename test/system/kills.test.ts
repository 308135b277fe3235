import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stop } from './world/children.ts';
import { dice } from './world/dice.ts';
import { type Adapter, adapters, startFacility, type TestFacility } from './world/facility.ts';
import { checkLaws } from './world/laws.ts';
import { isLong } from './world/long.ts';
import { roomy } from './world/roomy.ts';
import { reboot } from './world/the-change.ts';
import { eventually, sleep } from './world/wait.ts';

/** Kills in one facility; a longer run takes more facilities, each from its own seed. */
const killsEach = 20;
const machines = 10;
const rounds = isLong ? 5 : 1;

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
  /** Recorded as sent, and killed before it left: looked for in vain, and never sent again. */
  lost: number;
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
  const lost = lostSends(facility);
  const running = facility.run({ git, more: ['--poll', '1s'] });
  const settled = await eventually('everything settled', () => {
    if (!isAccepted(facility.status('facility.json'), repo.head('main'))) return null;
    const machines = names.map((name) => facility.status(`machines/${name.split('-')[1]}/${name}.json`));
    return machines.every((machine) => isAtRest(machine, lost)) ? machines.filter(isMachine) : null;
  });
  await stop(running);
  checkLaws(facility);
  expect(witness?.seen.length).toBeGreaterThan(0);

  for (const machine of settled) {
    const kinds = asked.get(machine.name) ?? [];
    const got = witness?.seen.filter((one) => one.machine === machine.name).map((one) => one.verb);
    tally.requests += kinds.flatMap((kind) => requests[kind]).length;
    const states = Object.values(machine.requests).map((request) => request.state);
    tally.unknown += states.filter((state) => state === 'unknown').length;
    if (machine.operation) tally.lost += 1;
    else
      expect(got, `${machine.name}: ${JSON.stringify(machine.requests)}`).toEqual(
        kinds.flatMap((kind) => requests[kind]),
      );
  }
}

interface MachineFile {
  readonly name: string;
  readonly requests: Readonly<Record<string, { readonly state: string }>>;
  readonly operation?: { readonly grant: string };
}
const isAccepted = (file: unknown, head: string | null): boolean =>
  typeof file === 'object' && file !== null && 'accepted' in file && file.accepted === head;
const isMachine = (value: unknown): value is MachineFile =>
  typeof value === 'object' && value !== null && 'requests' in value;

/** Nothing is asked for any more; or what was lost is waited for, and what was asked for after it waits behind it. */
function isAtRest(machine: unknown, lost: ReadonlySet<string>): boolean {
  if (!isMachine(machine)) return false;
  if (machine.operation) return lost.has(machine.operation.grant);
  return Object.values(machine.requests).every((request) => request.state !== 'pending');
}

/**
 * Grants that the journal has as sent, by a process that died before a byte arrived. They may not be sent again, and are
 * looked for much longer than a test lasts.
 */
function lostSends({ folder, witness }: TestFacility): ReadonlySet<string> {
  const sent = new Set<string>();
  for (const line of readFileSync(join(folder, 'state', 'journal.ndjson'), 'utf8').split('\n')) {
    const [, kind, grant = ''] = /"kind":"(SENT|NOT_SENT|OUTCOME)".*"grant":"([^"]+)"/.exec(line) ?? [];
    if (kind === 'SENT') sent.add(grant);
    else sent.delete(grant);
  }
  for (const { grants } of witness?.seen ?? []) for (const grant of grants) sent.delete(grant);
  return sent;
}

describe.concurrent('kill -9 at random moments', () => {
  it.each(adapters)(
    'ends where it would have ended without (%s Git)',
    async (git) => {
      const tally: Tally = { kills: 0, requests: 0, unknown: 0, lost: 0 };
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
        `    ${git}: ${tally.kills} kills, ${tally.requests} requests; OutcomeUnknown ${rate(tally.unknown)}, recorded as sent but never left ${rate(tally.lost)} of the kills\n`,
      );
      expect(tally.unknown).toBe(0);
      // The moment between `SENT` and the first byte is short.
      expect(tally.lost).toBeLessThanOrEqual(tally.kills / 5);
    },
    900_000,
  );
});
