import { describe, expect, onTestFinished, test } from 'vitest';
import { infrastructureCases } from '../../../../src/conformance/infrastructure.ts';
import { openTwinBench, openTwinRig } from './twin-bench.ts';

describe.each([
  ['HTTP', {}],
  ['TLS with a pinned key', { tls: true }],
  ['HTTP, media as Lenovo has them', { mediaHabit: 'patched' as const }],
  ['HTTP, media as Dell has them', { mediaHabit: 'at-system' as const }],
  ['HTTP, the system named', { system: '/redfish/v1/Systems/1' }],
])('the redfish driver keeps its promises on the twin: %s', (_, options) => {
  for (const { name, run } of infrastructureCases(() => openTwinBench(options))) test(name, run);
});

test('over TLS, another key than the pinned one is shown nothing', async () => {
  const rig = await openTwinRig({ tls: true });
  onTestFinished(() => rig.close());
  const never = new AbortController().signal;
  const subject = { ...rig.subject, bmc: { ...rig.subject.bmc, tlsPin: '0'.repeat(64) } };
  expect(await rig.driver.observe(subject, 'quick', never)).toMatchObject({ kind: 'missed', reason: 'Tls' });
  expect((await rig.driver.perform(subject, { verb: 'Reboot' }, undefined, never)).kind).toBe('unsent');
  expect([rig.reads(), rig.logins(), rig.mutations()]).toEqual([0, [], []]);
});
