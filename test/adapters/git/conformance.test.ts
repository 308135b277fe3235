import { describe, it } from 'vitest';
import { repoCases } from '../../../src/conformance/repo.ts';
import { isLong } from '../../long.ts';
import { gitBench } from './bench.ts';

for (const adapter of ['native', 'isomorphic'] as const) {
  for (const way of ['path', 'http'] as const) {
    // Between two folders git's own programs do the same as over HTTP.
    if (adapter === 'native' && way === 'path' && !isLong) continue;
    describe(`${adapter}, ${way}`, () => {
      for (const { name, run } of repoCases(() => gitBench(adapter, way))) it(name, run);
    });
  }
}
