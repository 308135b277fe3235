import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Each takes about a minute or more; in this order no processor waits at the end. */
const longest = [
  'test/metal/agent-refuses.test.ts',
  'test/metal/install-by-medium.test.ts',
  'test/metal/install-by-http.test.ts',
  'test/metal/install-by-pxe.test.ts',
  'test/metal/power-cuts.test.ts',
  'test/metal/agent-installs.test.ts',
  'test/metal/agent-erases.test.ts',
  'test/metal/qemu-bmc.test.ts',
  'test/metal/agent-runs.test.ts',
  'test/drivers/control-plane/process.test.ts',
  'test/system/bad-bmcs.test.ts',
  'test/system/slow-bmcs.test.ts',
  'test/adapters/git/limits-wire.test.ts',
  'test/system/bad-manifests.test.ts',
  'test/adapters/git/conformance.test.ts',
];

/** These begin first, so that at the end nobody waits for one of them alone. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex((path) => moduleId.endsWith(path));
      return at < 0 ? longest.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
