import { expect, it } from 'vitest';
import type { ControlPlane, Release } from '../../src/model/component.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { ControlPlaneDriver } from '../../src/ports/driver.ts';
import { createHosts } from '../../src/reconciler/hosts.ts';

const release: Release = {
  component: 'dns',
  host: 'h1',
  after: [],
  state: 'present',
  version: '1',
  packages: [],
  files: [],
  health: [],
  deadlineMs: 60_000,
  onChange: 'restart',
  digest: 'one',
};
const controlPlane: ControlPlane = {
  file: 'facilities/ams1/control-plane.yaml',
  driver: 'ssh',
  within: ['10.0.0.0/8'],
  hosts: [{ name: 'h1', address: '10.0.0.1', port: 22, credentials: 'hosts', hostKey: 'SHA256:x' }],
  concurrency: 1,
  releases: [release],
};

it('what is applied may go on as long as the lease is fenced, asked anew each time', async () => {
  let now = 0;
  const clock: Clock = { now: () => now, monotonic: () => now, sleep: async () => {} };
  const ask: (() => boolean)[] = [];
  const driver: ControlPlaneDriver = {
    role: 'control-plane',
    name: 'ssh',
    observe: async () => ({ kind: 'seen', components: new Map() }),
    async apply(_host, _release, _signal, mayAct) {
      ask.push(mayAct);
      return { kind: 'healthy' };
    },
    close: async () => {},
  };
  const hosts = createHosts(new Map([['ssh', driver]]), clock, 30_000);
  hosts.allow(100);
  const action = { release, because: 'install', differences: [] } as const;
  hosts.start(controlPlane, action, new AbortController().signal);
  const [mayAct = () => false] = ask;
  expect(mayAct()).toBe(true);
  now = 100;
  expect(mayAct()).toBe(false);
  // The lease was renewed, and then lost.
  hosts.allow(200);
  expect(mayAct()).toBe(true);
  hosts.allow(Number.NEGATIVE_INFINITY);
  expect(mayAct()).toBe(false);
  await hosts.end();
});
