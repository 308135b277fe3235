import { describe, expect, it } from 'vitest';
import { pressPower } from '../../src/twin/power.ts';
import { type Bench, createBench, messageIds, reset, system } from './bench.ts';

const powerOf = (bench: Bench) => bench.get(system).PowerState;
const lastResetOf = (bench: Bench) => String(bench.get(system).LastResetTime);
const progressOf = (bench: Bench) => bench.get(system).BootProgress;

describe('power', () => {
  it('goes off and on in the time that hardware takes', () => {
    const bench = createBench();
    const before = lastResetOf(bench);
    expect(bench.status('POST', reset, { ResetType: 'ForceOff' })).toBe(204);
    expect(powerOf(bench)).toBe('PoweringOff');
    bench.wait(999);
    expect(powerOf(bench)).toBe('PoweringOff');
    bench.wait(1);
    expect(powerOf(bench)).toBe('Off');
    expect(lastResetOf(bench)).toBe(before);
    expect(progressOf(bench)).toMatchObject({ LastState: 'None' });

    expect(bench.status('POST', reset, { ResetType: 'On' })).toBe(204);
    expect(powerOf(bench)).toBe('PoweringOn');
    bench.wait(2_000);
    expect(powerOf(bench)).toBe('On');
    expect(progressOf(bench)).toMatchObject({ LastState: 'SystemHardwareInitializationComplete' });
    expect(Date.parse(lastResetOf(bench))).toBe(bench.now);
    bench.wait(4_000);
    expect(progressOf(bench)).toMatchObject({ LastState: 'OSRunning' });
    expect(bench.log.map(({ effect, class: kind }) => ({ effect, kind }))).toEqual([
      { effect: { power: 'On→Off' }, kind: 'disruptive' },
      { effect: { power: 'Off→On' }, kind: 'target' },
    ]);
  });

  it('lets an operating system shut down in order', () => {
    const bench = createBench();
    bench.send('POST', reset, { ResetType: 'GracefulShutdown' });
    bench.wait(2_999);
    expect(powerOf(bench)).toBe('PoweringOff');
    bench.wait(1);
    expect(powerOf(bench)).toBe('Off');
  });

  it.each([
    ['ForceRestart', 1_000],
    ['GracefulRestart', 3_000],
    ['PowerCycle', 4_000],
  ])('%s ends On with another LastResetTime', (type, ms) => {
    const bench = createBench();
    const before = lastResetOf(bench);
    expect(bench.status('POST', reset, { ResetType: type })).toBe(204);
    bench.wait(ms - 1);
    expect(lastResetOf(bench)).toBe(before);
    bench.wait(1);
    expect(powerOf(bench)).toBe('On');
    expect(lastResetOf(bench) > before).toBe(true);
    expect(bench.log[0]).toMatchObject({ class: 'disruptive', effect: { power: 'On→On', reset: type } });
  });

  it('refuses a second action while the first is on its way, and takes it during POST', () => {
    const bench = createBench({ power: 'Off' });
    bench.send('POST', reset, { ResetType: 'On' });
    const answer = bench.send('POST', reset, { ResetType: 'ForceOff' });
    expect(answer).toMatchObject({ status: 409 });
    expect(messageIds(answer)).toEqual(['ResourceInUse']);
    bench.wait(2_000);
    expect(bench.status('POST', reset, { ResetType: 'ForceOff' })).toBe(204);
    bench.wait(60_000);
    expect(powerOf(bench)).toBe('Off');
    expect(bench.log.map((entry) => entry.effect)).toEqual([{ power: 'Off→On' }, null, { power: 'On→Off' }]);
  });

  it('answers 204 without an effect for what is so already', () => {
    const bench = createBench();
    const before = lastResetOf(bench);
    expect(bench.status('POST', reset, { ResetType: 'On' })).toBe(204);
    bench.wait(10_000);
    expect(lastResetOf(bench)).toBe(before);
    expect(bench.log[0]).toMatchObject({ status: 204, effect: null });
  });

  it('cannot restart what is off', () => {
    const bench = createBench({ power: 'Off' });
    const answer = bench.send('POST', reset, { ResetType: 'ForceRestart' });
    expect(answer).toMatchObject({ status: 409 });
    expect(messageIds(answer)).toEqual(['ActionParameterValueConflict']);
    expect(bench.log[0]).toMatchObject({ class: 'disruptive', effect: null });
  });

  it('notices a hand on the button, which leaves no line in the log', () => {
    const bench = createBench();
    bench.bmc = pressPower(bench.bmc, 'Off', bench.now);
    bench.wait(1_000);
    expect(powerOf(bench)).toBe('Off');
    expect(bench.log).toEqual([]);
  });

  it('says what is wrong with an action', () => {
    const bench = createBench();
    expect(messageIds(bench.send('POST', reset, {}))).toEqual(['ActionParameterMissing']);
    expect(messageIds(bench.send('POST', reset, { ResetType: 'Nmi' }))).toEqual(['ActionParameterValueNotInList']);
    expect(messageIds(bench.send('POST', reset, { ResetType: 'On', Delay: 1 }))).toEqual(['ActionParameterUnknown']);
    expect(messageIds(bench.send('POST', reset, '{"ResetType":'))).toEqual(['MalformedJSON']);
    expect(bench.log.map((entry) => entry.effect)).toEqual([null, null, null, null]);
  });
});

describe('the BMC itself', () => {
  const controller = '/redfish/v1/Managers/1';

  it('is gone for a while after its reset, and the host runs on', () => {
    const bench = createBench();
    const before = bench.get(controller).LastResetTime;
    const hostBefore = lastResetOf(bench);
    const login = bench.send('POST', '/redfish/v1/SessionService/Sessions', {
      UserName: 'admin',
      Password: 'password',
    });
    const token = login.kind === 'reply' ? login.headers['x-auth-token'] : undefined;
    expect(bench.status('POST', `${controller}/Actions/Manager.Reset`, { ResetType: 'GracefulRestart' })).toBe(204);
    expect(bench.send('GET', system).kind).toBe('reset');
    bench.wait(5_000);
    expect(bench.status('GET', system, undefined, { authorization: '', 'x-auth-token': token ?? '' })).toBe(401);
    expect(bench.get(controller).LastResetTime).not.toBe(before);
    expect(lastResetOf(bench)).toBe(hostBefore);
    expect(bench.log.at(-1)).toMatchObject({ class: 'disruptive', effect: { bmc: 'GracefulRestart' } });
  });
});
