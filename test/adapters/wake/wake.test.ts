import { execFile } from 'node:child_process';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { systemClock } from '../../../src/adapters/clock.ts';
import { knockPaceMs, openKnockableWake } from '../../../src/adapters/wake/knock.ts';
import { leadsTo, openRefsWake } from '../../../src/adapters/wake/refs.ts';
import { openTimerWake } from '../../../src/adapters/wake/timer.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import { makeTestFolder } from '../folder.ts';

/** A clock whose sleeps end when the test says how late it is. */
function createTestClock() {
  let at = 0;
  let sleepers: { readonly until: number; readonly end: () => void }[] = [];
  const clock: Clock = {
    now: () => at,
    monotonic: () => at,
    sleep: (ms, signal) =>
      new Promise((end) => {
        if (signal?.aborted) return end();
        sleepers.push({ until: at + ms, end });
        signal?.addEventListener('abort', () => end());
      }),
  };
  const advance = async (ms: number): Promise<void> => {
    at += ms;
    for (const { until, end } of sleepers) if (until <= at) end();
    sleepers = sleepers.filter(({ until }) => until > at);
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  return { clock, advance };
}

const never = (): AbortSignal => new AbortController().signal;

/** Whether a wait has ended. */
function watch(wait: Promise<void>): { ended: boolean } {
  const seen = { ended: false };
  void wait.then(() => {
    seen.ended = true;
  });
  return seen;
}

describe('a wait', () => {
  test('ends when its time is up', async () => {
    const { clock, advance } = createTestClock();
    const wait = watch(openKnockableWake(clock).next(60_000, never()));
    await advance(59_999);
    expect(wait.ended).toBe(false);
    await advance(1);
    expect(wait.ended).toBe(true);
  });

  test('ends at a knock, and so does the next after a knock between two', async () => {
    const { clock, advance } = createTestClock();
    const wake = openKnockableWake(clock);
    const first = watch(wake.next(60_000, never()));
    wake.knock();
    await advance(0);
    expect(first.ended).toBe(true);
    await advance(knockPaceMs);
    wake.knock();
    wake.knock();
    const second = watch(wake.next(60_000, never()));
    await advance(0);
    expect(second.ended).toBe(true);
    const third = watch(wake.next(60_000, never()));
    await advance(59_999);
    expect(third.ended).toBe(false);
  });

  test('ends for knocks at most once a second, and never later than its time', async () => {
    const { clock, advance } = createTestClock();
    const wake = openKnockableWake(clock);
    let passes = 0;
    let stop = false;
    const loop = (async () => {
      while (!stop) {
        await wake.next(60_000, never());
        passes += 1;
      }
    })();
    for (let at = 0; at < 10_000; at += 10) {
      wake.knock();
      await advance(10);
    }
    expect(passes).toBeGreaterThanOrEqual(9);
    expect(passes).toBeLessThanOrEqual(11);
    stop = true;
    await advance(60_000);
    await loop;
    const short = watch(wake.next(5, never()));
    wake.knock();
    await advance(5);
    expect(short.ended).toBe(true);
  });

  test('ends at an abort and at the close, and never rejects', async () => {
    const { clock, advance } = createTestClock();
    const wake = openKnockableWake(clock);
    const controller = new AbortController();
    const wait = watch(wake.next(60_000, controller.signal));
    controller.abort();
    await advance(0);
    expect(wait.ended).toBe(true);
    await wake.next(60_000, controller.signal);
    const last = watch(wake.next(60_000, never()));
    await wake.close();
    await advance(0);
    expect(last.ended).toBe(true);
  });
});

test('a timer ends up to a tenth early, never late, and short waits exactly', async () => {
  for (const [fraction, ms, expected] of [
    [0, 60_000, 60_000],
    [0.5, 60_000, 57_000],
    [0.9999, 60_000, 54_001],
    [0.9999, 9_000, 9_000],
  ] as const) {
    const { clock, advance } = createTestClock();
    const wake = openTimerWake({ clock, random: { fraction: () => fraction, hex: () => '' } });
    const wait = watch(wake.next(ms, never()));
    await advance(expected - 1);
    expect(wait.ended).toBe(false);
    await advance(1);
    expect(wait.ended).toBe(true);
  }
});

describe('a local repository', () => {
  const git = promisify(execFile);
  let repository: string;

  beforeEach(async () => {
    repository = join(await makeTestFolder(), 'fleet.git');
    await git('git', ['init', '--quiet', '--bare', repository]);
  });

  const commit = async (ref: string, message: string): Promise<void> => {
    const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.org'];
    const tree = (await git('git', ['-C', repository, 'hash-object', '-w', '-t', 'tree', '/dev/null'])).stdout.trim();
    const { stdout } = await git('git', ['-C', repository, ...identity, 'commit-tree', tree, '-m', message]);
    await git('git', ['-C', repository, 'update-ref', ref, stdout.trim()]);
  };

  const open = async (refs: readonly string[] = ['refs/heads/main']) => {
    const wake = await openRefsWake({ repository, refs, clock: systemClock });
    onTestFinished(() => wake.close());
    return wake;
  };

  test('wakes when the branch appears, moves, and is packed', async () => {
    for (const change of [
      () => commit('refs/heads/main', '1'),
      () => commit('refs/heads/main', '2'),
      () => commit('refs/heads/proposals/ams1', '3'),
      () => git('git', ['-C', repository, 'pack-refs', '--all']),
      () => commit('refs/heads/main', '4'),
    ]) {
      // One watcher a change, so that no late word of the one before can stand in for it.
      const wake = await open(['refs/heads/main', 'refs/heads/proposals/ams1']);
      const wait = wake.next(3_600_000, never());
      await change();
      await wait;
      await wake.close();
    }
  });

  test('sleeps through its own status commits, its lease, other branches and locks', async () => {
    await commit('refs/heads/main', '1');
    const wake = await open();
    const wait = watch(wake.next(3_600_000, never()));
    await commit('refs/heads/status/ams1', '2');
    await commit('refs/nanometal/lease/ams1', '3');
    await commit('refs/heads/topic', '4');
    await writeFile(join(repository, 'refs/heads/main.lock'), '');
    await rename(join(repository, 'refs/heads/main.lock'), join(repository, 'elsewhere'));
    // What the watcher had to say about those, it says before this one.
    const other = await openRefsWake({ repository, refs: ['refs/heads/last'], clock: systemClock });
    const told = other.next(3_600_000, never());
    await commit('refs/heads/last', '5');
    await told;
    await other.close();
    expect(wait.ended).toBe(false);
  });

  test('finds the .git folder of a work tree', async () => {
    const work = join(dirname(repository), 'work');
    await mkdir(work);
    await git('git', ['init', '--quiet', work]);
    repository = work;
    const wake = await open();
    const wait = wake.next(3_600_000, never());
    await commit('refs/heads/main', '1');
    await wait;
  });

  test('a repository that is not there wakes by time alone', async () => {
    const wake = await openRefsWake({
      repository: join(repository, 'no'),
      refs: ['refs/heads/main'],
      clock: systemClock,
    });
    await wake.next(1, never());
    await wake.close();
  });
});

test('only the wanted files and the folders on the way to them are watched', () => {
  const wanted = new Set(['packed-refs', 'refs/heads/a/main']);
  for (const path of ['', 'packed-refs', 'refs', 'refs/heads', 'refs/heads/a', 'refs/heads/a/main']) {
    expect(leadsTo(wanted, path), path).toBe(true);
  }
  for (const path of [
    'objects',
    'HEAD',
    'refs/heads/a/main.lock',
    'refs/heads/b',
    'refs/heads/a/ma',
    'packed-refs.lock',
    '..',
  ]) {
    expect(leadsTo(wanted, path), path).toBe(false);
  }
});
