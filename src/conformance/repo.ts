import type { RepoBench, RepoCheck } from './repo/bench.ts';
import { fetchCases } from './repo/fetch-cases.ts';
import { pushCases } from './repo/push-cases.ts';
import { raceCases } from './repo/race-cases.ts';
import { readCases } from './repo/read-cases.ts';
import { writeCases } from './repo/write-cases.ts';
import type { Case } from './suite.ts';

export type { OtherCommit, OtherFile, RepoBench } from './repo/bench.ts';

/** The promises of the `Repo` port. `make` gives an empty remote each time. */
export function repoCases(make: () => Promise<RepoBench>): Case[] {
  const cases: readonly RepoCheck[] = [...fetchCases, ...readCases, ...writeCases, ...pushCases, ...raceCases];
  return cases.map(([name, check]) => ({
    name,
    run: async () => {
      const bench = await make();
      try {
        await check(bench);
      } finally {
        await bench.close();
      }
    },
  }));
}
