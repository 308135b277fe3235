import { afterEach, describe, expect, it } from 'vitest';
import { isLong } from '../long.ts';
import { startFacility, type TestFacility } from './world/facility.ts';
import { tellUse } from './world/laws.ts';
import { eventually, sleep } from './world/wait.ts';

const size = isLong
  ? { count: 1_000, pollMs: 20_000, windowMs: 80_000 }
  : { count: 100, pollMs: 5_000, windowMs: 20_000 };
const hungEvery = 20;

let facility: TestFacility;
afterEach(() => facility?.close());

/** GETs that each machine has answered or left unanswered so far, in the order of machines. */
async function counts(): Promise<readonly number[]> {
  const { running, machines } = facility.sim;
  const { served } = await running.measure();
  return machines.map(({ port }) => served[`${port} GET`] ?? 0);
}

/** GETs of the healthy in one window. */
async function watchHealthy(): Promise<number> {
  const before = await counts();
  await sleep(size.windowMs);
  const after = await counts();
  return after.reduce((sum, count, i) => sum + (i % hungEvery === 0 ? 0 : count - (before[i] ?? 0)), 0);
}

describe('a few BMCs that hang', () => {
  it(`${size.count} machines, 5 % of them hung: the others are looked at as often as before`, async () => {
    facility = await startFacility({ count: size.count });
    const first = await facility.once({ git: 'native', more: ['--timeout', '300s'] });
    expect(first.code, first.stderr).toBe(0);
    tellUse(`${size.count} machines, first look`, first.measured);
    const full = await counts();

    const running = facility.run({ git: 'native', more: ['--poll', `${size.pollMs}ms`], limitMs: 900_000 });
    // Each process begins with a full look at every machine.
    await eventually(
      'all machines have been looked at',
      async () => ((await counts()).every((count, i) => count >= 1.9 * (full[i] ?? 0)) ? true : null),
      300_000,
    );
    const without = await watchHealthy();
    const hung = facility.sim.machines.filter((_, i) => i % hungEvery === 0);
    await Promise.all(hung.map(({ name }) => facility.sim.act(name, 'faults', { faults: [{ fault: 'hang' }] })));
    // The first pass that meets them waits for them some seconds, once.
    await sleep(size.pollMs);
    const withHung = await watchHealthy();
    const measured = await running.measure();
    tellUse(`${size.count} machines, ${hung.length} hung`, measured);
    const healthy = size.count - hung.length;
    process.stdout.write(
      `    GETs at ${healthy} healthy machines in ${size.windowMs / 1000} s: ${without} without, ${withHung} with ${hung.length} hung (${(withHung / without).toFixed(2)})\n`,
    );
    expect(without).toBeGreaterThan(healthy);
    expect(withHung / without).toBeGreaterThanOrEqual(0.9);
    // A thousand live ones may take more than that.
    if (!isLong) expect(measured.peakMiB).toBeLessThanOrEqual(300);
    expect(facility.sim.mutations()).toEqual([]);
  }, 900_000);
});
