import { describe, test } from 'vitest';
import { infrastructureCases } from '../../../../src/conformance/infrastructure.ts';
import { openTwinBench } from './twin-bench.ts';

describe.each([
  ['HTTP', {}],
  ['TLS with a pinned key', { tls: true }],
  ['HTTP, the system named', { system: '/redfish/v1/Systems/1' }],
])('the redfish driver keeps its promises on the twin: %s', (_, options) => {
  for (const { name, run } of infrastructureCases(() => openTwinBench(options))) test(name, run);
});
