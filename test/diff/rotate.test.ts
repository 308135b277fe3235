import { describe, expect, it } from 'vitest';
import { rotate, rotationOf } from '../../src/diff/rotate.ts';
import type { MachineMemory } from '../../src/model/memory.ts';
import { machine } from './sample.ts';

const day = 86_400_000;
const bmc = { driver: 'redfish', address: 'https://bmc', credentials: 'bmc', insecure: false };
const aged = machine('m1', { bmc: { ...bmc, account: { username: 'nanometal', rotateMs: 90 * day } } });
const grant = `sha256:${'0123456789ab'.padEnd(64, 'f')}`;
const known: MachineMemory = {
  rack: 'r01',
  identity: {},
  managed: true,
  declared: {},
  requests: {},
  account: { grant, since: 1_000 },
};

describe('a password that grows old', () => {
  it('is replaced on the day, once, and again only when there is another', () => {
    expect(rotate(aged, 'c1', known, 1_000 + 90 * day - 1)).toBe(known);
    const due = rotate(aged, 'c1', known, 1_000 + 90 * day);
    expect(due.requests).toMatchObject({
      'rotate:0123456789ab': { verb: 'RotateCredentials', state: 'pending', commit: 'c1' },
    });
    expect(rotate(aged, 'c2', due, 1_000 + 900 * day)).toBe(due);
    const after = { ...due, account: { grant: `sha256:${'9'.repeat(64)}`, since: 1_000 + 91 * day } };
    expect(rotationOf(after)).toBe('rotate:999999999999');
    expect(rotate(aged, 'c2', after, 1_000 + 100 * day)).toBe(after);
  });

  it('stays where nothing was proved, nothing is declared, or somebody only looks', () => {
    const { account: _, ...unproved } = known;
    const late = 10_000 * day;
    expect(rotate(aged, 'c1', unproved, late)).toBe(unproved);
    expect(rotate(machine('m1'), 'c1', known, late)).toBe(known);
    expect(rotate({ ...aged, management: 'observe' }, 'c1', known, late)).toBe(known);
  });

  it('waits for one that somebody asked for', () => {
    const asked = { verb: 'RotateCredentials', spec: '', commit: 'c1', state: 'pending', steps: {} } as const;
    const busy: MachineMemory = { ...known, requests: { 'op-1': asked } };
    expect(rotate(aged, 'c1', busy, 10_000 * day)).toBe(busy);
  });
});
