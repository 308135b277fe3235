import type { TestFacility } from './facility.ts';
import type { Changes } from './fleet-repo.ts';

/** Until when an operation may be begun: long after the test. */
export const later = (): string => new Date(Date.now() + 86_400_000).toISOString();

export const reboot = (id: string): readonly string[] => [
  'operations:',
  `  - { id: ${id}, verb: Reboot, notAfter: ${later()} }`,
];

/** One machine off, a BIOS key of a second, a reboot of a third. */
export const theChange = (facility: TestFacility): Changes => ({
  ...facility.with('ams1-r01-u01', 'power: "Off"'),
  ...facility.with('ams1-r01-u02', 'bios: { LogicalProc: Disabled }'),
  ...facility.with('ams1-r01-u03', ...reboot('reboot-1')),
});

/** All that it may cause. */
export const theRequests: readonly string[] = [
  'ams1-r01-u01 POST GracefulShutdown',
  'ams1-r01-u02 PATCH Systems/1/Bios/Settings',
  'ams1-r01-u02 POST ForceRestart',
  'ams1-r01-u03 POST ForceRestart',
];
