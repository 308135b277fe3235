import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Clock } from '../ports/clock.ts';
import type { Reach, Reached } from '../ports/reach.ts';
import type { Case } from './suite.ts';

export interface ReachBench {
  readonly reach: Reach;
  readonly clock: Clock;
  /** Somewhere that connections are taken, refused, or never answered. */
  place(kind: 'takes' | 'refuses' | 'silent'): Promise<ReachPlace>;
  close(): Promise<void>;
}

export interface ReachPlace {
  readonly address: string;
  readonly port: number;
  /** Of each connection that was taken so far. */
  readonly taken: readonly { readonly bytes: number; readonly closed: boolean }[];
}

const connectMs = 300;
/** Far above it, so that a slow machine does not fail it, and one without a deadline does. */
const patienceMs = 20_000;

type Ask = (to: Pick<ReachPlace, 'address' | 'port'>, signal?: AbortSignal) => Promise<Reached>;
type Check = (bench: ReachBench, ask: Ask) => Promise<void>;

/** What every `Reach` promises. Each case gets a bench of its own and closes it. */
export const reachCases = (make: () => Promise<ReachBench>): readonly Case[] =>
  Object.entries(promises).map(([name, check]) => ({
    name,
    run: async () => {
      const bench = await make();
      const ask: Ask = ({ address, port }, signal = new AbortController().signal) =>
        inTime(bench, bench.reach.connect({ address, port, connectMs }, signal));
      try {
        await check(bench, ask);
      } finally {
        await bench.close();
      }
    },
  }));

const promises: Readonly<Record<string, Check>> = {
  'a connection that is taken is told, nothing is said on it, and it is closed': async (bench, ask) => {
    const place = await bench.place('takes');
    deepEqual(await ask(place), { kind: 'taken' });
    for (let left = 100; left > 0 && !place.taken.every(({ closed }) => closed); left--) await bench.clock.sleep(20);
    deepEqual(place.taken, [{ bytes: 0, closed: true }]);
  },

  'it can be asked again, by several at one time': async (bench, ask) => {
    const place = await bench.place('takes');
    const answers = await Promise.all([ask(place), ask(place), ask(place)]);
    deepEqual(
      answers.map(({ kind }) => kind),
      ['taken', 'taken', 'taken'],
    );
  },

  'where nobody listens it is refused, and said where': async (bench, ask) => {
    const place = await bench.place('refuses');
    const message = fails(await ask(place), 'refused');
    ok(message.includes(place.address) && message.includes(String(place.port)), message);
  },

  'silence ends in a timeout': async (bench, ask) => {
    fails(await ask(await bench.place('silent')), 'timeout');
  },

  'whoever calls it off is told at once': async (bench, ask) => {
    const off = new AbortController();
    const asked = ask(await bench.place('silent'), off.signal);
    off.abort(null);
    fails(await asked, 'aborted');
  },

  'what was called off before it began does not begin': async (bench, ask) => {
    const place = await bench.place('takes');
    fails(await ask(place, AbortSignal.abort(null)), 'aborted');
    await bench.clock.sleep(100);
    equal(place.taken.length, 0);
  },

  'a name is not looked up': async (bench, ask) => {
    const { port, taken } = await bench.place('takes');
    for (const address of ['localhost', '']) fails(await ask({ address, port }), 'unreachable');
    equal(taken.length, 0);
  },
};

function fails(reached: Reached, reason: Extract<Reached, { kind: 'failed' }>['reason']): string {
  ok(reached.kind === 'failed', 'a connection was taken');
  equal(reached.reason, reason);
  return reached.message;
}

async function inTime({ clock }: ReachBench, asked: Promise<Reached>): Promise<Reached> {
  const done = new AbortController();
  const late = clock.sleep(patienceMs, done.signal).then(() => null);
  const reached = await Promise.race([asked, late]);
  done.abort(null);
  ok(reached !== null, `nothing came back within ${patienceMs} ms`);
  return reached;
}
