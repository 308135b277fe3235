import { describe, expect, test } from 'vitest';
import { readFleet } from '../../src/manifest/read.ts';
import { bytesOf, soundTree } from './tree.ts';

const read = (spec: string) => {
  const text = `apiVersion: nanometal/v1alpha1\nkind: Discovery\nmetadata: { name: ams1 }\nspec:\n${spec}`;
  const files = { ...soundTree, 'facilities/ams1/discovery.yaml': text };
  const entries = Object.entries(files).map(([path, content]) => ({ path, mode: '100644', content: bytesOf(content) }));
  return readFleet('ams1', entries).fleet;
};

describe('a discovery beside the other files', () => {
  test('is part of the fleet, with its defaults', () => {
    const fleet = read('  credentials: [bmc-default]\n  interval: 24h\n');
    expect(fleet.ok && fleet.value.discovery).toEqual({
      file: 'facilities/ams1/discovery.yaml',
      ranges: [],
      driver: 'redfish',
      credentials: ['bmc-default'],
      names: '{facility}-{rack}-u{unit}',
      rack: 'unplaced',
      intervalMs: 86_400_000,
      concurrency: 32,
      loginsPerHour: 1,
    });
  });

  test('asks nobody outside the BMC ranges of its facility, and names only classes that are there', () => {
    const fleet = read(
      '  ranges:\n    - 10.1.0.0/20\n    - 10.0.255.255-10.1.0.3\n    - "[fd00:2::1]:8443"\n  credentials: [a]\n  propose: { classes: [c3-smal] }\n',
    );
    expect(fleet.ok ? [] : fleet.error.map(({ code, line, value, remedy }) => ({ code, line, value, remedy }))).toEqual(
      [
        {
          code: 'address-out-of-range',
          line: 7,
          value: '10.0.255.255-10.1.0.3',
          remedy: 'ask fewer, or add them to `ranges.bmc` in facility.yaml',
        },
        {
          code: 'address-out-of-range',
          line: 8,
          value: '[fd00:2::1]:8443',
          remedy: 'ask fewer, or add them to `ranges.bmc` in facility.yaml',
        },
        { code: 'reference-unknown', line: 10, value: 'c3-smal', remedy: 'did you mean `c3-small`?' },
      ],
    );
  });
});
