import { aroundPromises } from './agents/around.ts';
import { type AgentsBench, Hands } from './agents/hands.ts';
import { workPromises } from './agents/work.ts';
import type { Case } from './suite.ts';

/** What every `Agents` promises (docs/boot.md). Each case gets a bench of its own and closes it. */
export const agentsCases = (make: () => Promise<AgentsBench>): readonly Case[] =>
  Object.entries({ ...workPromises, ...aroundPromises }).map(([name, check]) => ({
    name,
    run: async () => {
      const bench = await make();
      try {
        const hands = new Hands(bench);
        hands.expect({});
        await check(hands);
      } finally {
        await bench.close();
      }
    },
  }));
