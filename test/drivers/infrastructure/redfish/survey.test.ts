import { createServer, type RequestListener, type Server } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { Secret } from '../../../../src/model/secret.ts';
import type { Survey } from '../../../../src/ports/driver.ts';
import { portOf } from '../../../adapters/http/peers.ts';
import { openRig, type Rig } from './bench.ts';
import { openTwinRig, type TwinRig, username } from './twin-bench.ts';

const never = new AbortController().signal;
const loopback = ['127.0.0.0/8'];
let rig: TwinRig | null = null;
let fixture: Rig | null = null;
let server: Server | null = null;
afterEach(async () => {
  await rig?.close();
  await fixture?.close();
  server?.closeAllConnections();
  server?.close();
  [rig, fixture, server] = [null, null, null];
});

const surveyOf = ({ driver }: Pick<TwinRig, 'driver'>): Survey => {
  if (driver.survey === undefined) throw new Error('the driver has no survey');
  return driver.survey;
};
const yes = async (): Promise<null> => null;
const place = (twin: TwinRig): string => new URL(twin.subject.bmc.address).host;

async function serve(answer: RequestListener): Promise<string> {
  server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await new Promise((listening) => server?.once('listening', listening));
  return `127.0.0.1:${portOf(server)}`;
}

describe('a knock', () => {
  test.each([true, false])('finds a service with TLS: %s, learns its key, and shows nobody a password', async (tls) => {
    rig = await openTwinRig({ tls });
    const { address, tlsPin } = rig.subject.bmc;
    const knock = await surveyOf(rig).knock(place(rig), loopback, never);
    expect(knock).toMatchObject({ kind: 'service', address });
    expect(knock).toEqual(
      tlsPin === undefined ? expect.not.objectContaining({ tlsPin }) : expect.objectContaining({ tlsPin }),
    );
    expect(rig.logins()).toEqual([]);
    expect(await surveyOf(rig).knock(place(rig), loopback, never)).toEqual(knock);
  });

  test.each([
    ['printer', 'stranger'],
    ['unavailable', 'missed'],
    ['reset', 'missed'],
  ] as const)('%s: %s', async (fault, kind) => {
    rig = await openTwinRig();
    rig.fail({ fault });
    expect((await surveyOf(rig).knock(place(rig), loopback, never)).kind).toBe(kind);
  });

  test('nobody, and outside the declared ranges', async () => {
    rig = await openTwinRig();
    const away = place(rig);
    expect(await surveyOf(rig).knock(away, ['10.0.0.0/8'], never)).toMatchObject({
      kind: 'missed',
      reason: 'Confined',
    });
    await rig.vanish();
    expect((await surveyOf(rig).knock(away, loopback, never)).kind).toBe('silent');
  });

  test.each([
    ['JSON that is no service root', 200, '{"name":"switch"}'],
    ['a 401 in JSON of its own', 401, '{"error":"login"}'],
    ['a redirect', 302, ''],
    ['an empty body', 200, ''],
  ])('%s is a stranger, and is shown no password', async (_, status, body) => {
    rig = await openTwinRig();
    let asked = 0;
    const address = await serve((_request, response) => {
      asked++;
      response.writeHead(status, { location: '/elsewhere' }).end(body);
    });
    expect((await surveyOf(rig).knock(address, loopback, never)).kind).toBe('stranger');
    expect(asked).toBe(1);
  });

  test('a root behind the login is a service if it says no in the form of Redfish', async () => {
    rig = await openTwinRig();
    const error = { code: 'Base.1.0.NoValidSession', '@Message.ExtendedInfo': [] };
    const address = await serve((_request, response) => response.writeHead(401).end(JSON.stringify({ error })));
    expect((await surveyOf(rig).knock(address, loopback, never)).kind).toBe('service');
  });
});

describe('to enter', () => {
  test('is one login; what is looked at then needs no other, and leaving ends it', async () => {
    rig = await openTwinRig({ tls: true });
    const asked: string[] = [];
    const permit = async (name: string): Promise<null> => {
      asked.push(name);
      return null;
    };
    expect(await surveyOf(rig).enter(rig.subject, permit, never)).toEqual({ kind: 'in', systems: [undefined] });
    expect((await rig.driver.observe(rig.subject, 'full', never)).kind).toBe('seen');
    expect([asked, rig.logins().length, rig.logouts().length]).toEqual([[username], 1, 0]);
    await surveyOf(rig).leave(rig.subject);
    expect([rig.logins().length, rig.logouts().length]).toEqual([1, 1]);
  });

  test('is asked for beforehand: without leave nothing is sent', async () => {
    rig = await openTwinRig();
    const entry = await surveyOf(rig).enter(rig.subject, async () => 'not within the hour', never);
    expect(entry).toEqual({ kind: 'barred', message: 'not within the hour' });
    expect(rig.logins()).toEqual([]);
  });

  test('a wrong password is shown once, also to a BMC that offers Basic', async () => {
    fixture = await openRig();
    const { bmc, subject } = fixture;
    let shown = 0;
    bmc.script = ({ method, headers }) => {
      if (method !== 'POST' && headers.authorization === undefined) return undefined;
      shown++;
      return { status: 401, headers: { 'www-authenticate': 'Basic realm="bmc"' }, body: {} };
    };
    expect(await surveyOf(fixture).enter(subject, yes, never)).toMatchObject({ kind: 'refused', why: 'password' });
    expect(shown).toBe(1);
  });

  test.each([
    [{ MessageId: 'Oem.1.0.AccountLockedOut', Message: 'The account is locked.' }, 401],
    [{ MessageId: 'Base.1.8.InvalidCredentials', Message: '2 attempts left before the account is locked out.' }, 401],
    [{ MessageId: 'Base.1.8.GeneralError', Message: 'Too many logins.' }, 403],
  ])('what hints at a lock-out is told: %j', async (info, status) => {
    fixture = await openRig();
    fixture.bmc.script = ({ method }) =>
      method === 'POST' ? { status, body: { error: { '@Message.ExtendedInfo': [info] } } } : undefined;
    const entry = await surveyOf(fixture).enter(fixture.subject, yes, never);
    expect(entry).toMatchObject({ kind: 'refused', why: 'lock-out' });
  });

  test('a factory password that must be changed first', async () => {
    rig = await openTwinRig();
    rig.fail({ fault: 'password-change' });
    const entry = await surveyOf(rig).enter(rig.subject, yes, never);
    expect(entry).toMatchObject({ kind: 'refused', why: 'password-change' });
    expect(rig.logins()).toHaveLength(1);
    rig.credentials = { username, password: new Secret('wrong') };
  });
});
