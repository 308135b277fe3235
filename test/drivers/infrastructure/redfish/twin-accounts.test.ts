import { afterEach, describe, expect, it } from 'vitest';
import { Secret } from '../../../../src/model/secret.ts';
import type { OwnLogin, Subject } from '../../../../src/ports/driver.ts';
import { openTwinRig, password, type TwinRig, username } from './twin-bench.ts';

const forever = new AbortController().signal;
let rig: TwinRig;
afterEach(() => rig.close());

const login = (grant: string, name: string, text: string): OwnLogin => ({
  grant,
  credentials: { username: name, password: new Secret(text) },
});
const first = login('g1', 'nanometal', 'first-Password-1');
const second = login('g2', 'nanometal', 'second-Password-2');

const subject = (logins: readonly OwnLogin[], next?: OwnLogin): Subject => ({
  ...rig.subject,
  bmc: { ...rig.subject.bmc, account: { username: next?.credentials.username ?? 'nanometal' } },
  logins,
  ...(next ? { next: next.credentials } : {}),
});

const rotate = (logins: readonly OwnLogin[], next: OwnLogin, quirk?: string) =>
  rig.driver.perform(
    subject(logins, next),
    { verb: 'RotateCredentials', username: next.credentials.username },
    quirk,
    forever,
  );

/** By whose password a look got in. */
async function entered(...logins: readonly OwnLogin[]): Promise<string | undefined> {
  const look = await rig.driver.observe(subject(logins), 'quick', forever);
  return look.kind === 'seen' ? (look.facts.login ?? 'declared') : look.reason;
}

const refusals = (): number => rig.logins().filter(({ status }) => status === 401).length;

describe('an account of our own', () => {
  it('is added, and proved by a login; then its password is changed, and the old one no longer works', async () => {
    rig = await openTwinRig();
    expect(await entered()).toBe('declared');
    expect(await rotate([], first)).toMatchObject({ kind: 'accepted', status: 201 });
    expect(await entered(first)).toBe('g1');
    expect(await rotate([first], second)).toMatchObject({ kind: 'accepted', status: 204 });
    // A session that is still open proves nothing: another is opened with what is now the likeliest.
    expect(await entered(second, first)).toBe('g2');
    expect(refusals()).toBe(0);
    expect(rig.mutations().map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /redfish/v1/AccountService/Accounts',
      'PATCH /redfish/v1/AccountService/Accounts/2',
    ]);
  });

  it('may be the only one there is', async () => {
    rig = await openTwinRig();
    const own = login('g1', username, 'not-the-First-1');
    expect(await rotate([], own)).toMatchObject({ kind: 'accepted' });
    expect(rig.bmc().accounts).toHaveLength(1);
    expect(await entered(own)).toBe('g1');
  });

  it('is put into an empty slot where none can be added', async () => {
    rig = await openTwinRig({ accountSlots: 4 });
    const answer = await rotate([], first);
    expect(answer).toMatchObject({ kind: 'refused', status: 405, quirk: 'account-slot' });
    expect(await rotate([], first, 'account-slot')).toMatchObject({ kind: 'accepted' });
    expect(rig.bmc().accounts[1]).toMatchObject({ id: '2', username: 'nanometal' });
    expect(await entered(first)).toBe('g1');
  });

  it('cannot be had where every slot is taken', async () => {
    rig = await openTwinRig({ accountSlots: 1 });
    expect(await rotate([], first, 'account-slot')).toMatchObject({ kind: 'refused', status: 0 });
  });
});

describe('a password that may or may not be in force', () => {
  it('is tried once, then the other one is', async () => {
    rig = await openTwinRig();
    await rotate([], first);
    expect(await entered(first)).toBe('g1');
    for (let look = 0; look < 5; look++) expect(await entered(second, first)).toBe('g1');
    expect(refusals()).toBe(1);
    // What was refused within the hour is not shown again, although it goes first again after a time behind.
    expect(await entered(first, second)).toBe('g1');
    expect(await entered(second, first)).toBe('g1');
    expect(refusals()).toBe(1);
  });

  it('leaves the one that the manifest names as the last resort', async () => {
    rig = await openTwinRig();
    expect(await entered(first)).toBe('declared');
  });

  it('is never tried often enough to lock the account', async () => {
    rig = await openTwinRig();
    await rotate([], first);
    const others = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => login(name, 'nanometal', `wrong-Password-${name}`));
    for (let look = 0; look < 10; look++) expect(await entered(...others.slice(look % 6), first)).toBe('declared');
    expect(refusals()).toBe(2);
    expect(rig.bmc().accounts.every(({ lockedUntil }) => lockedUntil === 0)).toBe(true);
  });

  it('stands in no message', async () => {
    rig = await openTwinRig();
    rig.fail({ fault: 'garbage', on: 'mutating' });
    const told = JSON.stringify([await rotate([], first), await rig.driver.observe(subject([first]), 'full', forever)]);
    expect(told).not.toContain('first-Password-1');
    expect(told).not.toContain(password);
  });
});
