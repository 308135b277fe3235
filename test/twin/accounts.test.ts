import { describe, expect, it } from 'vitest';
import { createBench, jsonOf, messageIds } from './bench.ts';

const accounts = '/redfish/v1/AccountService/Accounts';
const sessions = '/redfish/v1/SessionService/Sessions';
const nobody = { authorization: '' };
const mine = { UserName: 'nanometal', Password: 'a-Password-1', RoleId: 'Administrator' };
const login = ({ UserName, Password }: { UserName: string; Password: string }) => ({ UserName, Password });

describe('accounts', () => {
  it('are added, log in, and are changed; the log tells whose, and no password', () => {
    const bench = createBench();
    expect(bench.status('POST', accounts, mine)).toBe(201);
    expect(bench.status('POST', sessions, login(mine), nobody)).toBe(201);
    expect(bench.status('PATCH', `${accounts}/2`, { Password: 'another-One-2' })).toBe(204);
    expect(bench.status('POST', sessions, login(mine), nobody)).toBe(401);
    expect(bench.status('POST', sessions, login({ ...mine, Password: 'another-One-2' }), nobody)).toBe(201);
    expect(bench.log.map(({ effect }) => effect).filter((effect) => effect !== null)).toEqual([
      { account: 'nanometal: created' },
      { account: 'nanometal: password' },
    ]);
    expect(JSON.stringify(bench.log)).not.toMatch(/a-Password-1|another-One-2/);
    expect(bench.get(`${accounts}/2`)).toMatchObject({ UserName: 'nanometal', Password: null, Enabled: true });
  });

  it.each([
    ['a name that is taken', { ...mine, UserName: 'admin' }, 'ResourceAlreadyExists'],
    ['a password too short', { ...mine, Password: 'short' }, 'PropertyValueFormatError'],
    ['a password too long', { ...mine, Password: 'x'.repeat(21) }, 'PropertyValueFormatError'],
    ['a role that is none', { ...mine, RoleId: 'King' }, 'PropertyValueNotInList'],
    ['a password that is a number', { ...mine, Password: 12345678 }, 'CreateFailedMissingReqProperties'],
    ['no password', { UserName: 'x', RoleId: 'Operator' }, 'CreateFailedMissingReqProperties'],
    ['what nobody knows', { ...mine, Shoe: '43' }, 'PropertyUnknown'],
  ])('refuse %s', (_, body, id) => {
    const bench = createBench();
    expect(messageIds(bench.send('POST', accounts, body))).toEqual([id]);
    expect(bench.bmc.accounts).toHaveLength(1);
  });

  it('are locked after five wrong passwords in a row, for ten minutes, also for the right one', () => {
    const bench = createBench();
    const wrong = { UserName: 'admin', Password: 'wrong' };
    const right = { UserName: 'admin', Password: 'password' };
    for (let count = 0; count < 4; count++) bench.send('POST', sessions, wrong, nobody);
    expect(bench.status('POST', sessions, right, nobody)).toBe(201);
    for (let count = 0; count < 5; count++) bench.send('POST', sessions, wrong, nobody);
    expect(bench.status('POST', sessions, right, nobody)).toBe(401);
    bench.wait(599_999);
    expect(bench.status('POST', sessions, right, nobody)).toBe(401);
    bench.wait(1);
    expect(bench.status('POST', sessions, right, nobody)).toBe(201);
  });

  it('count wrong passwords of Basic authentication too', () => {
    const bench = createBench();
    const basic = (password: string) => ({ authorization: `Basic ${btoa(`admin:${password}`)}` });
    for (let count = 0; count < 5; count++) bench.status('GET', accounts, undefined, basic('wrong'));
    expect(bench.status('GET', accounts, undefined, basic('password'))).toBe(401);
  });

  it('are slots on some: none is added, an empty one is filled, the first keeps its name', () => {
    const bench = createBench({ accountSlots: 4 });
    expect(bench.status('POST', accounts, mine)).toBe(405);
    expect(bench.get(accounts)['Members@odata.count']).toBe(4);
    expect(jsonOf(bench.send('GET', `${accounts}/3`))).toMatchObject({ UserName: '', Enabled: false });
    expect(bench.status('PATCH', `${accounts}/1`, mine)).toBe(400);
    expect(bench.status('PATCH', `${accounts}/3`, { ...mine, Enabled: true })).toBe(204);
    expect(bench.status('POST', sessions, login(mine), nobody)).toBe(201);
    expect(bench.status('POST', sessions, { UserName: '', Password: '' }, nobody)).toBe(401);
  });
});
