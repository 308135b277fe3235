/**
 * The public entry for drivers, in the tree and from outside (`nanometal/driver`). A driver package has one default
 * export made by one of these, and imports nothing else of nanometal.
 */
export { matches as isMachine } from "../diff/identity.js";
export { Secret } from "../model/secret.js";
export const defineInfrastructureDriver = (definition) => ({
    name: definition.name,
    role: 'infrastructure',
    create: (ports) => ({ ...definition.create(ports), role: 'infrastructure', name: definition.name }),
});
export const defineBootstrapDriver = (definition) => ({
    name: definition.name,
    role: 'bootstrap',
    create: (ports) => ({ ...definition.create(ports), role: 'bootstrap', name: definition.name }),
});
export const defineControlPlaneDriver = (definition) => ({
    name: definition.name,
    role: 'control-plane',
    create: (ports) => ({ ...definition.create(ports), role: 'control-plane', name: definition.name }),
});
//# sourceMappingURL=define.js.map