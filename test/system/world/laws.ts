import { expect } from 'vitest';
import type { TestFacility } from './facility.ts';

/** `<machine> <verb>` of each mutating request that the hardware received, sorted by machine and then as received. */
export function received(facility: TestFacility): readonly string[] {
  return facility.sim
    .mutations()
    .map(({ machine, method, path, body }) => {
      const text = JSON.stringify(body) ?? '';
      const type = /"ResetType":"(\w+)"/.exec(text)?.[1];
      return `${machine} ${method} ${type ?? path.replace(/^\/redfish\/v1\//, '')}`;
    })
    .sort((a, b) =>
      (a.split(' ')[0] ?? '') < (b.split(' ')[0] ?? '') ? -1 : a.split(' ')[0] === b.split(' ')[0] ? 0 : 1,
    );
}

/**
 * Laws 1 and 2 over all that the hardware received: each had its pushed intent before it arrived, and no grant had two
 * effects. What the witness passed on is compared with the effect log, so that nothing went round it.
 */
export function checkLaws(facility: TestFacility): void {
  const { witness, sim } = facility;
  if (!witness) throw new Error('this facility has no witness');
  const line = (one: { machine: string; method: string; path: string }) => `${one.machine} ${one.method} ${one.path}`;
  expect(witness.seen.map(line).sort(), 'the witness saw all that the hardware received').toEqual(
    sim.mutations().map(line).sort(),
  );
  const spent = new Map<string, number>();
  for (const { machine, verb, method, path, grants, status } of witness.seen) {
    expect(grants, `a pushed intent before ${method} ${path} at ${machine}`).not.toEqual([]);
    if (status !== null && status >= 400) continue;
    const grant = `${machine} ${verb} ${grants[0]}`;
    spent.set(grant, (spent.get(grant) ?? 0) + 1);
  }
  expect(
    [...spent].filter(([, count]) => count > 1),
    'no grant has two effects',
  ).toEqual([]);
}

/** What a process used, as one line for whoever reads the test's output. */
export function tellUse(what: string, measured: { readonly peakMiB: number; readonly lagMs: number } | null): void {
  const use = measured
    ? `peak ${measured.peakMiB.toFixed(0)} MiB, longest block ${measured.lagMs.toFixed(0)} ms`
    : 'killed';
  process.stdout.write(`    ${what}: ${use}\n`);
}
