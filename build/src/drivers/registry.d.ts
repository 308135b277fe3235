import { type Result } from '../model/result.ts';
import type { DriverPorts, InfrastructureDriver } from '../ports/driver.ts';
import type { DriverFactory } from './define.ts';
/** The infrastructure drivers by the name that a manifest's `bmc.driver` uses; each made once. */
export interface Registry {
    readonly drivers: ReadonlyMap<string, InfrastructureDriver>;
    close(): Promise<void>;
}
/** Refuses two of one name, and one that calls itself otherwise: then a manifest would not get what it names. */
export declare function createRegistry(factories: readonly DriverFactory<InfrastructureDriver>[], ports: DriverPorts): Result<Registry, string>;
