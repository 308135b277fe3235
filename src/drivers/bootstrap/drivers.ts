import type { Bootstrap } from '../../model/cluster.ts';
import type { BootstrapDriver, DriverPorts } from '../../ports/driver.ts';
import type { DriverFactory } from '../define.ts';
import { cloudInit } from './cloud-init/driver.ts';
import { kubeadm } from './kubeadm/driver.ts';

/** The drivers by the name that a manifest's `bootstrap` uses. A name without a driver does not compile. */
export const bootstrapFactories: Readonly<Record<Bootstrap, DriverFactory<BootstrapDriver>>> = {
  kubeadm,
  'cloud-init': cloudInit,
};

export const createBootstrap = (name: Bootstrap, ports: DriverPorts): BootstrapDriver =>
  bootstrapFactories[name].create(ports);
