import { describe, expect, it } from 'vitest';
import { bootableOf } from '../../src/twin/host/disk.ts';
import { isLong } from '../long.ts';
import type { Evidence } from './evidence.ts';
import { World } from './world.ts';

const machines = isLong ? 1_000 : 12;
const second = 1_000;
const asked = 120 * second;

/** All of them at once, in one commit; an image of 2 GiB for each, through one link of 25 Gbit/s. */
const scenario = {
  seed: 1,
  machines,
  hosts: 1,
  policy: { maxConcurrent: machines, maxPerCommit: machines, drift: 'hold' },
  tls: false,
  postMs: 60 * second,
  unnoticed: 0,
  boot: ['VirtualMedia'],
  pipe: { imageBytes: 2 ** 31, bytesPerSecond: 25e9 / 8 },
  acts: [
    {
      at: asked,
      kind: 'commit',
      change: {
        kind: 'install',
        station: 'all',
        id: 'install-1',
        image: 'debian',
        place: 0,
        overwrite: true,
        ready: 'phoneHome',
      },
    },
  ],
  healAt: asked + 3600 * second,
} as const;

/** From one to the next, of each machine; the names are those of what it waits for. */
const stages = [
  'medium',
  'boot source',
  'reset and POST',
  'hand-out',
  'image and disk',
  'eject',
  'system at home',
] as const;

function timesOf({ events, began }: Evidence): readonly (readonly number[])[] {
  const times = new Map<string, number[]>();
  const note = (machine: string, stage: number, at: number): void => {
    const known = times.get(machine) ?? [began + asked];
    known[stage + 1] ??= at;
    times.set(machine, known);
  };
  const ended: Readonly<Record<string, number>> = {
    InsertMedia: 0,
    SetBootOnce: 1,
    Reboot: 2,
    Install: 4,
    EjectMedia: 5,
  };
  for (const { at, event } of events) {
    if (event.kind === 'ended' && event.outcome.kind === 'done') {
      const stage = ended[event.verb];
      if (stage !== undefined) note(event.machine, stage, at);
    }
    if (event.kind === 'sent' && event.action.args.verb === 'Install') note(event.machine, 3, at);
    if (event.kind === 'called-home') note(event.machine, 6, at);
  }
  return [...times.values()];
}

describe(`${machines} machines installed at once, in virtual time`, () => {
  it('all of them are, and it is told what took longest', async () => {
    const heapBefore = process.memoryUsage().heapUsed;
    const began = performance.now();
    const world = new World(scenario);
    await world.play();
    const { evidence } = world;
    const times = timesOf(evidence).filter((one) => one.length === stages.length + 1);
    const last = Math.max(...times.map((one) => (one.at(-1) ?? 0) - evidence.began - asked));
    const means = stages.map((name, index) => {
      const sum = times.reduce((total, one) => total + ((one[index + 1] ?? 0) - (one[index] ?? 0)), 0);
      return { name, seconds: sum / times.length / 1000 };
    });
    const longest = means.toSorted((a, b) => b.seconds - a.seconds)[0];
    const served = evidence.met.get('served image') ?? 0;
    const megabytes = (process.memoryUsage().heapUsed - heapBefore) / 2 ** 20;
    const lines = [
      `${times.length} of ${machines} installed, the last ${(last / 60_000).toFixed(1)} min after the commit: ${(times.length / (last / 60_000)).toFixed(0)} a minute`,
      `bottleneck: ${longest?.name}; seconds a machine: ${means.map(({ name, seconds }) => `${name} ${seconds.toFixed(1)}`).join(', ')}`,
      `images: ${served} served, 1 fetched from its source; heap, world and clone included: +${megabytes.toFixed(0)} MiB`,
      `${world.kernel.planned} events in ${((performance.now() - began) / 1000).toFixed(1)} s`,
    ];
    for (const line of lines) process.stdout.write(`    ${line}\n`);
    expect(times.length).toBe(machines);
    expect(served).toBe(machines);
    const installed = world.disks.flatMap((disks) => (disks[0] && bootableOf(disks[0])?.kind === 'image' ? [1] : []));
    expect(installed.length).toBe(machines);
  }, 3_600_000);
});
