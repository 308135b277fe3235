import type { ControlPlaneDriver, ControlPlanePorts } from '../../../ports/driver.ts';
import { defineControlPlaneDriver } from '../../define.ts';
import { apply } from '../host/apply.ts';
import { observe } from '../host/observe.ts';
import { debian } from './ground.ts';

/** Debian hosts over SSH: apt, files, systemd, and `kubectl` where there is one. Everything that it does is a script. */
export const ssh = defineControlPlaneDriver({
  name: 'ssh',
  create: ({ shells, clock }: ControlPlanePorts): Omit<ControlPlaneDriver, 'role' | 'name'> => ({
    observe: (host, releases, signal) => observe(debian, shells.of(host), releases, signal),
    apply: (host, release, signal, mayAct) => apply(debian, shells.of(host), clock, release, signal, mayAct),
    close: () => shells.close(),
  }),
});
