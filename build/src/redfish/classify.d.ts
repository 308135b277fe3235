import type { Started } from '../model/outcome.ts';
import type { Sent } from './client.ts';
import { type Conceal, type Refusal } from './refusal.ts';
export type Classified = Exclude<Started, {
    kind: 'refused';
}> | {
    readonly kind: 'refused';
    readonly refusal: Refusal;
};
/**
 * What the answer to a mutation means. A redirect is not followed, but whoever answers one may have acted; a 5xx says
 * nothing about what happened before it.
 */
export declare function classify(sent: Sent, origin: string, conceal: Conceal): Classified;
