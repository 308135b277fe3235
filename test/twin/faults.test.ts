import { describe, expect, it } from 'vitest';
import { setFaults } from '../../src/twin/bmc.ts';
import type { Fault, FaultRule } from '../../src/twin/faults.ts';
import { type Bench, createBench, reset, settings, start, system } from './bench.ts';

const rule = (fault: Fault, over: Partial<FaultRule> = {}): FaultRule => ({
  fault,
  on: 'all',
  when: 'before',
  probability: 1,
  from: start,
  ...over,
});

const withFaults = (...rules: readonly FaultRule[]): Bench => {
  const bench = createBench();
  bench.bmc = setFaults(bench.bmc, rules);
  return bench;
};

const sessions = '/redfish/v1/SessionService/Sessions';
const off = { ResetType: 'ForceOff' };

describe('faults', () => {
  it.each([
    ['hang', null],
    ['reset', null],
    ['unavailable', 503],
  ] as const)('%s before: no effect; after: the effect, and nobody is told', (fault, status) => {
    const before = withFaults(rule(fault));
    const answer = before.send('POST', reset, off);
    expect(answer.kind === 'reply' ? answer.status : null).toBe(status);
    expect(before.log).toMatchObject([{ status, effect: null }]);
    expect(before.bmc.agenda).toEqual([]);

    const after = withFaults(rule(fault, { when: 'after' }));
    after.send('POST', reset, off);
    expect(after.log).toMatchObject([{ status, effect: { power: 'On→Off' } }]);
    after.wait(1_000);
    after.bmc = setFaults(after.bmc, []);
    expect(after.get(system).PowerState).toBe('Off');
  });

  it('garbage is never a Redfish resource', () => {
    const bench = withFaults(rule('garbage'));
    const kinds = new Set<string>();
    for (let count = 0; count < 100; count += 1) {
      const answer = bench.send('GET', system);
      kinds.add(answer.kind === 'reply' ? answer.body.slice(0, 12) : answer.kind);
    }
    expect(kinds.size).toBe(6);
  });

  it('nothing: a mutation is accepted and forgotten, a bad one refused, reading and logins work', () => {
    const bench = withFaults(rule('nothing'));
    expect(bench.status('POST', reset, off)).toBe(204);
    expect(bench.status('PATCH', settings, { Attributes: { LogicalProc: 'Disabled' } })).toBe(204);
    expect(bench.status('POST', reset, { ResetType: 'Sideways' })).toBe(400);
    expect(bench.status('POST', sessions, { UserName: 'admin', Password: 'password' })).toBe(201);
    expect(bench.get(system).PowerState).toBe('On');
    expect(bench.bmc.bios.pending).toEqual({});
    expect(bench.log.map((entry) => entry.effect)).toEqual([null, null, null, null]);
  });

  it('wrong machine: another identity answers, and what it suffers is logged under its own name', () => {
    const bench = withFaults(rule('wrong-machine', { until: start + 1_000 }));
    const { identity } = bench.bmc.spec;
    const stranger = bench.get(system);
    expect(stranger.Model).toBe('TS-210');
    expect(stranger.UUID).not.toBe(identity.uuid);
    expect(stranger.SerialNumber).not.toBe(identity.serial);
    bench.send('POST', reset, off);
    expect(bench.log).toMatchObject([{ machine: 'm1-stranger', effect: { power: 'On→Off' } }]);
    expect(bench.get(system).PowerState).toBe('PoweringOff');
    bench.wait(1_000);
    expect(bench.get(system)).toMatchObject({ UUID: identity.uuid, PowerState: 'On' });
  });

  it('a token of this machine is good for the wrong one', () => {
    const bench = createBench();
    const answer = bench.send('POST', sessions, { UserName: 'admin', Password: 'password' });
    const token = answer.kind === 'reply' ? (answer.headers['x-auth-token'] ?? '') : '';
    bench.bmc = setFaults(bench.bmc, [rule('wrong-machine')]);
    expect(bench.status('GET', system, undefined, { authorization: '', 'x-auth-token': token })).toBe(200);
  });

  it('spare reading and logins where they are for mutations', () => {
    const bench = withFaults(rule('unavailable', { on: 'mutating' }));
    expect(bench.status('GET', system)).toBe(200);
    expect(bench.status('POST', sessions, { UserName: 'admin', Password: 'password' })).toBe(201);
    expect(bench.status('POST', reset, off)).toBe(503);
  });

  it('keep to their time', () => {
    const bench = withFaults(rule('unavailable', { from: start + 100, until: start + 200 }));
    expect(bench.status('GET', system)).toBe(200);
    bench.wait(100);
    expect(bench.status('GET', system)).toBe(503);
    bench.wait(100);
    expect(bench.status('GET', system)).toBe(200);
  });

  it('fall as the seed says: the same seed, the same faults; about as often as asked', () => {
    const run = (seed: number): string => {
      const bench = createBench({ seed });
      bench.bmc = setFaults(bench.bmc, [rule('unavailable', { probability: 0.3 })]);
      return Array.from({ length: 1_000 }, () => (bench.status('GET', system) === 503 ? 'x' : '.')).join('');
    };
    expect(run(1)).toBe(run(1));
    expect(run(1)).not.toBe(run(2));
    const share = run(1).replaceAll('.', '').length / 1_000;
    expect(share).toBeGreaterThan(0.25);
    expect(share).toBeLessThan(0.35);
  });
});
