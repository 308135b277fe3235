/**
 * The public entry for drivers, in the tree and from outside (`nanometal/driver`). A driver package has one default
 * export made by one of these, and imports nothing else of nanometal.
 */
export { matches as isMachine } from '../diff/identity.ts';

import type {
  BootstrapDriver,
  ControlPlaneDriver,
  ControlPlanePorts,
  DriverPorts,
  InfrastructureDriver,
} from '../ports/driver.ts';

export type * from '../model/cluster.ts';
export type * from '../model/component.ts';
export type * from '../model/fleet.ts';
export type * from '../model/inventory.ts';
export type * from '../model/node.ts';
export type * from '../model/outcome.ts';
export type { Arguments } from '../model/plan.ts';
export type { Result } from '../model/result.ts';
export { fail, ok } from '../model/result.ts';
export { Secret } from '../model/secret.ts';
export type { Impact, Verb } from '../model/verb.ts';
export type { BootMedium } from '../ports/agents.ts';
export type * from '../ports/clock.ts';
export type * from '../ports/driver.ts';
export type * from '../ports/http.ts';
export type * from '../ports/secrets.ts';
export type * from '../ports/shell.ts';

/** How a driver is made: it is handed its ports, and touches the world through nothing else. */
export interface DriverFactory<D, P = DriverPorts> {
  /** Must equal the driver's own name; the registry refuses one that differs. */
  readonly name: string;
  readonly role: string;
  create(ports: P): D;
}

type Definition<D, P = DriverPorts> = {
  readonly name: string;
  readonly create: (ports: P) => Omit<D, 'role' | 'name'>;
};

export const defineInfrastructureDriver = (
  definition: Definition<InfrastructureDriver>,
): DriverFactory<InfrastructureDriver> => ({
  name: definition.name,
  role: 'infrastructure',
  create: (ports) => ({ ...definition.create(ports), role: 'infrastructure', name: definition.name }),
});

export const defineBootstrapDriver = (definition: Definition<BootstrapDriver>): DriverFactory<BootstrapDriver> => ({
  name: definition.name,
  role: 'bootstrap',
  create: (ports) => ({ ...definition.create(ports), role: 'bootstrap', name: definition.name }),
});

/** `P`: a driver in the tree may need more of the outside world than one from elsewhere is handed. */
export const defineControlPlaneDriver = <P = ControlPlanePorts>(
  definition: Definition<ControlPlaneDriver, P>,
): DriverFactory<ControlPlaneDriver, P> => ({
  name: definition.name,
  role: 'control-plane',
  create: (ports) => ({ ...definition.create(ports), role: 'control-plane', name: definition.name }),
});
