import { describe, expect, test } from 'vitest';
import { type AgentsBench, agentsCases } from '../../../src/conformance/index.ts';
import { openApart, openGround } from './ground.ts';

describe('the boot server keeps the promises of its port', () => {
  test.each(agentsCases(() => openGround()))('$name', ({ run }) => run());
  test.each(agentsCases(() => openApart()))('through a process of its own: $name', ({ run }) => run());
});

describe('the suite sees a boot service that is none', () => {
  type Spoil = (bench: AgentsBench) => Partial<AgentsBench>;
  const agents = (change: (agents: AgentsBench['agents']) => Partial<AgentsBench['agents']>): Spoil => {
    return (bench) => ({ agents: { ...bench.agents, ...change(bench.agents) } });
  };
  test.each<[string, string, Spoil]>([
    [
      'it answers anybody',
      'who is outside the ranges gets 403, whatever the path',
      ({ ask }) => ({
        ask: (question, signal) =>
          ask({ ...question, from: question.from === 'elsewhere' ? 'bmc' : question.from }, signal),
      }),
    ],
    [
      'it sees no second run',
      'two that are alive with one token get nothing',
      agents(() => ({ contested: () => new Set() })),
    ],
    [
      'it forgets what it was told',
      'reports are kept, the newest of each machine, under its grant',
      agents(() => ({ reports: () => new Map() })),
    ],
    [
      'its media never end',
      'a medium ends with its attempt',
      agents((real) => ({
        expect: (boot, expected) =>
          real.expect(
            boot,
            new Map([...expected].map(([name, one]) => [name, { ...one, attempt: `sha256:${'1'.repeat(64)}` }])),
          ),
      })),
    ],
    [
      'it says that all was sent',
      'one claim hands out once',
      agents((real) => ({
        claim: async (machine, signal) => {
          const claim = await real.claim(machine, signal);
          return (
            claim && {
              ...claim,
              hand: async (item) => {
                await claim.hand(item);
                return { kind: 'accepted', status: 200 };
              },
            }
          );
        },
      })),
    ],
    [
      'it takes every call for heard',
      'a call that nobody remembered is told again',
      agents((real) => ({
        home: async (signal) => {
          const home = await real.home(signal);
          home?.heard();
          return home;
        },
      })),
    ],
  ])('%s: "%s" fails', async (_, name, spoil) => {
    const found = agentsCases(async () => {
      const bench = await openGround();
      return { ...bench, ...spoil(bench) };
    }).find((candidate) => candidate.name === name);
    expect(found).toBeDefined();
    await expect(found?.run()).rejects.toThrow();
  });
});
