import { describe, test } from 'vitest';
import { infrastructureCases } from '../../../../src/conformance/infrastructure.ts';
import { openConformanceBench } from './bench.ts';

describe('the redfish driver is an infrastructure driver', () => {
  for (const { name, run } of infrastructureCases(openConformanceBench)) test(name, run);
});
