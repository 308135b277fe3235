import { hash } from "./dice.js";
import { genericRoutes } from "./generic/routes.js";
/** Another persona is a folder beside `generic`, and one line here. */
export const personas = {
    generic: { name: 'generic', routes: genericRoutes },
};
export const personaNames = Object.keys(personas).sort();
/** Asking for a persona that does not exist is a bug of the caller, who has checked the name where it came in. */
export function personaOf(name) {
    const persona = personas[name];
    if (persona === undefined)
        throw new Error(`unknown persona: ${name}`);
    return persona;
}
/** `mixed` deals one out by seed; any other name is taken as it is. */
export const dealPersona = (name, seed) => name === 'mixed' ? (personaNames[hash(seed) % personaNames.length] ?? 'generic') : name;
//# sourceMappingURL=personas.js.map