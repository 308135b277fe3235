import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loginOrder, withoutOlder, withStaged } from '../../src/diff/keys.ts';
import type { Key } from '../../src/model/keyring.ts';
import type { MachineMemory, Open } from '../../src/model/memory.ts';
import { Secret } from '../../src/model/secret.ts';

const key = (grant: string): Key => ({ grant, username: 'nanometal', password: new Secret(`of ${grant}`) });
const grants = (keys: readonly Key[]): string => keys.map(({ grant }) => grant).join(' ');

const memory = (proved: string | undefined, open?: Partial<Open>): MachineMemory => ({
  rack: 'r01',
  identity: {},
  managed: true,
  declared: {},
  requests: {},
  ...(proved === undefined ? {} : { account: { grant: proved, since: 0 } }),
  ...(open
    ? {
        open: {
          grant: 'new',
          request: 'op-1',
          spec: '',
          commit: '',
          args: { verb: 'RotateCredentials', username: 'nanometal' },
          expect: { identity: {}, power: 'On' },
          patienceMs: 1,
          ...open,
        },
      }
    : {}),
});

describe('the passwords of one account', () => {
  const ring = [key('new'), key('old')];

  it('are shown old first while the new one has surely not arrived', () => {
    expect(grants(loginOrder(ring, memory('old', {}), 100_000))).toBe('old');
    expect(grants(loginOrder(ring, memory('old', { sentAt: 99_000 }), 100_000))).toBe('old new');
    expect(grants(loginOrder(ring, memory('old', { sentAt: 1, flying: true }), 100_000))).toBe('old new');
  });

  it('are shown new first once it may have', () => {
    expect(grants(loginOrder(ring, memory('old', { sentAt: 90_000 }), 100_000))).toBe('new old');
    expect(grants(loginOrder(ring, memory('old', { sentAt: 99_999, inherited: true }), 100_000))).toBe('new old');
    expect(grants(loginOrder(ring, memory('old', { sentAt: 99_999, interrupted: true }), 100_000))).toBe('new old');
  });

  it('are shown proved first when nothing is under way, newer ones that nobody disproved behind it', () => {
    expect(grants(loginOrder([key('late'), ...ring], memory('old'), 0))).toBe('old late new');
    expect(grants(loginOrder(ring, memory(undefined), 0))).toBe('new old');
  });

  it('are forgotten once a newer one was proved, and not before', () => {
    expect(grants(withoutOlder(ring, 'new'))).toBe('new');
    expect(grants(withoutOlder(ring, 'old'))).toBe('new old');
    expect(grants(withoutOlder(ring, undefined))).toBe('new old');
    expect(grants(withoutOlder(ring, 'elsewhere'))).toBe('new old');
  });

  it('never lose the proved one, have the staged one once, and are at most four', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.boolean()), { maxLength: 30 }), (steps) => {
        let keys: readonly Key[] = [];
        let proved: string | undefined;
        for (const [grant, works] of steps) {
          keys = withStaged(keys, key(grant), proved);
          if (works) {
            proved = grant;
            keys = withoutOlder(keys, proved);
          }
          expect(keys.filter((one) => one.grant === grant)).toHaveLength(1);
          expect(keys.length).toBeLessThanOrEqual(4);
          if (proved !== undefined) expect(grants(keys)).toContain(proved);
        }
      }),
    );
  });
});
