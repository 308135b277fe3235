import { fail, ok } from "../model/result.js";
/** Refuses two of one name, and one that calls itself otherwise: then a manifest would not get what it names. */
export function createRegistry(factories, ports) {
    const drivers = new Map();
    for (const factory of factories) {
        if (drivers.has(factory.name))
            return fail(`two infrastructure drivers are called ${factory.name}`);
        const driver = factory.create(ports);
        if (factory.role !== 'infrastructure' || driver.role !== 'infrastructure') {
            return fail(`the driver ${factory.name} is not an infrastructure driver`);
        }
        if (driver.name !== factory.name)
            return fail(`the driver ${factory.name} calls itself ${driver.name}`);
        drivers.set(factory.name, driver);
    }
    const close = async () => {
        await Promise.all([...drivers.values()].map((driver) => driver.close()));
    };
    return ok({ drivers, close });
}
//# sourceMappingURL=registry.js.map