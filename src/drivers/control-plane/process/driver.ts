import type { ControlPlaneDriver, ControlPlanePorts } from '../../../ports/driver.ts';
import type { Processes } from '../../../ports/processes.ts';
import { defineControlPlaneDriver } from '../../define.ts';
import { apply } from '../host/apply.ts';
import { observe } from '../host/observe.ts';
import { prefixGround } from './ground.ts';

export interface ProcessDriverPorts extends ControlPlanePorts {
  /** Of this host; they end with the driver. */
  readonly processes: Processes;
  /** Every host of the facility is a folder in it. */
  readonly prefix: string;
}

/**
 * The same components as children of this process, each host a folder: for a demonstration, for tests, and for what runs
 * beside nanometal on its own host. Packages are taken for granted; units and Kubernetes manifests it does not have.
 */
export const processDriver = defineControlPlaneDriver({
  name: 'process',
  create: ({ shells, clock, processes, prefix }: ProcessDriverPorts): Omit<ControlPlaneDriver, 'role' | 'name'> => ({
    observe: (host, releases, signal) => {
      const shell = shells.of(host);
      return observe(prefixGround(`${prefix}/${host.name}`, shell, processes), shell, releases, signal);
    },
    apply: (host, release, signal, mayAct) => {
      const shell = shells.of(host);
      return apply(prefixGround(`${prefix}/${host.name}`, shell, processes), shell, clock, release, signal, mayAct);
    },
    async close() {
      await processes.close();
      await shells.close();
    },
  }),
});
