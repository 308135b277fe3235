import { afterEach, describe, expect, test } from 'vitest';
import { Secret } from '../../../../src/model/secret.ts';
import type { Clock } from '../../../../src/ports/clock.ts';
import { password, type Scripted, username } from '../../../redfish/bmc.ts';
import { openTestBook } from '../../../redfish/login-book.ts';
import { altered, machine, systemPath } from '../../../redfish/machine.ts';
import { openRig, type Rig } from './bench.ts';

const never = new AbortController().signal;
const root = '/redfish/v1';
let rig: Rig;
afterEach(() => rig.close());

const quick = () => rig.driver.observe(rig.subject, 'quick', never);
const onLogin = (scripted: Scripted) => {
  rig.bmc.script = ({ method, path }) =>
    method === 'POST' && path.toLowerCase().includes('/sessions') ? scripted : undefined;
};

describe('the login', () => {
  test('is one for many looks and requests, and is ended at the close', async () => {
    rig = await openRig();
    for (let look = 0; look < 3; look++) expect((await quick()).kind).toBe('seen');
    await rig.driver.perform(rig.subject, { verb: 'Reboot' }, undefined, never);
    expect(rig.bmc.logins).toHaveLength(1);
    expect(rig.bmc.logouts).toEqual([]);
    await rig.driver.close();
    expect(rig.bmc.logouts).toEqual([`${root}/SessionService/Sessions/1`]);
    await rig.driver.close();
    expect(rig.bmc.logouts).toHaveLength(1);
  });

  test('that is on its way at the close is ended when it is answered, and the close waits for that', async () => {
    rig = await openRig();
    const arrived = new Promise<void>((resolve) => {
      rig.bmc.script = ({ method }) => {
        if (method === 'POST') resolve();
        return undefined;
      };
    });
    const looking = quick();
    await arrived;
    await rig.driver.close();
    expect(rig.bmc.logouts).toEqual([`${root}/SessionService/Sessions/1`]);
    expect(await looking).toMatchObject({ kind: 'missed', reason: 'Timeout' });
    expect(rig.bmc.logins).toHaveLength(1);
  });

  test('is shared by the machines behind one BMC, and requests to it do not overlap', async () => {
    rig = await openRig();
    let [running, most] = [0, 0];
    rig.bmc.script = () => {
      most = Math.max(most, ++running);
      queueMicrotask(() => running--);
      return undefined;
    };
    const other = { ...rig.subject, machine: 'm2', bmc: { ...rig.subject.bmc, system: systemPath } };
    await Promise.all([quick(), rig.driver.observe(other, 'quick', never), quick()]);
    expect(rig.bmc.logins).toHaveLength(1);
    expect(most).toBe(1);
  });

  test('goes where the root says, and where it says nothing to the usual place', async () => {
    rig = await openRig(altered(machine, { [root]: { Links: {}, SessionService: undefined } }));
    expect((await quick()).kind).toBe('seen');
    expect(rig.bmc.logins[0]?.path).toBe(`${root}/SessionService/Sessions`);
  });

  test('a session that has ended is replaced once, and the GET is repeated', async () => {
    rig = await openRig();
    await quick();
    rig.bmc.forgetSessions();
    expect((await quick()).kind).toBe('seen');
    expect(rig.bmc.logins).toHaveLength(2);
  });

  test('a resource that is refused to every session costs one more login, and leaves no session behind', async () => {
    let monotonic = 0;
    const clock: Clock = { now: () => 0, monotonic: () => monotonic, sleep: async () => {} };
    rig = await openRig(machine, { clock });
    rig.bmc.script = ({ path }) => (path === systemPath ? { status: 401, body: {} } : undefined);
    for (let look = 0; look < 5; look++) {
      expect(await quick()).toMatchObject({ kind: 'missed', reason: 'CredentialsRefused' });
    }
    expect(rig.bmc.logins).toHaveLength(2);
    expect(rig.bmc.logouts).toHaveLength(1);
    monotonic = 60_000;
    await quick();
    expect(rig.bmc.logins).toHaveLength(3);
    await rig.driver.close();
    expect(rig.bmc.logouts).toHaveLength(3);
  });

  test.each<[string, Scripted]>([
    ['401', { status: 401, body: {} }],
    ['403', { status: 403, body: {} }],
    [
      '401 with a name and a challenge',
      { status: 401, headers: { 'www-authenticate': 'Basic' }, body: extended('Base.1.8.NoValidSession') },
    ],
    ['400 with a name', { status: 400, body: extended('iLO.2.8.UnauthorizedLoginAttempt') }],
  ])('refused credentials (%s) are shown once, until they change', async (_, scripted) => {
    rig = await openRig();
    onLogin(scripted);
    for (let look = 0; look < 3; look++) {
      expect(await quick()).toMatchObject({ kind: 'missed', reason: 'CredentialsRefused' });
    }
    expect(rig.bmc.logins).toHaveLength(1);
    rig.credentials = { username, password: new Secret('another') };
    await quick();
    expect(rig.bmc.logins).toHaveLength(2);
  });

  test('refused credentials are tried again after an hour', async () => {
    let monotonic = 0;
    const clock: Clock = { now: () => 0, monotonic: () => monotonic, sleep: async () => {} };
    rig = await openRig(machine, { clock });
    onLogin({ status: 401, body: {} });
    await quick();
    monotonic = 3_599_999;
    await quick();
    expect(rig.bmc.logins).toHaveLength(1);
    monotonic = 3_600_000;
    await quick();
    expect(rig.bmc.logins).toHaveLength(2);
  });

  test('refused credentials are not shown again by a process that begins, and never more than two', async () => {
    rig = await openRig();
    onLogin({ status: 401, body: {} });
    for (let start = 0; start < 3; start++) {
      expect(await quick()).toMatchObject({ kind: 'missed', reason: 'CredentialsRefused' });
      await rig.restart();
    }
    expect(rig.bmc.logins).toHaveLength(1);
    for (const other of ['second', 'third', 'fourth']) {
      rig.credentials = { username, password: new Secret(other) };
      expect(await quick()).toMatchObject({ kind: 'missed', reason: 'CredentialsRefused' });
      await rig.restart();
    }
    expect(rig.bmc.logins).toHaveLength(2);
  });

  test('a process that ends while a login is on its way has used it up, unless it is known to be right', async () => {
    rig = await openRig();
    const died = async (): Promise<void> => {
      const arrived = new Promise<void>((resolve) => {
        rig.bmc.script = ({ method }) => {
          if (method === 'POST') resolve();
          return undefined;
        };
      });
      rig.bmc.trouble = { kind: 'hang', only: 'mutations', times: 1 };
      const abandoned = quick();
      await arrived;
      await rig.restart();
      await abandoned;
    };
    await died();
    // The account let us in, so that nothing counts any more.
    expect((await quick()).kind).toBe('seen');
    await rig.restart();
    for (let start = 0; start < 3; start++) await died();
    expect((await quick()).kind).toBe('seen');
    rig.credentials = { username, password: new Secret('never-proved') };
    await rig.restart();
    const before = rig.bmc.logins.length;
    await died();
    await died();
    const message = '2 logins of admin failed or got no answer within the hour; no other is tried before it is over';
    expect(await quick()).toMatchObject({ kind: 'missed', reason: 'CredentialsRefused', message });
    expect(rig.bmc.logins.length - before).toBe(2);
  });

  test.each<[string, Scripted]>([
    ['full table, Dell', { status: 503, body: extended('IDRAC.2.8.RAC0218') }],
    ['full table, DMTF', { status: 503, body: extended('Base.1.8.SessionLimitExceeded') }],
    ['no sessions', { status: 404, body: {} }],
    ['no POST', { status: 405, body: '' }],
    ['no token', { status: 201, body: {} }],
    ['a session wants it too', { status: 401, headers: { 'www-authenticate': 'Basic realm="bmc"' }, body: '' }],
  ])('falls back to the name and password with every request: %s', async (_, scripted) => {
    rig = await openRig();
    onLogin(scripted);
    expect((await quick()).kind).toBe('seen');
    expect((await quick()).kind).toBe('seen');
    expect(rig.bmc.logins).toHaveLength(1);
    const basic = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
    expect(rig.bmc.received.at(-1)?.headers.authorization).toBe(basic);
  });

  test.each<[string, Scripted]>([
    ['without sessions', { status: 404, body: {} }],
    ['whose sessions ask for them', { status: 401, headers: { 'www-authenticate': 'Basic' }, body: '' }],
  ])('a name and password that a BMC %s refuses are not shown again', async (_, scripted) => {
    rig = await openRig();
    onLogin(scripted);
    rig.credentials = { username, password: new Secret('wrong') };
    for (let look = 0; look < 3; look++) {
      expect(await quick()).toMatchObject({ kind: 'missed', reason: 'CredentialsRefused' });
    }
    expect(rig.bmc.received.filter(({ headers }) => headers.authorization !== undefined)).toHaveLength(1);
    expect(rig.bmc.logins).toHaveLength(1);
  });

  test('a BMC that is busy is a miss, and asked again at the next look', async () => {
    rig = await openRig();
    onLogin({ status: 503, body: 'try later' });
    expect(await quick()).toMatchObject({ kind: 'missed', reason: 'Busy' });
    rig.bmc.script = () => undefined;
    expect((await quick()).kind).toBe('seen');
  });

  test('a password that must be changed first is said, and not retried', async () => {
    rig = await openRig();
    rig.bmc.script = ({ path }) =>
      path.startsWith(`${root}/Systems`) ? { status: 403, body: extended('PasswordChangeRequired') } : undefined;
    const look = await quick();
    expect(look).toMatchObject({ kind: 'missed', reason: 'CredentialsRefused' });
    expect(look.kind === 'missed' && look.message).toContain('PasswordChangeRequired');
  });

  test('a location on another host is not where the session is ended', async () => {
    rig = await openRig();
    rig.bmc.script = ({ method, path }) =>
      method === 'POST' && path.endsWith('/Sessions')
        ? { status: 201, headers: { 'x-auth-token': 't', location: 'http://127.0.0.9/redfish/v1/x' }, body: {} }
        : undefined;
    await quick();
    await rig.driver.close();
    expect(rig.bmc.logouts).toEqual([]);
  });

  test('without credentials nothing is tried', async () => {
    rig = await openRig();
    const { createHttp } = await import('../../../../src/adapters/http/create.ts');
    const { redfish } = await import('../../../../src/drivers/infrastructure/redfish/driver.ts');
    const { systemClock } = await import('../../../../src/adapters/clock.ts');
    const http = createHttp();
    const secrets = { credentials: async () => ({ ok: false, error: 'no file bmc-default.yaml' }) as const };
    const driver = redfish.create({
      http,
      clock: systemClock,
      secrets,
      loginBook: await openTestBook(systemClock),
    });
    const look = await driver.observe(rig.subject, 'quick', never);
    expect(look).toMatchObject({ kind: 'missed', reason: 'NoCredentials', message: 'no file bmc-default.yaml' });
    expect(rig.bmc.logins).toHaveLength(0);
    http.close();
  });
});

describe('where credentials do not go', () => {
  test.each([
    ['plain http beyond loopback', { address: 'http://192.0.2.1' }, 'Tls'],
    ['an address that is none', { address: 'bmc.example' }, 'Unsupported'],
    ['an address with a path', { address: 'https://127.0.0.1/x' }, 'Unsupported'],
    ['an address with a user name', { address: 'https://a:b@127.0.0.1' }, 'Unsupported'],
  ])('%s', async (_, bmc, reason) => {
    rig = await openRig();
    const subject = { ...rig.subject, bmc: { ...rig.subject.bmc, ...bmc } };
    expect(await rig.driver.observe(subject, 'quick', never)).toMatchObject({ kind: 'missed', reason });
    expect((await rig.driver.perform(subject, { verb: 'Reboot' }, undefined, never)).kind).toBe('unsent');
  });

  test('an address outside the facility', async () => {
    rig = await openRig();
    const subject = { ...rig.subject, within: ['10.0.0.0/8'] };
    expect(await rig.driver.observe(subject, 'quick', never)).toMatchObject({ kind: 'missed', reason: 'Confined' });
    expect(rig.bmc.received).toEqual([]);
  });

  test('another host that a link names', async () => {
    rig = await openRig(
      altered(machine, {
        [root]: { Systems: { '@odata.id': 'http://127.0.0.9:1/redfish/v1/Systems' } },
        [systemPath]: { Bios: { '@odata.id': '//127.0.0.9/Bios' } },
      }),
    );
    const look = await quick();
    // The usual place is used instead of a link that leads away, and what has no usual place is not there.
    expect(look.kind === 'seen' && look.facts.capabilities.bios).toBe('none');
  });

  test('a redirect', async () => {
    rig = await openRig();
    rig.bmc.script = ({ path }) =>
      path === systemPath ? { status: 307, headers: { location: 'http://127.0.0.9/' } } : undefined;
    expect(await quick()).toMatchObject({ kind: 'missed', reason: 'Unsupported' });
  });
});

function extended(messageId: string) {
  return { error: { '@Message.ExtendedInfo': [{ MessageId: messageId, Message: `${messageId} was said` }] } };
}
