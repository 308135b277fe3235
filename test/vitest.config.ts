import { defineConfig } from 'vitest/config';
import LongestFirst from './longest-first.ts';

const root = new URL('..', import.meta.url).pathname;

/** The real reconciler through hours of virtual time. */
const simulations = ['test/sim/**/*.test.ts', 'test/reconciler/flapping.test.ts'];
/** What is learnt about adapters and drivers only from servers that go wrong, and from real processes that come and go. */
const processes = [
  'test/adapters/git/{conformance,limits-*,failures,blocking,kill,tls}.test.ts',
  // It replaces node:fs for everybody who shares its imports.
  'test/adapters/disk-order.test.ts',
  'test/drivers/control-plane/process.test.ts',
];

export default defineConfig({
  test: {
    root,
    reporters: ['default', './test/closing-line.ts'],
    sequence: { sequencer: LongestFirst },
    // The system tests start real servers and real child processes: one file at a time per core is enough.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          root,
          include: ['test/**/*.test.ts'],
          exclude: ['test/system/**', 'test/metal/**', ...simulations, ...processes],
          // To import the program anew for each of so many small files takes longer than to run them.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'sim',
          root,
          include: simulations,
          testTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'system',
          root,
          include: ['test/system/**/*.test.ts', ...processes],
          globalSetup: ['test/global-setup.ts'],
          // Long enough for a slow machine; nothing is decided by how long anything takes.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'metal',
          root,
          include: ['test/metal/**/*.test.ts'],
          globalSetup: ['test/metal/install-packages.ts', 'test/global-setup.ts'],
          testTimeout: 900_000,
          // The agent may have to be built.
          hookTimeout: 900_000,
        },
      },
    ],
  },
});
