import { afterEach, describe, expect, test } from 'vitest';
import { Secret } from '../../../../src/model/secret.ts';
import type { Bmc } from '../../../../src/twin/bmc.ts';
import { openSession, sessionsMax } from '../../../../src/twin/session.ts';
import { openTwinRig, password, type TwinRig, username, withPassword } from './twin-bench.ts';

const never = new AbortController().signal;
let rig: TwinRig;
afterEach(() => rig.close());

const look = (depth: 'quick' | 'full' = 'quick') => rig.driver.observe(rig.subject, depth, never);
const reboot = () => rig.driver.perform(rig.subject, { verb: 'Reboot' }, undefined, never);

/** Somebody else holds every session that the BMC has. */
function fillSessions(bmc: Bmc, now: number): Bmc {
  let full = bmc;
  for (let count = 0; count < sessionsMax; count++) {
    full = openSession(full, { UserName: username, Password: password }, now).bmc;
  }
  return full;
}

describe('the session', () => {
  test('is the only one that the driver holds, and is given back', async () => {
    rig = await openTwinRig();
    for (let count = 0; count < 5; count++) await look();
    await reboot();
    expect(rig.bmc().sessions).toHaveLength(1);
    await rig.driver.close();
    expect(rig.bmc().sessions).toEqual([]);
    expect(rig.logouts()).toMatchObject([{ method: 'DELETE', status: 204 }]);
  });

  test('that has ended for want of use is replaced, and the verb sent once', async () => {
    rig = await openTwinRig();
    await look();
    rig.wait(1_800_000);
    expect((await reboot()).kind).toBe('accepted');
    expect(rig.logins()).toHaveLength(2);
    expect(rig.mutations()).toHaveLength(1);
  });

  test('that ends between the read and the write costs a refusal, and nothing is sent twice', async () => {
    rig = await openTwinRig();
    rig.meanwhile = () => rig.change((bmc) => ({ ...bmc, sessions: [] }));
    expect(await reboot()).toMatchObject({ kind: 'refused', status: 401, quirk: 'login-again' });
    expect(rig.mutations()).toMatchObject([{ status: 401, effect: null }]);
    expect((await reboot()).kind).toBe('accepted');
    expect(rig.mutations()).toHaveLength(2);
    expect(rig.logins()).toHaveLength(2);
  });

  test('where their table is full, is none: the name and password go with each request', async () => {
    rig = await openTwinRig();
    rig.change(fillSessions);
    for (let count = 0; count < 5; count++) expect((await look()).kind).toBe('seen');
    expect((await reboot()).kind).toBe('accepted');
    expect(rig.mutations()).toMatchObject([{ status: 204, effect: { power: 'On→On' } }]);
    expect(rig.logins()).toMatchObject([{ status: 503 }]);
    await rig.driver.close();
    expect(rig.logouts()).toEqual([]);
    expect(rig.bmc().sessions).toHaveLength(sessionsMax);
  });
});

describe('wrong credentials are tried twice at most in 20 looks', () => {
  test.each<[string, () => Promise<void>]>([
    [
      'from the start',
      async () => {
        rig.credentials = { username, password: new Secret('wrong') };
      },
    ],
    [
      'since the account was changed',
      async () => {
        await look();
        rig.change((bmc) => ({ ...withPassword(bmc, 'another'), sessions: [] }));
      },
    ],
    [
      'while the table of sessions is full',
      async () => {
        rig.change(fillSessions);
        await look();
        rig.change((bmc) => withPassword(bmc, 'another'));
      },
    ],
  ])('%s', async (_, spoil) => {
    rig = await openTwinRig();
    await spoil();
    let reads = 0;
    for (let count = 0; count < 20; count++) {
      expect(await look(count % 5 === 4 ? 'full' : 'quick')).toMatchObject({ reason: 'CredentialsRefused' });
      if (count === 0) reads = rig.reads();
      expect((await reboot()).kind).toBe('unsent');
      rig.wait(60_000);
    }
    expect(rig.logins().length).toBeLessThanOrEqual(2);
    expect(rig.mutations()).toEqual([]);
    // After the first no, nothing is shown to the BMC: a wrong password may stand in a read, too.
    expect(rig.reads()).toBe(reads);
    const [account] = rig.bmc().accounts;
    rig.credentials = { username, password: new Secret(account?.password ?? '') };
    expect((await look()).kind).toBe('seen');
  });
});
