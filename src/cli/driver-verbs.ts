import { systemClock } from '../adapters/clock.ts';
import { redfish } from '../drivers/infrastructure/redfish/driver.ts';
import { fail } from '../model/result.ts';
import type { Verb } from '../model/verb.ts';
import type { DriverPorts } from '../ports/driver.ts';

const unheardOf = (): never => {
  throw new Error('a plan shows nobody a password');
};

/** A plan talks to nobody: it only asks the drivers what they could do. */
export const nowhere: DriverPorts = {
  http: { request: async () => ({ kind: 'failed', sent: 'no', reason: 'refused', message: 'a plan sends nothing' }) },
  secrets: { credentials: async () => fail('a plan has no secrets') },
  clock: systemClock,
  loginBook: {
    trying: unheardOf,
    spared: unheardOf,
    refused: unheardOf,
    cameIn: unheardOf,
    doubt: unheardOf,
    meetAnew: unheardOf,
    isKnown: unheardOf,
    tried: unheardOf,
    mark: unheardOf,
    waitsUntil: unheardOf,
  },
};

/** By the name that a manifest's `bmc.driver` uses. */
export const driverVerbs: ReadonlyMap<string, readonly Verb[]> = new Map(
  [redfish].map((factory) => [factory.name, factory.create(nowhere).verbs]),
);
