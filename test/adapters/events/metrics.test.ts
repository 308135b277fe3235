import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openMetrics } from '../../../src/adapters/events/metrics.ts';
import { createRegistry } from '../../../src/adapters/events/registry.ts';
import { commit, everyEvent, hold, plan } from './sample.ts';

function createTestClock() {
  let at = 1_795_000_000_000;
  return {
    now: () => at,
    monotonic: () => at,
    advance: (ms: number) => {
      at += ms;
    },
  };
}

const seen = (machine: string) => ({ kind: 'looked' as const, machine, look: everyLook.seen });
const missed = (machine: string) => ({ kind: 'looked' as const, machine, look: everyLook.missed });

const looks = everyEvent.flatMap((event) => (event.kind === 'looked' ? [event.look] : []));
const [first, second] = looks;
if (first === undefined || second === undefined) throw new Error('the sample has both looks');
const everyLook = { seen: first, missed: second };

/** The text format read back by its grammar: every line is one of these, or the format is broken. */
function parse(text: string): ReadonlyMap<string, number> {
  const samples = new Map<string, number>();
  const typed = new Set<string>();
  expect(text.endsWith('\n')).toBe(true);
  for (const line of text.slice(0, -1).split('\n')) {
    if (/^# HELP [a-z_]+ [^\n]+$/.test(line)) continue;
    const type = /^# TYPE ([a-z_]+) (?:counter|gauge|histogram)$/.exec(line);
    if (type?.[1] !== undefined) {
      expect(typed.has(type[1])).toBe(false);
      typed.add(type[1]);
      continue;
    }
    const sample = /^([a-z_]+)((?:\{(?:[a-z]+="[^"\\\n]*",?)+\})?) (-?[0-9.e+]+)$/.exec(line);
    if (sample === null) throw new Error(`not a line of the format: ${line}`);
    const [, name = '', labels = '', value] = sample;
    expect(typed.has(name) || typed.has(name.replace(/_(bucket|sum|count)$/, '')), name).toBe(true);
    expect(samples.has(name + labels), name + labels).toBe(false);
    samples.set(name + labels, Number(value));
  }
  return samples;
}

test('every event is counted, in the format that Prometheus reads', () => {
  const clock = createTestClock();
  const metrics = openMetrics(clock);
  for (const event of everyEvent) metrics.emit(event);
  const samples = parse(metrics.render());
  expect(Object.fromEntries([...samples].filter(([name, value]) => value !== 0 && !name.includes('_bucket')))).toEqual({
    'nanometal_machines{reachability="unreachable"}': 1,
    'nanometal_machines{reachability="unknown"}': 11,
    nanometal_looks_total: 2,
    'nanometal_look_failures_total{reason="Timeout"}': 1,
    'nanometal_requests_total{verb="SetBios",answer="accepted"}': 1,
    'nanometal_requests_total{verb="SetBios",answer="refused"}': 1,
    'nanometal_requests_total{verb="SetBios",answer="unsent"}': 1,
    'nanometal_requests_total{verb="SetBios",answer="ambiguous"}': 1,
    'nanometal_actions_total{verb="SetBios",outcome="done"}': 1,
    'nanometal_actions_total{verb="PowerOff",outcome="failed"}': 1,
    'nanometal_actions_total{verb="Reboot",outcome="unknown"}': 1,
    'nanometal_actions_total{verb="other",outcome="withdrawn"}': 1,
    nanometal_actions_open: 3,
    'nanometal_holds{reason="Parked"}': 1,
    'nanometal_holds{reason="Window"}': 2,
    'nanometal_rejections_total{reason="Invalid"}': 1,
    'nanometal_rejections_total{reason="Missing"}': 1,
    nanometal_passes_total: 1,
    nanometal_pass_duration_seconds_sum: 0.12,
    nanometal_pass_duration_seconds_count: 1,
    nanometal_last_pass_timestamp_seconds: 1_795_000_000,
    nanometal_start_timestamp_seconds: 1_795_000_000,
    nanometal_status_commits_total: 1,
    nanometal_repo_failures_total: 1,
    nanometal_lease_epoch: 5,
    nanometal_lease_held: 1,
    nanometal_halted: 1,
  });
});

test('before anything happened, counters are 0 and times are silent', () => {
  const samples = parse(openMetrics(createTestClock()).render());
  expect(samples.get('nanometal_actions_total{verb="Install",outcome="unknown"}')).toBe(0);
  expect(samples.has('nanometal_last_pass_timestamp_seconds')).toBe(false);
  expect(samples.has('nanometal_lease_epoch')).toBe(false);
});

test('how many series there are does not depend on what happened, and no machine is named', () => {
  const metrics = openMetrics(createTestClock());
  for (const event of everyEvent) metrics.emit(event);
  const before = parse(metrics.render()).size;
  fc.assert(
    fc.property(fc.string(), fc.string(), (machine, verb) => {
      metrics.emit(seen(machine));
      metrics.emit({ kind: 'ended', machine, verb, request: 'r', outcome: { kind: 'done', evidence: '' } });
    }),
  );
  expect(parse(metrics.render()).size).toBe(before);
  expect(metrics.render()).not.toContain('ams1');
});

test('a hold that is gone goes back to 0', () => {
  const metrics = openMetrics(createTestClock());
  metrics.emit({ kind: 'planned', plan });
  metrics.emit({ kind: 'planned', plan: { ...plan, holds: [hold('Lease')] } });
  const samples = parse(metrics.render());
  expect(samples.get('nanometal_holds{reason="Window"}')).toBe(0);
  expect(samples.get('nanometal_holds{reason="Lease"}')).toBe(1);
});

test('a look that is old makes its machine unknown, and the last one counts', () => {
  const clock = createTestClock();
  const metrics = openMetrics(clock);
  const count = (name: string) => parse(metrics.render()).get(`nanometal_machines{reachability="${name}"}`);
  metrics.emit({ kind: 'accepted', commit, machines: 3 });
  metrics.emit(seen('a'));
  metrics.emit(seen('b'));
  metrics.emit(missed('a'));
  expect([count('reachable'), count('unreachable'), count('unknown')]).toEqual([1, 1, 1]);
  clock.advance(10 * 60_000);
  metrics.emit(seen('a'));
  clock.advance(10 * 60_000);
  expect([count('reachable'), count('unreachable'), count('unknown')]).toEqual([1, 0, 2]);
});

test('buckets hold what is at most their bound, and rise', () => {
  const registry = createRegistry();
  const histogram = registry.histogram({ name: 'x_seconds', help: 'h', bounds: [0.1, 1] });
  for (const value of [0.05, 0.1, 0.5, 1, 5]) histogram.observe(value);
  expect(registry.render()).toBe(
    '# HELP x_seconds h\n# TYPE x_seconds histogram\n' +
      'x_seconds_bucket{le="0.1"} 2\nx_seconds_bucket{le="1"} 4\nx_seconds_bucket{le="+Inf"} 5\n' +
      'x_seconds_sum 6.65\nx_seconds_count 5\n',
  );
});

test('a value that is on no list counts as other, and the wrong number of labels is a bug', () => {
  const registry = createRegistry();
  const counter = registry.counter({ name: 'x_total', help: 'a\\b\nc', labels: [{ name: 'l', values: ['a'] }] });
  counter.add(['"}\n']);
  expect(registry.render()).toBe(
    '# HELP x_total a\\\\b\\nc\n# TYPE x_total counter\nx_total{l="a"} 0\nx_total{l="other"} 1\n',
  );
  expect(() => counter.add([])).toThrow('1 labels, but 0 values');
});
