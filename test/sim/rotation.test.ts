import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { isLong } from '../long.ts';
import type { Evidence } from './evidence.ts';
import { lastText } from './last-status.ts';
import { runScenario, type Verdict } from './run.ts';
import type { Act, Scenario } from './scenario.ts';
import { keysIn } from './status-file.ts';

const machines = isLong ? 50 : 12;
const second = 1_000;
const declared = 90 * second;
const asked = 400 * second;

/** The only account of every BMC, so that a password that is lost is a machine that is lost; changed twice. */
const rotations: readonly Act[] = [
  { at: declared, kind: 'commit', change: { kind: 'account', station: 'all', account: { username: 'admin' } } },
  { at: asked, kind: 'commit', change: { kind: 'rotate-all', id: 'rotate-1' } },
];

const scenario = (seed: number, acts: readonly Act[]): Scenario => ({
  seed,
  machines,
  hosts: 1,
  policy: { maxConcurrent: 10, maxPerCommit: 100, drift: 'hold' },
  tls: true,
  postMs: 4 * second,
  unnoticed: 0,
  healAt: 1_200 * second,
  acts: [...rotations, ...acts].toSorted((a, b) => a.at - b.at),
});

const crashes = (seed: number): readonly Act[] =>
  Array.from({ length: 12 }, (_, index): Act => {
    const from = index % 2 === 0 ? declared : asked;
    return {
      at: from + 3 * second * index,
      kind: 'crash',
      host: 0,
      calls: (7 * index + seed) % 40,
      when: index % 3 === 0 ? 'before' : 'after',
      reboots: index % 4 === 0,
      downMs: 2 * second,
    };
  });

/** Of each machine: whether the one password that works is among those that we hold. */
function held(evidence: Evidence): readonly boolean[] {
  return evidence.finally.map(({ accounts }, station) => {
    const name = `ams1-${String(station + 1).padStart(2, '0')}`;
    const keys = keysIn(lastText(evidence, `secrets/${name}.age`));
    return accounts.length === 1 && keys.some(({ password }) => password === accounts[0]?.password);
  });
}

const wrongTries = ({ evidence }: Verdict, from: number): number => {
  const refused = evidence.received.filter(
    ({ at, entry }) => at >= from && entry.class === 'session' && entry.status === 401,
  );
  const counts = Array.from(
    { length: machines },
    (_, station) => refused.filter((one) => one.station === station).length,
  );
  return Math.max(...counts);
};

/** Node warns when more than ten listen to one signal: of so many machines at one time, something would not let go of it. */
let warnings: string[] = [];
const note = ({ name, message }: Error): void => void warnings.push(`${name}: ${message}`);
beforeAll(() => void process.on('warning', note));
afterAll(() => void process.off('warning', note));
afterEach(() => {
  const seen = warnings;
  warnings = [];
  expect(seen).toEqual([]);
});

describe(`the passwords of ${machines} machines`, () => {
  it.each(isLong ? [1, 2, 3, 4, 5, 6, 7, 8] : [1])(
    'are changed while the process dies again and again: one works on each, and we hold it (%s)',
    async (seed) => {
      const verdict = await runScenario(scenario(seed, crashes(seed)));
      expect(verdict.broken).toEqual([]);
      expect(verdict.evidence.deaths.length).toBeGreaterThanOrEqual(4);
      expect(held(verdict.evidence)).toEqual(new Array(machines).fill(true));
      const changed = verdict.ledger.effects.filter(({ verb }) => verb === 'RotateCredentials').length;
      process.stdout.write(`    ${verdict.evidence.deaths.length} deaths, ${changed} passwords set\n`);
      expect(changed).toBeGreaterThanOrEqual(machines);
    },
  );

  it.each(isLong ? [1, 2, 3, 4, 5, 6] : [1, 3])(
    'outlive their host: a new one with a clone and the key gets in, after one wrong try at most (%s)',
    async (step) => {
      const lost = asked + step * 1_500;
      const verdict = await runScenario(
        scenario(step, [{ at: lost, kind: 'wipe-host', host: 0, downMs: 20 * second }]),
      );
      expect(verdict.broken).toEqual([]);
      expect(held(verdict.evidence)).toEqual(new Array(machines).fill(true));
      const most = wrongTries(verdict, verdict.evidence.began + lost);
      process.stdout.write(`    host lost ${step * 1.5} s after the commit: at most ${most} wrong tries each\n`);
      expect(most).toBeLessThanOrEqual(1);
    },
  );
});
