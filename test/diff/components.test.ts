import { describe, expect, it } from 'vitest';
import { beginApplying, endApplying, learnFromLooks } from '../../src/diff/component-memory.ts';
import { type ComponentsInput, planComponents, retryKey } from '../../src/diff/components.ts';
import type { Comparison, ComponentLook, ControlPlane, HostLook, Release } from '../../src/model/component.ts';

const release = (component: string, host: string, more: Partial<Release> = {}): Release => ({
  component,
  host,
  after: [],
  state: 'present',
  version: '1',
  packages: [],
  files: [],
  health: [{ kind: 'systemd' }],
  deadlineMs: 60_000,
  onChange: 'restart',
  digest: `${component} ${host} 1`,
  ...more,
});

const plane = (releases: readonly Release[], concurrency = 1): ControlPlane => ({
  file: 'facilities/ams1/control-plane.yaml',
  driver: 'ssh',
  within: ['10.0.0.0/8'],
  hosts: [...new Set(releases.map(({ host }) => host))].map((name) => ({
    name,
    address: '10.0.0.1',
    port: 22,
    credentials: 'hosts',
    hostKey: 'SHA256:x',
  })),
  concurrency,
  releases,
});

const good = ({ digest, version }: Release): ComponentLook => ({
  release: { digest, version },
  differences: [],
  disrupts: false,
  healthy: true,
  message: '',
});
const nothingThere: ComponentLook = {
  release: null,
  differences: ['/etc/a: missing'],
  disrupts: false,
  healthy: false,
  message: 'inactive',
};
const seen = (components: Readonly<Record<string, ComponentLook>>): HostLook => ({
  kind: 'seen',
  components: new Map(Object.entries(components)),
});

const planOf = (more: Partial<ComponentsInput>) => {
  const { actions, holds } = planComponents({
    controlPlane: undefined,
    stopped: null,
    memory: new Map(),
    looks: new Map(),
    busy: new Set(),
    retries: new Map(),
    now: 0,
    windows: [],
    wall: Date.UTC(2026, 10, 23, 12),
    ...more,
  });
  return {
    actions: actions.map(({ because, release: { component, host } }) => `${because} ${component} ${host}`),
    holds: holds.map(({ component, host, reason }) => `${component} ${host} ${reason}`),
  };
};

const dns = release('dns', 'h1');
const time = release('time', 'h1', { after: ['dns'] });

describe('the plan of a control plane', () => {
  it('installs what is missing, one thing at a time on a host, in order', () => {
    const looks = new Map([['h1', seen({ dns: nothingThere, time: nothingThere })]]);
    expect(planOf({ controlPlane: plane([dns, time]), looks })).toEqual({
      actions: ['install dns h1'],
      holds: ['time h1 Budget'],
    });
  });

  it('is empty where all is as declared', () => {
    const looks = new Map([['h1', seen({ dns: good(dns), time: good(time) })]]);
    expect(planOf({ controlPlane: plane([dns, time]), looks })).toEqual({ actions: [], holds: [] });
  });

  it('waits for what must be healthy before', () => {
    const looks = new Map([['h1', seen({ dns: nothingThere, time: nothingThere })]]);
    const retries = new Map([[retryKey(dns), { at: 10, message: 'the host is full' }]]);
    expect(planOf({ controlPlane: plane([dns, time]), looks, retries, now: 5 })).toEqual({
      actions: [],
      holds: ['dns h1 Retrying', 'time h1 After'],
    });
  });

  it('tells an upgrade, a repair and a restart apart', () => {
    const of = (look: ComponentLook) =>
      planOf({ controlPlane: plane([dns]), looks: new Map([['h1', seen({ dns: look })]]) }).actions;
    expect(of({ ...good(dns), release: { digest: 'older', version: '0' } })).toEqual(['upgrade dns h1']);
    expect(of({ ...good(dns), differences: ['/etc/a: other content'] })).toEqual(['repair dns h1']);
    expect(of({ ...good(dns), healthy: false, message: 'inactive' })).toEqual(['restart dns h1']);
  });

  it('does not try again what did not get healthy, nor on another host', () => {
    const [here, there] = [release('dns', 'h1'), release('dns', 'h2')];
    const memory = endApplying(new Map(), here, { kind: 'rolled-back', to: null, message: 'no answer on port 53' });
    const looks = new Map([
      ['h1', seen({ dns: nothingThere })],
      ['h2', seen({ dns: nothingThere })],
    ]);
    expect(planOf({ controlPlane: plane([here, there], 2), memory, looks })).toEqual({
      actions: [],
      holds: ['dns h1 Failed', 'dns h2 Failed'],
    });
    const mended = [release('dns', 'h1', { digest: 'two' }), release('dns', 'h2', { digest: 'three' })];
    expect(planOf({ controlPlane: plane(mended, 2), memory, looks }).actions).toEqual([
      'install dns h1',
      'install dns h2',
    ]);
  });

  it('changes one host at a time unless more is said, and others go on where one is away', () => {
    const both = [release('dns', 'h1'), release('dns', 'h2'), release('dns', 'h3')];
    const looks = new Map<string, HostLook>([
      ['h1', { kind: 'missed', reason: 'host-key', message: 'it showed another key' }],
      ['h2', seen({ dns: nothingThere })],
      ['h3', seen({ dns: nothingThere })],
    ]);
    expect(planOf({ controlPlane: plane(both), looks })).toEqual({
      actions: ['install dns h2'],
      holds: ['dns h1 HostKey', 'dns h3 Budget'],
    });
  });

  describe('outside the windows of the facility', () => {
    // A Monday at noon, and a window in its night.
    const windows = [{ days: ['Mon'], from: 22 * 60, to: 5 * 60, timezone: 'UTC' }];
    const older = release('dns', 'h1', { digest: 'older', version: '0' });
    const of = (look: ComponentLook, more: Partial<ComponentsInput> = {}) =>
      planOf({ controlPlane: plane([dns]), looks: new Map([['h1', seen({ dns: look })]]), windows, ...more });
    const inForce = (more: Partial<Comparison> = {}): ComponentLook => ({
      ...good(older),
      inForce: { release: older, differences: [], disrupts: false, healthy: true, message: '', ...more },
      differences: ['/etc/a: other content'],
    });
    const waits = { actions: [], holds: ['dns h1 Window'] };

    it('a first install goes on', () => {
      expect(of(nothingThere)).toEqual({ actions: ['install dns h1'], holds: [] });
    });

    it('an upgrade, a repair that starts anew, and a removal wait, until one opens', () => {
      const absent = plane([release('dns', 'h1', { state: 'absent', digest: 'none' })]);
      const drifted = { ...good(dns), differences: ['/etc/a: other content'], disrupts: true };
      expect(of(inForce())).toEqual(waits);
      expect(of(drifted)).toEqual(waits);
      expect(of(good(dns), { controlPlane: absent })).toEqual(waits);
      const wall = Date.UTC(2026, 10, 23, 22);
      expect(of(inForce(), { wall }).actions).toEqual(['upgrade dns h1']);
      expect(of(drifted, { wall }).actions).toEqual(['repair dns h1']);
      expect(of(good(dns), { controlPlane: absent, wall }).actions).toEqual(['remove dns h1']);
    });

    it('a repair that starts nothing anew does not wait, nor what is not well', () => {
      expect(of({ ...good(dns), differences: ['service: not enabled'] }).actions).toEqual(['repair dns h1']);
      expect(of({ ...good(dns), healthy: false, message: 'inactive' }).actions).toEqual(['restart dns h1']);
      expect(of(inForce({ healthy: false, message: 'inactive' })).actions).toEqual(['upgrade dns h1']);
    });

    it('what has begun may end', () => {
      const memory = beginApplying(endApplying(new Map(), older, { kind: 'healthy' }), dns);
      expect(of(inForce(), { memory }).actions).toEqual(['upgrade dns h1']);
    });

    it('what is in force is not started anew either while it is well', () => {
      const drifted = inForce({ differences: ['/etc/a: other content'], disrupts: true });
      expect(of(drifted)).toEqual(waits);
      expect(of(inForce({ differences: ['service: not enabled'] }))).toEqual({ ...waits, actions: ['repair dns h1'] });
    });
  });

  it('sees to what is in force while what is declared is held back', () => {
    const older = release('dns', 'h1', { digest: 'older', version: '0' });
    const before = endApplying(new Map(), older, { kind: 'healthy' });
    const memory = endApplying(before, dns, { kind: 'rolled-back', to: '0', message: 'no answer' });
    const drift = {
      release: older,
      differences: ['/etc/a: missing'],
      disrupts: false,
      healthy: false,
      message: 'gone',
    };
    const of = (inForce: NonNullable<ComponentLook['inForce']>, more: Partial<ComponentsInput> = {}) =>
      planOf({
        controlPlane: plane([dns]),
        looks: new Map([['h1', seen({ dns: { ...good(older), differences: ['/etc/a: other content'], inForce } })]]),
        memory,
        ...more,
      });
    const held = { actions: [], holds: ['dns h1 Failed'] };
    expect(of(drift)).toEqual({ ...held, actions: ['repair dns h1'] });
    expect(of({ ...drift, differences: [] })).toEqual({ ...held, actions: ['restart dns h1'] });
    expect(of({ ...drift, differences: [], healthy: true, message: '' })).toEqual(held);
    const stopped = { reason: 'Paused', message: 'the facility is paused: fire' } as const;
    expect(of(drift, { stopped })).toEqual(held);
    const retries = new Map([[retryKey(older), { at: 10, message: 'the host is full' }]]);
    expect(of(drift, { retries, now: 5 })).toEqual(held);
    expect(of(drift, { retries, now: 10 }).actions).toEqual(['repair dns h1']);
    expect(of(drift, { busy: new Set(['h1']) })).toEqual({ actions: [], holds: ['dns h1 Budget'] });
  });

  it('begins nothing while the facility is paused', () => {
    const looks = new Map([['h1', seen({ dns: nothingThere })]]);
    const stopped = { reason: 'Paused', message: 'the facility is paused: fire' } as const;
    expect(planOf({ controlPlane: plane([dns]), looks, stopped })).toEqual({ actions: [], holds: ['dns h1 Paused'] });
  });

  it('leaves what is no longer declared as it is, and says so; what is declared absent is removed', () => {
    const memory = endApplying(new Map(), dns, { kind: 'healthy' });
    expect(planOf({ memory })).toEqual({ actions: [], holds: ['dns h1 Undeclared'] });
    const absent = release('dns', 'h1', { state: 'absent', digest: 'none' });
    const looks = new Map([['h1', seen({ dns: good(dns) })]]);
    expect(planOf({ controlPlane: plane([absent]), memory, looks }).actions).toEqual(['remove dns h1']);
    const gone = new Map([['h1', seen({ dns: { ...nothingThere, differences: [] } })]]);
    expect(planOf({ controlPlane: plane([absent]), memory, looks: gone }).actions).toEqual([]);
  });
});

describe('what is remembered of components', () => {
  const upgrade = release('dns', 'h1', { digest: 'two', version: '2' });

  it('keeps what runs when an upgrade goes back', () => {
    const before = endApplying(new Map(), dns, { kind: 'healthy' });
    const failed = endApplying(beginApplying(before, upgrade), upgrade, {
      kind: 'rolled-back',
      to: '1',
      message: 'no answer',
    });
    expect(failed.get('dns')?.get('h1')).toEqual({
      healthy: { digest: dns.digest, version: '1' },
      failed: { digest: 'two', version: '2', message: 'no answer' },
    });
  });

  it('is learned from looks: what a dead process applied, and what a lost memory knew', () => {
    const applying = beginApplying(new Map(), dns);
    const looks = new Map([['h1', seen({ dns: good(dns) })]]);
    expect(learnFromLooks(applying, [dns], looks, new Set()).get('dns')?.get('h1')).toEqual({
      healthy: { digest: dns.digest, version: '1' },
    });
    expect(learnFromLooks(applying, [dns], looks, new Set(['h1']))).toBe(applying);
    const older = new Map([['h1', seen({ dns: good(dns) })]]);
    expect(learnFromLooks(new Map(), [upgrade], older, new Set()).get('dns')?.get('h1')?.healthy?.version).toBe('1');
  });

  it('keeps what failed while what is in force is put right, and not longer', () => {
    const healthy = endApplying(new Map(), dns, { kind: 'healthy' });
    const failed = endApplying(healthy, upgrade, { kind: 'rolled-back', to: '1', message: 'no answer' });
    const known = failed.get('dns')?.get('h1');
    expect(endApplying(beginApplying(failed, dns), dns, { kind: 'healthy' }).get('dns')?.get('h1')).toEqual(known);
    const look = { ...good(dns), differences: ['/etc/a: other content'] };
    const right = { release: dns, differences: [], disrupts: false, healthy: true, message: '' };
    const looks = new Map([['h1', seen({ dns: { ...look, inForce: right } })]]);
    const cut = learnFromLooks(beginApplying(failed, dns), [upgrade], looks, new Set());
    expect(cut.get('dns')?.get('h1')).toEqual(known);
    const mended = release('dns', 'h1', { digest: 'three', version: '3' });
    expect(endApplying(failed, mended, { kind: 'healthy' }).get('dns')?.get('h1')).toEqual({
      healthy: { digest: 'three', version: '3' },
    });
  });

  it('is forgotten once it is removed', () => {
    const memory = endApplying(new Map(), dns, { kind: 'healthy' });
    const absent = release('dns', 'h1', { state: 'absent', digest: 'none' });
    expect(endApplying(memory, absent, { kind: 'healthy' }).size).toBe(0);
  });
});
