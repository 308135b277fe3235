import { describe, expect, it } from 'vitest';
import { parseTrailers } from '../../src/status/commit-message.ts';
import { machineFile, machinePath } from './world/manifests.ts';
import { createHost, leaseRef, type Process, World } from './world/world.ts';

const head = (kind: string, name: string): string =>
  `apiVersion: nanometal/v1alpha1\nkind: ${kind}\nmetadata: { name: ${name} }\n`;
/** A new site: one host, on which a reconciler of its own is to run. */
const site: Readonly<Record<string, string>> = {
  'components/nanometal.yaml': `${head('Component', 'nanometal')}spec:
  version: "1"
  service: { command: [/usr/local/bin/nanometal, run, --standby] }
`,
  'facilities/ams1/facility.yaml': `${head('Facility', 'ams1')}spec:\n  ranges: { bmc: [10.0.0.0/8], hosts: [10.9.0.0/24] }\n`,
  'facilities/ams1/control-plane.yaml': `${head('ControlPlane', 'ams1')}spec:
  hosts: [{ name: h1, address: 10.9.0.1, credentials: infra, hostKey: "SHA256:${'x'.repeat(43)}" }]
  components: [{ name: nanometal }]
`,
};
const off = (index: number) => ({ [machinePath(index)]: machineFile(index, '  power: Off\n') });
const minute = 60_000;
const leaseHolder = (world: World): string | undefined => {
  const [newest] = world.history(leaseRef);
  return newest && parseTrailers(newest.message).get('Holder')?.[0];
};
const standbyMs = 120_000;

/** Starts the facility's own reconciler in the moment in which it is installed. */
async function installedBy(world: World): Promise<Process> {
  for (let waited = 0; world.hosts.hosts.get('h1')?.record.size === 0; waited++) {
    if (waited > 600) throw new Error('it was never installed');
    await world.kernel.advance(1_000);
  }
  return world.start({ once: false, standbyMs }, createHost('facility'));
}

describe('a laptop that builds a site', () => {
  it('installs its reconciler, steps down once that one has the lease, and never acts again', async () => {
    const world = new World(2);
    world.commit(site);
    const laptop = world.start({ once: false, handOverTo: 'nanometal' }, createHost('laptop'));
    const own = await installedBy(world);
    const end = await world.kernel.until(laptop.end);
    expect(end).toEqual({ kind: 'handed-over', holder: leaseHolder(world) });
    expect(leaseHolder(world)).toMatch(/^facility-/);
    // It was released, so that nobody has to count this as a change of hands.
    expect(parseTrailers(world.history(leaseRef)[0]?.message ?? '').get('Epoch')).toEqual(['1']);
    world.commit(off(1));
    await world.kernel.advance(10 * minute);
    expect(world.happened()).toEqual(['PowerOff ams1-1']);
    expect(world.hosts.applied).toEqual(['nanometal 1 h1']);
    expect(laptop.events.some(({ kind }) => kind === 'sent')).toBe(false);
    own.stop();
    await world.kernel.until(own.end);
  });

  it('takes the lease back, and says so, where the new one does not take it', async () => {
    const world = new World(2);
    world.commit(site);
    const laptop = world.start({ once: false, handOverTo: 'nanometal' }, createHost('laptop'));
    await world.kernel.advance(6 * minute);
    expect(laptop.events.filter(({ kind }) => kind === 'repo-failed')).not.toEqual([]);
    world.commit(off(1));
    await world.kernel.advance(6 * minute);
    expect(world.happened()).toEqual(['PowerOff ams1-1']);
    laptop.stop();
    await world.kernel.until(laptop.end);
  });

  it('does not step down while its work is not done', async () => {
    const world = new World(2);
    world.hosts.broken.add('nanometal 1');
    world.commit(site);
    const laptop = world.start({ once: false, handOverTo: 'nanometal' }, createHost('laptop'));
    const own = world.start({ once: false, standbyMs }, createHost('facility'));
    await world.kernel.advance(10 * minute);
    expect(leaseHolder(world)).toMatch(/^laptop-/);
    for (const process of [laptop, own]) {
      process.stop();
      await world.kernel.until(process.end);
    }
  });
});

describe('who stands by', () => {
  it('takes over from a dead holder after three terms and the longest request, not before', async () => {
    const world = new World(2);
    const one = world.start({ once: false });
    await world.kernel.advance(minute);
    const two = world.start({ once: false, standbyMs }, createHost('facility'));
    await world.kernel.advance(5_000);
    one.kill();
    world.commit(off(1));
    await world.kernel.advance(3 * 2 * minute + minute);
    expect(world.happened()).toEqual([]);
    await world.kernel.advance(4 * minute);
    expect(leaseHolder(world)).toMatch(/^facility-/);
    expect(world.happened()).toEqual(['PowerOff ams1-1']);
    two.stop();
    await world.kernel.until(two.end);
  });
});
