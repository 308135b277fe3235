import type { Route } from './route.ts';
/** How a make of BMC speaks Redfish: its resources, its refusals, its habits. */
export interface Persona {
    readonly name: string;
    /** The first that matches answers. */
    readonly routes: readonly Route[];
}
/** Another persona is a folder beside `generic`, and one line here. */
export declare const personas: Readonly<Record<string, Persona>>;
export declare const personaNames: readonly string[];
/** Asking for a persona that does not exist is a bug of the caller, who has checked the name where it came in. */
export declare function personaOf(name: string): Persona;
/** `mixed` deals one out by seed; any other name is taken as it is. */
export declare const dealPersona: (name: string, seed: string) => string;
