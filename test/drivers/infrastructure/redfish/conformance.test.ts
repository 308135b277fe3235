import { describe, expect, test } from 'vitest';
import { type InfrastructureBench, infrastructureCases } from '../../../../src/conformance/infrastructure.ts';
import type { InfrastructureDriver } from '../../../../src/ports/driver.ts';
import { password } from '../../../redfish/bmc.ts';
import { openConformanceBench } from './bench.ts';

describe('the redfish driver is an infrastructure driver', () => {
  for (const { name, run } of infrastructureCases(openConformanceBench)) test(name, run);
});

describe('the suite sees a driver that is none', () => {
  type Spoil = (driver: InfrastructureDriver) => Partial<InfrastructureDriver>;
  const spoiled = (spoil: Spoil) => async (): Promise<InfrastructureBench> => {
    const bench = await openConformanceBench();
    return { ...bench, driver: { ...bench.driver, ...spoil(bench.driver) } };
  };

  test.each<[string, string, Spoil]>([
    [
      'it sends twice',
      'each verb is one mutating request',
      (driver) => ({
        perform: async (...given) => {
          await driver.perform(...given);
          return driver.perform(...given);
        },
      }),
    ],
    [
      'it repeats what may have arrived',
      'a mutation that may have arrived (hang) is sent once',
      (driver) => ({
        perform: async (...given) => {
          const first = await driver.perform(...given);
          return first.kind === 'ambiguous' ? driver.perform(...given) : first;
        },
      }),
    ],
    [
      'it changes something in a look',
      'a look tells who the machine is, and changes nothing',
      (driver) => ({
        observe: async (subject, depth, signal) => {
          await driver.perform(subject, { verb: 'Identify', indicator: 'Lit' }, undefined, signal);
          return driver.observe(subject, depth, signal);
        },
      }),
    ],
    [
      'it tells the password',
      'where nobody answers, a mutation is unsent',
      () => ({ perform: async () => ({ kind: 'unsent', message: `tried ${password}` }) }),
    ],
    [
      'it is deaf to its signal',
      'what is called off beforehand is not sent',
      (driver) => ({
        perform: (subject, args, quirk) => driver.perform(subject, args, quirk, new AbortController().signal),
      }),
    ],
    [
      'it takes every medium for ours',
      'what somebody else inserted stays in, and nothing goes in its place',
      (driver) => ({
        observe: async (...given) => {
          const look = await driver.observe(...given);
          if (look.kind === 'missed' || look.facts.media === undefined) return look;
          return { ...look, facts: { ...look.facts, media: look.facts.media.map((one) => ({ ...one, ours: true })) } };
        },
      }),
    ],
    [
      'it ejects whatever is in',
      'what somebody else inserted stays in, and nothing goes in its place',
      (driver) => ({
        perform: (subject, args, ...rest) =>
          args.verb === 'EjectMedia'
            ? driver.perform(subject, { verb: 'Identify', indicator: 'Off' }, ...rest)
            : driver.perform(subject, args, ...rest),
      }),
    ],
    [
      'it tells where the medium is',
      'our medium is seen as ours once it is in, and no longer once it is out',
      (driver) => ({
        observe: async (subject, ...rest) => {
          const look = await driver.observe(subject, ...rest);
          if (look.kind === 'missed' || look.facts.media === undefined) return look;
          const host = subject.medium?.iso ?? '';
          return { ...look, facts: { ...look.facts, media: look.facts.media.map((one) => ({ ...one, host })) } };
        },
      }),
    ],
    [
      'it answers from memory',
      'another machine at the address shows in its identity',
      (driver) => {
        const seen = new Map<string, ReturnType<InfrastructureDriver['observe']>>();
        return {
          observe: (subject, depth, signal) => {
            const look = seen.get(subject.machine) ?? driver.observe(subject, depth, signal);
            seen.set(subject.machine, look);
            return look;
          },
        };
      },
    ],
  ])('%s: "%s" fails', async (_, name, spoil) => {
    const found = infrastructureCases(spoiled(spoil)).find((candidate) => candidate.name === name);
    expect(found).toBeDefined();
    await expect(found?.run()).rejects.toThrow();
  });
});
