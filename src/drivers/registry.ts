import { fail, ok, type Result } from '../model/result.ts';
import type { DriverPorts, InfrastructureDriver } from '../ports/driver.ts';
import type { DriverFactory } from './define.ts';

/** The infrastructure drivers by the name that a manifest's `bmc.driver` uses; each made once. */
export interface Registry {
  readonly drivers: ReadonlyMap<string, InfrastructureDriver>;
  close(): Promise<void>;
}

/** Refuses two of one name, and one that calls itself otherwise: then a manifest would not get what it names. */
export function createRegistry(
  factories: readonly DriverFactory<InfrastructureDriver>[],
  ports: DriverPorts,
): Result<Registry, string> {
  const drivers = new Map<string, InfrastructureDriver>();
  for (const factory of factories) {
    if (drivers.has(factory.name)) return fail(`two infrastructure drivers are called ${factory.name}`);
    const driver = factory.create(ports);
    if (factory.role !== 'infrastructure' || driver.role !== 'infrastructure') {
      return fail(`the driver ${factory.name} is not an infrastructure driver`);
    }
    if (driver.name !== factory.name) return fail(`the driver ${factory.name} calls itself ${driver.name}`);
    drivers.set(factory.name, driver);
  }
  const close = async (): Promise<void> => {
    await Promise.all([...drivers.values()].map((driver) => driver.close()));
  };
  return ok({ drivers, close });
}
