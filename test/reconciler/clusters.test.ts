import { describe, expect, it } from 'vitest';
import { World } from './world/world.ts';

const path = 'facilities/ams1/clusters/prod.yaml';
const cluster = (members: string, more = ''): string => `apiVersion: nanometal/v1alpha1
kind: Cluster
metadata: { name: prod }
spec:
  bootstrap: cloud-init
  controlPlane: { machines: [${members}] }
${more}`;

const initialized = (world: World): unknown => JSON.parse(world.file('clusters/prod.json') ?? '{}').initialized;

describe('a cluster', () => {
  it('is remembered, sends nothing, and is quiet', async () => {
    const world = new World(4);
    await world.once();
    world.commit({ [path]: cluster('ams1-1, ams1-2, ams1-3') });
    expect(await world.once()).toEqual({ kind: 'settled', failures: 0, rejected: false });
    expect(initialized(world)).toBe('no');
    expect(world.file('STATUS.md')).toContain('| prod | 0 of 3 | AsDeclared: NotCarriedOut |');
    const head = world.head('refs/heads/status/ams1');
    await world.once();
    world.host.disk.clear();
    world.host.clone.clear();
    await world.once();
    expect(world.head('refs/heads/status/ams1')).toBe(head);
    world.commit({ [path]: cluster('ams1-1, ams1-2, ams1-3', '  workers: { machines: [ams1-4] }\n') });
    await world.once();
    expect(JSON.parse(world.file('clusters/prod.json') ?? '{}').members).toHaveProperty('ams1-4');
    expect(world.effects).toEqual([]);
    expect(world.kinds()).not.toContain('intent');
  });

  it('of the first commit that is seen is assumed to run', async () => {
    const world = new World(3);
    world.commit({ [path]: cluster('ams1-1') });
    await world.once();
    expect(initialized(world)).toBe('assumed');
    expect(world.effects).toEqual([]);
  });

  it('is assumed to run when the status branch and the state of the host are lost', async () => {
    const world = new World(3);
    await world.once();
    world.commit({ [path]: cluster('ams1-1') });
    await world.once();
    expect(initialized(world)).toBe('no');
    world.host.disk.clear();
    world.host.clone.clear();
    world.remote.refs.delete('refs/heads/status/ams1');
    await world.once();
    expect(initialized(world)).toBe('assumed');
  });

  it('is assumed to run when the status branch was rewound to before it', async () => {
    const world = new World(3);
    await world.once();
    const before = world.head('refs/heads/status/ams1');
    world.commit({ [path]: cluster('ams1-1') });
    await world.once();
    expect(initialized(world)).toBe('no');
    world.host.disk.clear();
    world.host.clone.clear();
    if (before) world.remote.refs.set('refs/heads/status/ams1', before);
    await world.once();
    expect(initialized(world)).toBe('assumed');
  });

  it('without its manifest is kept in mind, and comes back as it was', async () => {
    const world = new World(3);
    await world.once();
    world.commit({ [path]: cluster('ams1-1') });
    await world.once();
    world.commit({ [path]: null });
    await world.once();
    expect(JSON.parse(world.file('clusters/prod.json') ?? '{}')).toMatchObject({ managed: false, initialized: 'no' });
    world.commit({ [path]: cluster('ams1-2') });
    await world.once();
    expect(JSON.parse(world.file('clusters/prod.json') ?? '{}')).toMatchObject({ managed: true, initialized: 'no' });
    expect(world.effects).toEqual([]);
  });

  it('that is wrong rejects its commit, and what was accepted stays in force', async () => {
    const world = new World(3);
    await world.once();
    world.commit({ [path]: cluster('ams1-1, ams1-2') });
    expect(await world.once()).toMatchObject({ rejected: true });
    expect(world.file('facility.json')).toContain('an even number of members');
    expect(world.file('clusters/prod.json')).toBeFalsy();
  });
});
