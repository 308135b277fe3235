import { describe, expect, test } from 'vitest';
import { defineInfrastructureDriver } from '../../src/drivers/define.ts';
import { createRegistry } from '../../src/drivers/registry.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { DriverPorts, InfrastructureDriver } from '../../src/ports/driver.ts';
import { openTestBook } from '../redfish/login-book.ts';

const clock: Clock = { now: () => 0, monotonic: () => 0, sleep: async () => {} };
const ports: DriverPorts = {
  http: { request: async () => ({ kind: 'failed', sent: 'no', reason: 'refused', message: 'no network here' }) },
  secrets: { credentials: async () => ({ ok: false, error: 'no secrets here' }) },
  clock,
  loginBook: await openTestBook(clock),
};
let closed = 0;
const plain: Omit<InfrastructureDriver, 'role' | 'name'> = {
  verbs: [],
  observe: async () => ({ kind: 'missed', at: 0, reason: 'Refused', message: 'nobody' }),
  perform: async () => ({ kind: 'unsent', message: 'nobody' }),
  close: async () => {
    closed++;
  },
};
const named = (name: string) => defineInfrastructureDriver({ name, create: () => plain });

describe('the registry of drivers', () => {
  test('finds each by its name, and closes them all', async () => {
    const registry = createRegistry([named('a'), named('b')], ports);
    expect(registry.ok && [...registry.value.drivers.keys()]).toEqual(['a', 'b']);
    if (registry.ok) await registry.value.close();
    expect(closed).toBe(2);
  });

  test('refuses two of one name', () => {
    expect(createRegistry([named('a'), named('a')], ports)).toMatchObject({ ok: false });
  });

  test('refuses one that calls itself otherwise, or has another role', () => {
    const other = { ...named('a'), create: () => ({ ...plain, role: 'infrastructure', name: 'b' }) as const };
    expect(createRegistry([other], ports)).toMatchObject({ ok: false });
    expect(createRegistry([{ ...named('a'), role: 'bootstrap' }], ports)).toMatchObject({ ok: false });
  });
});
