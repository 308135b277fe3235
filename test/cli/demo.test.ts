import { describe, expect, it } from 'vitest';
import { changeOf, describeChange } from '../../src/cli/demo-change.ts';
import { progressOf } from '../../src/cli/demo-progress.ts';

const line = (event: string, msg: string): string => JSON.stringify({ level: 'info', event, msg });

describe('what the demonstration shows of the log', () => {
  it('is what was done, in 80 columns, and not what programs want', () => {
    expect(
      progressOf(line('sent', 'PowerOff ams1-r02-u02: sending, because power: Off is declared, and it is On')),
    ).toBe('  PowerOff ams1-r02-u02: sending, because power: Off is declared, and it is On');
    expect(
      progressOf(line('published', `published 42919bd: shut down ${'ams1-r02-u01, '.repeat(6)}ams1-r02-u07`)),
    ).toBe(
      '  published 42919bd: shut down ams1-r02-u01, ams1-r02-u01, ams1-r02-u01,\n' +
        '    ams1-r02-u01, ams1-r02-u01, ams1-r02-u01, ams1-r02-u07',
    );
    for (const other of [line('intended', 'x'), line('planned', 'x'), 'no JSON', '7', '{"event":"sent"}'])
      expect(progressOf(other)).toBeNull();
  });
});

it('shows its pull request as a diff would, equal changes together', () => {
  const path = (rack: string, unit: number): string => `facilities/ams1/machines/${rack}/ams1-${rack}-u0${unit}.yaml`;
  const fleet = new Map(
    [path('r01', 1), path('r01', 2), path('r02', 1), path('r02', 2)].map((name) => [name, 'spec:\n']),
  );
  const change = changeOf('ams1', fleet, new Date('2026-11-23T09:00:00.123Z'));
  expect(change.files.get(path('r02', 2))).toBe('spec:\n  power: "Off"\n');
  expect(describeChange(change)).toBe(`  ${path('r01', 1)}
  +  bios: { LogicalProc: Disabled }
  ${path('r01', 2)}
  +  operations:
  +    - { id: reboot-1, verb: Reboot, notAfter: 2026-11-23T09:00:00Z }
  ${path('r02', 1)}, and 1 more
  +  power: "Off"`);
});
