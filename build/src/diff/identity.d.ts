import type { Identity } from '../model/inventory.ts';
/** Two agree, one of them the system's own, and none that both sides know differs (law 7). */
export declare function matches(enrolled: Identity, seen: Identity): boolean;
type Field = keyof Identity;
export declare function compareIdentity(enrolled: Identity, seen: Identity): {
    readonly agreeing: readonly Field[];
    readonly differing: readonly Field[];
};
/** For people: `serial 7XK2M93 is enrolled, 9YY1B02 answers`. */
export declare function explainMismatch(enrolled: Identity, seen: Identity): string;
export {};
