import { describe, it } from 'vitest';
import { repoCases } from '../../../src/conformance/repo.ts';
import { gitBench } from './bench.ts';

for (const adapter of ['native', 'isomorphic'] as const) {
  for (const way of ['path', 'http'] as const) {
    describe(`${adapter}, ${way}`, () => {
      for (const { name, run } of repoCases(() => gitBench(adapter, way))) it(name, run);
    });
  }
}
