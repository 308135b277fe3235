import { hash } from './dice.ts';
import { genericRoutes } from './generic/routes.ts';
import type { Route } from './route.ts';

/** How a make of BMC speaks Redfish: its resources, its refusals, its habits. */
export interface Persona {
  readonly name: string;
  /** The first that matches answers. */
  readonly routes: readonly Route[];
}

/** Another persona is a folder beside `generic`, and one line here. */
export const personas: Readonly<Record<string, Persona>> = {
  generic: { name: 'generic', routes: genericRoutes },
};

export const personaNames: readonly string[] = Object.keys(personas).sort();

/** Asking for a persona that does not exist is a bug of the caller, who has checked the name where it came in. */
export function personaOf(name: string): Persona {
  const persona = personas[name];
  if (persona === undefined) throw new Error(`unknown persona: ${name}`);
  return persona;
}

/** `mixed` deals one out by seed; any other name is taken as it is. */
export const dealPersona = (name: string, seed: string): string =>
  name === 'mixed' ? (personaNames[hash(seed) % personaNames.length] ?? 'generic') : name;
