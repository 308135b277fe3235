import { afterEach, describe, expect, it } from 'vitest';
import { type Running, stop } from './world/children.ts';
import { adapters, startFacility, type TestFacility } from './world/facility.ts';
import { checkLaws, received } from './world/laws.ts';
import { theChange, theRequests } from './world/the-change.ts';
import { eventually } from './world/wait.ts';

let facility: TestFacility;
afterEach(() => facility?.close());

const isEvent = (name: string) => (line: string) => line.includes(`"event":"${name}"`);
const events = (running: Running, name: string) => running.lines.filter(isEvent(name));
/** Long enough for the change, and for a second reconciler to look several times meanwhile. */
const carriedOut = () =>
  eventually('the change was carried out', () => {
    const { counts } = Object(facility.status('facility.json'));
    return received(facility).length >= theRequests.length && counts?.underWay === 0 && counts.asDeclared === 6
      ? true
      : null;
  });

describe.each(adapters('native'))('two reconcilers on one facility (%s Git)', (git) => {
  it('one acts, the other says who does and since when; it takes over at once when the first leaves', async () => {
    facility = await startFacility({ count: 6, witness: true });
    const { repo } = facility;
    const first = facility.run({ git, state: 'first', more: ['--poll', '1s'] });
    const leased = JSON.parse(await first.until(isEvent('leased')));
    const second = facility.run({ git, state: 'second', more: ['--poll', '1s'] });
    const waits = JSON.parse(await second.until(isEvent('standby')));
    expect(waits.msg).toContain(leased.holder);
    expect(waits.msg).toMatch(/since \d{4}-\d\d-\d\dT/);

    repo.commit('Rack work', theChange(facility));
    await carriedOut();
    expect(received(facility)).toEqual(theRequests);
    for (const name of ['leased', 'intended', 'sent', 'published']) expect(events(second, name), name).toEqual([]);
    expect(new Set(repo.status().map(({ epoch }) => epoch))).toEqual(new Set(['1']));

    const left = await stop(first);
    expect(left, left.stderr).toMatchObject({ code: 0 });
    const taken = JSON.parse(await second.until(isEvent('leased')));
    expect(taken).toMatchObject({ epoch: 1 });
    await second.until(isEvent('planned'));
    // It does what is asked from now on, and nothing of what was done before.
    repo.commit('Lights', facility.with('ams1-r01-u04', 'power: "Off"'));
    await eventually('the second one acts', () => (received(facility).length > theRequests.length ? true : null));
    expect(received(facility)).toEqual([...theRequests, 'ams1-r01-u04 POST GracefulShutdown']);
    checkLaws(facility);
  });

  it('after three terms without a sign of life the other takes over, with a new epoch, and repeats nothing', async () => {
    facility = await startFacility({ count: 6, witness: true });
    const { repo } = facility;
    const more = ['--poll', '1s', '--lease-term', '1s'];
    const first = facility.run({ git, state: 'first', more });
    await first.until(isEvent('leased'));
    const second = facility.run({ git, state: 'second', more });
    await second.until(isEvent('standby'));
    repo.commit('Rack work', theChange(facility));
    await carriedOut();
    await stop(first, 'SIGKILL');

    const taken = JSON.parse(await second.until(isEvent('leased')));
    expect(taken).toMatchObject({ epoch: 2 });
    const head = repo.commit('Lights', facility.with('ams1-r01-u04', 'power: "Off"'));
    await eventually('the second one acts', () => (received(facility).length > theRequests.length ? true : null));
    expect(received(facility)).toEqual([...theRequests, 'ams1-r01-u04 POST GracefulShutdown']);
    await eventually('it says so', () => (Object(facility.status('facility.json')).accepted === head ? true : null));
    expect(repo.status()[0]).toMatchObject({ epoch: '2' });
    checkLaws(facility);
  });
});
