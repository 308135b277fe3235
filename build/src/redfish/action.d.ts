import { type Resource } from './fields.ts';
import { type Reader } from './reader.ts';
import type { Reading } from './reply.ts';
/** An action that a resource offers, such as `#ComputerSystem.Reset`. */
export interface Action {
    /** Where it is posted, within the origin. */
    readonly target: string;
    /** Values that the parameter takes, as offered; empty: the service does not say. */
    readonly values: readonly string[];
}
/** `null`: it is not offered. The values are beside the action, or in an ActionInfo that it links to. */
export declare function findAction(reader: Reader, resource: Resource, name: string, parameter: string): Promise<Reading<Action | null>>;
