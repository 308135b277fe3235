import type { Reporter, SerializedError, TestModule } from 'vitest/node';

/** Ends each run with one plain line, `N passed, N failed, N skipped`, for scripts and for whoever reads only the end of a log. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    // What breaks outside of a test fails the run too, and belongs to no test.
    const count = { passed: 0, failed: unhandled.length, skipped: 0, pending: 0 };
    for (const module of modules) {
      count.failed += module.errors().length;
      for (const test of module.children.allTests()) count[test.result().state] += 1;
    }
    console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
  }
}
