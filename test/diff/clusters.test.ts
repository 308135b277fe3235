import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latched, takeInClusters } from '../../src/diff/cluster-memory.ts';
import { planCluster } from '../../src/diff/cluster-steps.ts';
import { joinRefused, leaveRefused, quorumOf } from '../../src/diff/quorum.ts';
import type { ClusterMemory, MemberMemory } from '../../src/model/cluster.ts';
import { ClusterStory, cluster, machines, named } from './clusters.ts';
import { fleet, machine, start } from './sample.ts';

/** The life of a cluster as people read it; each story is a file under test/golden/clusters/. */
const golden = (name: string): string => `../golden/clusters/${name}.txt`;

const running = (): ClusterStory =>
  new ClusterStory().accept(cluster('abc', 'f')).see('abcf', 'joining').see('abcf', 'joined', true);

describe('a cluster of three', () => {
  it('is created: one begins, the others join one at a time, then the workers', async () => {
    const story = new ClusterStory().accept(
      cluster('abc', 'fgh', { workers: { machines: named('fgh'), labels: {}, maxConcurrent: 2 } }),
    );
    story.show('nothing is there');
    story.see('a', 'joining').show('the first begins');
    story.see('a', 'joined', true).show('it answers');
    story.see('b', 'joining').show('the second joins');
    story.see('b', 'joined', true).see('c', 'joined', true).show('the control plane is complete');
    story.see('fg', 'joining').show('two workers at a time');
    story.see('fg', 'joined', true).settle().show('all have joined');
    await expect(story.text()).toMatchFileSnapshot(golden('create'));
  });

  it('grows', async () => {
    const story = running().accept(cluster('abcde', 'fg')).show('two members and a worker more');
    story.see('d', 'joining').show('one joins');
    story.settle().show('all have joined');
    await expect(story.text()).toMatchFileSnapshot(golden('add'));
  });

  it('has a member replaced that answers: who is new comes first', async () => {
    const story = running().accept(cluster('abd', 'f')).show('d for c');
    story.see('d', 'joining').show('d joins').see('d', 'joined', true).show('d answers');
    story.see('c', 'draining', true).show('c is drained').see('c', 'drained', true).show('c is empty');
    story.see('c', 'leaving', true).show('c leaves').see('c', 'absent').show('c is gone');
    await expect(story.text()).toMatchFileSnapshot(golden('replace'));
  });

  it('has a member replaced that does not answer: it goes first', async () => {
    const story = running().see('c', 'joined', false).accept(cluster('abd', 'f')).show('d for c, which is dead');
    story.settle().show('done');
    await expect(story.text()).toMatchFileSnapshot(golden('replace-dead'));
  });

  it('has all of its members replaced in turn, and is never more than one too large', async () => {
    const story = running().accept(cluster('def', 'f', { workers: { machines: [], labels: {}, maxConcurrent: 1 } }));
    story.settle().show('done');
    await expect(story.text()).toMatchFileSnapshot(golden('replace-all'));
  });

  it('shrinks to one, one at a time', async () => {
    const story = running().accept(cluster('a')).show('one member, no worker');
    story.see('b', 'draining', true).show('b is drained');
    story.settle().show('done');
    await expect(story.text()).toMatchFileSnapshot(golden('shrink'));
  });

  it('waits, and says why', async () => {
    const story = running();
    story.see('b', 'joined', false).accept(cluster('abcde', 'f')).show('no member joins while one is down');
    story.accept(cluster('a', 'f')).show('the dead one goes first');
    story.see('c', 'joined', false).show('quorum is lost');
    story.see('bc', 'joined', true).accept(cluster('abc', 'fgh')).pause('moving').show('the facility is paused');
    const held = machines.map((one) => {
      if (one.name === 'node-f') return { ...one, protected: true };
      if (one.name === 'node-g') return { ...one, management: 'observe' as const };
      return one.name === 'node-h' ? { ...one, parked: { reason: 'CHG-7' } } : one;
    });
    const workers = { machines: named('gh', held), labels: {}, maxConcurrent: 3 };
    story.accept(cluster('abc', '', { workers }), { among: held }).show('protected, observed, parked');
    const without = machines.filter(({ name }) => name !== 'node-f');
    story.accept(cluster('abc'), { among: without }).show('the manifest of a member is gone');
    const parked = machines.map((one) => (one.name === 'node-d' ? { ...one, parked: { reason: 'CHG-8' } } : one));
    story.accept(
      { ...cluster('abd'), controlPlane: { machines: named('abd', parked), labels: {} } },
      { among: parked },
    );
    story.show('who comes is parked, so nobody goes');
    story.accept(cluster('abf', 'c')).show('members change sides');
    await expect(story.text()).toMatchFileSnapshot(golden('waits'));
  });

  it('that stood there when memory began is never begun again, and is taken up as soon as it is seen', async () => {
    const story = new ClusterStory().accept(cluster('abc', 'f'), { begins: true }).show('memory begins');
    expect(story.plan().steps).toEqual([]);
    story.accept(cluster('abc', 'fg')).show('a worker is added');
    story.see('abcf', 'joined', true).show('they are seen');
    expect(story.plan().steps).toMatchObject([{ machine: 'node-g', verb: 'join' }]);
    await expect(story.text()).toMatchFileSnapshot(golden('memory-lost'));
  });

  it('in which it is not known who answers stays as it is', () => {
    const story = running().see('b', 'joined').accept(cluster('acd', 'fg'));
    const { steps } = story.plan();
    expect(steps.map(({ machine, waits }) => [machine, waits?.reason])).toEqual([
      ['node-b', 'NotSeen'],
      ['node-b', 'NotSeen'],
      ['node-d', 'NotSeen'],
      ['node-g', 'ControlPlaneFirst'],
    ]);
  });

  it('whose first member was taken from the list has no second beginning', () => {
    const story = new ClusterStory().accept(cluster('abc')).see('a', 'joining').accept(cluster('bcd'));
    expect(story.plan().steps.filter(({ waits }) => !waits)).toEqual([]);
    expect(story.plan().steps.filter(({ verb }) => verb === 'init')).toMatchObject([{ machine: 'node-a' }]);
  });
});

describe('quorum', () => {
  it('is the majority, and never given up', () => {
    expect([1, 2, 3, 4, 5].map(quorumOf)).toEqual([1, 2, 2, 3, 3]);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 0, max: 9 }),
        fc.boolean(),
        (voters, up, answers) => {
          const answering = Math.min(up, voters);
          fc.pre(answers ? answering > 0 : answering < voters);
          if (leaveRefused({ voters, answering }, answers) === null) {
            expect(answering - (answers ? 1 : 0)).toBeGreaterThanOrEqual(quorumOf(voters - 1));
            expect(voters).toBeGreaterThan(1);
          }
          // Who joins counts before it answers: those that answer must do without it, but for the one that is alone.
          if (joinRefused({ voters, answering }) === null && voters > 2)
            expect(answering).toBeGreaterThanOrEqual(quorumOf(voters + 1));
        },
      ),
    );
  });
});

const states = ['unknown', 'absent', 'joining', 'joined', 'draining', 'drained', 'leaving'] as const;
const anyMember: fc.Arbitrary<MemberMemory> = fc
  .record({
    duty: fc.constantFrom('control-plane' as const, 'worker' as const),
    state: fc.constantFrom(...states),
    healthy: fc.boolean(),
  })
  .map((known) => known);
const memory: fc.Arbitrary<ClusterMemory> = fc.record({
  initialized: fc.constantFrom('no' as const, 'yes' as const, 'assumed' as const),
  managed: fc.constant(true),
  members: fc.dictionary(fc.constantFrom(...machines.map(({ name }) => name)), anyMember, { maxKeys: 8 }),
});
const wish = fc
  .record({
    order: fc.shuffledSubarray([...'abcdefgh'], { minLength: 1 }),
    half: fc.integer({ min: 0, max: 3 }),
    max: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ order, half, max }) => {
    const size = Math.min(half * 2 + 1, order.length % 2 === 1 ? order.length : order.length - 1 || 1);
    const [control, work] = [order.slice(0, size).join(''), order.slice(size).join('')];
    return cluster(control, '', { workers: { machines: named(work), labels: {}, maxConcurrent: max } });
  });

describe('whatever is known, and whatever is wanted', () => {
  it('one control-plane member moves at a time, never below quorum, and nothing begins that may be there', () => {
    fc.assert(
      fc.property(memory, wish, (known, declared) => {
        const facility = fleet(machines, { clusters: [declared] });
        const taken = takeInClusters({ prod: known }, facility, false).prod;
        if (!taken) throw new Error('it was not taken in');
        const plan = planCluster(declared, taken, facility, start);
        const next = plan.steps.filter((step) => !step.waits);
        const moving = Object.values(taken.members).filter(
          ({ duty, state }) =>
            duty === 'control-plane' && ['joining', 'draining', 'drained', 'leaving'].includes(state),
        );
        const control = next.filter(({ duty }) => duty === 'control-plane');
        expect(control.filter(({ verb }) => verb !== 'leave').length).toBeLessThanOrEqual(moving.length > 0 ? 0 : 1);
        const workers = next.filter(({ duty, verb }) => duty === 'worker' && verb !== 'leave').length;
        const busy = Object.values(taken.members).filter(
          ({ duty, state }) => duty === 'worker' && ['joining', 'draining', 'drained', 'leaving'].includes(state),
        ).length;
        expect(workers === 0 || workers + busy <= declared.workers.maxConcurrent).toBe(true);
        const everJoined = Object.values(taken.members).some(
          ({ duty, provisioned }) => duty === 'control-plane' && provisioned,
        );
        if (next.some(({ verb }) => verb === 'init')) {
          expect(taken.initialized).toBe('no');
          expect(everJoined || moving.length > 0).toBe(false);
        }
        const voters = Object.entries(taken.members).filter(
          ([, { duty, state }]) =>
            duty === 'control-plane' && ['joined', 'draining', 'drained', 'leaving'].includes(state),
        );
        for (const { machine } of control.filter(({ verb }) => verb === 'leave' || verb === 'drain')) {
          const left = voters.filter(([name]) => name !== machine);
          expect(left.filter(([, { healthy }]) => healthy).length).toBeGreaterThanOrEqual(quorumOf(left.length));
        }
        // Pure, and each machine once a verb.
        expect(planCluster(declared, structuredClone(taken), facility, start)).toEqual(plan);
        expect(new Set(plan.steps.map(({ machine, verb, duty }) => `${machine} ${verb} ${duty}`)).size).toBe(
          plan.steps.length,
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('comes to an end as declared where every step succeeds', () => {
    fc.assert(
      fc.property(wish, wish, (before, after) => {
        const story = new ClusterStory().accept(before).settle();
        expect(story.plan().steps).toEqual([]);
        story.accept(after).settle();
        expect(story.plan().steps).toEqual([]);
        const joined = Object.entries(story.memory?.members ?? {}).flatMap(([name, { state }]) =>
          state === 'joined' ? [name] : [],
        );
        const wanted = [...after.controlPlane.machines, ...after.workers.machines].map(({ name }) => name);
        expect(joined.sort()).toEqual(wanted.sort());
      }),
      { numRuns: 200 },
    );
  });
});

describe('latches', () => {
  it('go one way, and can be had again from what is seen', () => {
    fc.assert(
      fc.property(memory, fc.constantFrom(...machines.map(({ name }) => name)), anyMember, (known, name, seen) => {
        const once = latched(known);
        expect(latched(once)).toEqual(once);
        const later = latched({ ...once, members: { ...once.members, [name]: { ...once.members[name], ...seen } } });
        if (once.initialized === 'yes') expect(later.initialized).toBe('yes');
        for (const [each, { provisioned }] of Object.entries(once.members))
          if (provisioned) expect(later.members[each]?.provisioned).toBe(true);
      }),
    );
    const lost = latched({
      initialized: 'assumed',
      managed: true,
      members: { a: { duty: 'control-plane', state: 'joined' } },
    });
    expect(lost).toMatchObject({ initialized: 'yes', members: { a: { provisioned: true } } });
    const worker = latched({
      initialized: 'assumed',
      managed: true,
      members: { a: { duty: 'worker', state: 'joined' } },
    });
    expect(worker.initialized).toBe('assumed');
  });

  it('survive a deleted manifest, and its return', () => {
    const declared = fleet(machines, { clusters: [cluster('abc')] });
    const begun = new ClusterStory().accept(cluster('abc')).settle().memory;
    if (!begun) throw new Error('no memory');
    const gone = takeInClusters({ prod: begun }, fleet(machines), false);
    expect(gone.prod).toMatchObject({ managed: false, initialized: 'yes' });
    expect(takeInClusters(gone, declared, false).prod).toEqual(latched({ ...begun, managed: true }));
    expect(takeInClusters({}, declared, true).prod).toMatchObject({ initialized: 'assumed' });
  });

  it('finds no member that nobody named', () => {
    const odd = machine('constructor');
    const declared = cluster('abc', '', { controlPlane: { machines: [odd], labels: {} } });
    const facility = fleet([...machines, odd], { clusters: [declared] });
    const taken = takeInClusters({}, facility, false).prod;
    if (!taken) throw new Error('it was not taken in');
    expect(planCluster(declared, taken, facility, start).steps).toMatchObject([
      { machine: 'constructor', verb: 'init' },
    ]);
  });
});
