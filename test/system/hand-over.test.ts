import { afterEach, describe, expect, it } from 'vitest';
import { adapters, startFacility, type TestFacility } from './world/facility.ts';
import { checkLaws, received } from './world/laws.ts';
import { theChange, theRequests } from './world/the-change.ts';
import { eventually } from './world/wait.ts';

let facility: TestFacility;
afterEach(() => facility?.close());

const isEvent = (name: string) => (line: string) => line.includes(`"event":"${name}"`);
const head = (kind: string, name: string): string =>
  `apiVersion: nanometal/v1alpha1\nkind: ${kind}\nmetadata: { name: ${name} }\n`;

/** A control plane whose one component stands for the facility's own reconciler, which the test starts itself. */
const site = {
  'facilities/ams1/control-plane.yaml': `${head('ControlPlane', 'ams1')}spec:
  driver: process
  hosts: [{ name: here, address: 127.0.0.1 }]
  components: [{ name: agent }]
`,
  'components/agent.yaml': `${head('Component', 'agent')}spec:
  version: "1"
  service: { command: [/usr/bin/sleep, infinity] }
`,
};

describe.each(adapters('isomorphic'))('a new site is handed over (%s Git)', (git) => {
  it('by a laptop that installs, steps down, and ends, to the one that stands by; no request is made twice', async () => {
    facility = await startFacility({ count: 6, witness: true });
    const { repo } = facility;
    const where = 'facilities/ams1/facility.yaml';
    const ranges = repo.file('main', where)?.replace('  ranges:\n', '  ranges:\n    hosts: [127.0.0.0/8]\n') ?? '';
    repo.commit('A control plane', { ...site, [where]: ranges });
    const more = ['--poll', '1s', '--lease-term', '5s'];
    const laptop = facility.run({ git, state: 'laptop', more: [...more, '--hand-over', 'agent'] });
    await laptop.until(isEvent('applying'));
    const own = facility.run({ git, state: 'own', more: [...more, '--standby'] });
    const taken = JSON.parse(await own.until(isEvent('leased')));
    expect(await laptop.ended).toMatchObject({ code: 0 });
    // Released, and not run out: nobody has to wait, and it counts as no change of hands.
    expect(taken).toMatchObject({ epoch: 1 });

    repo.commit('Rack work', theChange(facility));
    await eventually('the change was carried out', () => {
      const { counts } = Object(facility.status('facility.json'));
      return counts?.underWay === 0 && counts.asDeclared === 6 && received(facility).length >= 4 ? true : null;
    });
    expect(received(facility)).toEqual(theRequests);
    checkLaws(facility);
  });
});
