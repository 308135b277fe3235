import { describe, expect, it } from 'vitest';
import { readFaultPlan, rulesFor } from '../../src/twin/faults-file.ts';

describe('a faults file', () => {
  it('is read with its defaults, and its times count from the start', () => {
    const plan = readFaultPlan(`
faults:
  - fault: hang
  - { fault: reset, machines: [a], on: mutating, when: after, probability: 0.25, fromMs: 100, untilMs: 200 }
`);
    if (!plan.ok) throw new Error(plan.error);
    const first = { fault: 'hang', on: 'all', when: 'before', probability: 1, from: 1_000 };
    expect(rulesFor(plan.value, 'b', 1_000)).toEqual([first]);
    expect(rulesFor(plan.value, 'a', 1_000)).toEqual([
      first,
      { fault: 'reset', on: 'mutating', when: 'after', probability: 0.25, from: 1_100, until: 1_200 },
    ]);
  });

  it.each([
    ['', 'expected an object with a list `faults`'],
    ['faults: {}', 'expected an object with a list `faults`'],
    ['faults: [1]', 'faults[0]: expected an object'],
    [
      'faults: [{}]',
      'faults[0]: fault must be one of hang, reset, unavailable, garbage, nothing, wrong-machine, printer, password-change, empty-uuid, same-uuid, proxy',
    ],
    ['faults: [{ fault: hang }, { fault: hang, often: 1 }]', 'faults[1]: unknown field often'],
    ['faults: [{ fault: hang, on: some }]', 'faults[0]: on must be all or mutating'],
    ['faults: [{ fault: hang, when: during }]', 'faults[0]: when must be before or after'],
    ['faults: [{ fault: hang, probability: 2 }]', 'faults[0]: probability must be a number from 0 to 1'],
    ['faults: [{ fault: hang, untilMs: -1 }]', 'faults[0]: fromMs and untilMs must be milliseconds'],
    ['faults: [{ fault: hang, machines: [1] }]', 'faults[0]: machines must be a list of names'],
  ])('is refused with the reason: %s', (text, reason) => {
    const plan = readFaultPlan(text);
    expect(plan.ok ? '' : plan.error).toContain(reason);
  });

  it('is refused where it is no YAML', () => {
    expect(readFaultPlan('faults: [').ok).toBe(false);
  });
});
