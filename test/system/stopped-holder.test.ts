import { afterEach, describe, expect, it } from 'vitest';
import { adapters, startFacility, type TestFacility } from './world/facility.ts';
import { checkLaws, received } from './world/laws.ts';
import { theChange, theRequests } from './world/the-change.ts';
import { eventually, sleep } from './world/wait.ts';

let facility: TestFacility;
afterEach(() => facility?.close());

const isEvent = (name: string) => (line: string) => line.includes(`"event":"${name}"`);

describe.each(adapters('isomorphic'))(
  'a holder of the lease that is stopped in the middle of a change (%s Git)',
  (git) => {
    it('is taken over, and nothing is asked for twice, also when it wakes', async () => {
      facility = await startFacility({ count: 6, witness: true });
      const { repo, witness } = facility;
      const more = ['--poll', '1s', '--lease-term', '2s'];
      const first = facility.run({ git, state: 'first', more });
      await first.until(isEvent('leased'));
      const second = facility.run({ git, state: 'second', more });
      await second.until(isEvent('standby'));

      repo.commit('Rack work', theChange(facility));
      // Each of the three machines has received its first request; what came of it is still to be seen.
      await eventually('three requests', () => (witness && witness.seen.length >= 3 ? true : null));
      first.child.kill('SIGSTOP');
      const taken = JSON.parse(await second.until(isEvent('leased')));
      expect(taken).toMatchObject({ epoch: 2 });
      await eventually('the change was carried out', () => {
        const { counts } = Object(facility.status('facility.json'));
        return counts?.underWay === 0 && counts.asDeclared === 6 ? true : null;
      });
      const before = received(facility);
      first.child.kill('SIGCONT');
      await first.until(isEvent('standby'));
      await sleep(3_000);
      expect(received(facility)).toEqual(before);
      expect(received(facility)).toEqual(theRequests);
      expect(repo.status()[0]).toMatchObject({ epoch: '2' });
      checkLaws(facility);
    });
  },
);
