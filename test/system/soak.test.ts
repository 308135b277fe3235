import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { isLong } from '../long.ts';
import { stop } from './world/children.ts';
import { adapters, startFacility, type TestFacility } from './world/facility.ts';
import { roomy } from './world/roomy.ts';
import { reboot } from './world/the-change.ts';
import { sleep } from './world/wait.ts';

/** Half an hour, or as long as it takes to see a handle that is lost with every look. */
const minutes = isLong ? 30 : 0.5;
const machines = 20;

let facility: TestFacility;
afterEach(() => facility?.close());

interface Sample {
  readonly mebibytes: number;
  readonly handles: number;
}

function sample(pid: number): Sample {
  const kibibytes = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  return { mebibytes: kibibytes / 1024, handles: readdirSync(`/proc/${pid}/fd`).length };
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

describe.each(adapters('isomorphic'))(`${minutes} min of looks and commits (%s Git)`, (git) => {
  it('memory and handles stay where they were', async () => {
    facility = await startFacility({ count: machines, files: roomy });
    const running = facility.run({ git, more: ['--poll', '1s'], limitMs: 3_600_000 });
    await running.until((line) => line.includes('"event":"published"'));
    const pid = running.child.pid ?? 0;
    const samples: Sample[] = [];
    const names = facility.sim.machines.map(({ name }) => name);
    const original = new Map(names.map((name) => [name, facility.repo.file('main', facility.path(name)) ?? '']));
    for (let second = 0; second < 60 * minutes; second += 2) {
      if (second % 10 === 0) {
        const name = names[(second / 10) % names.length] ?? '';
        const lines = reboot(`reboot-${second}`).map((line) => `  ${line}\n`);
        facility.repo.commit(`Reboot ${name}`, { [facility.path(name)]: `${original.get(name)}${lines.join('')}` });
      }
      await sleep(2_000);
      samples.push(sample(pid));
    }
    await stop(running);
    const third = Math.floor(samples.length / 3);
    const [early, late] = [samples.slice(third, 2 * third), samples.slice(2 * third)];
    const memory = [early, late].map((part) => median(part.map(({ mebibytes }) => mebibytes)));
    const handles = [early, late].map((part) => median(part.map(({ handles: count }) => count)));
    const [before = 0, after = 0] = memory;
    process.stdout.write(
      `    ${git}: ${memory.map((one) => one.toFixed(0)).join(' → ')} MiB (${(after / before).toFixed(2)}), ${handles.join(' → ')} handles, ${facility.sim.mutations().length} reboots\n`,
    );
    expect(facility.sim.mutations().length).toBeGreaterThan(minutes);
    expect(handles[1]).toBeLessThanOrEqual((handles[0] ?? 0) + 5);
    // The collector takes its time: only over half an hour does growth mean anything.
    if (isLong) expect(after / before).toBeLessThanOrEqual(1.15);
  }, 3_000_000);
});
