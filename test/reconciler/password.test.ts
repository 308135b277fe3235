import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { newPassword } from '../../src/reconciler/password.ts';

it('passwords are 16 characters, with each sort among them, and never twice the same', () => {
  const random = { fraction: Math.random, hex: (bytes: number) => randomBytes(bytes).toString('hex') };
  const made = Array.from({ length: 500 }, () => newPassword(random).reveal());
  for (const text of made) {
    expect(text).toMatch(/^[A-Za-z][A-Za-z0-9_-]{15}$/);
    for (const sort of [/[A-Z]/, /[a-z]/, /[0-9]/, /[-_]/]) expect(text).toMatch(sort);
  }
  expect(new Set(made).size).toBe(made.length);
});
