import type { BiosValue } from '../../model/inventory.ts';
/** What a new machine of the generic persona is set to. */
export declare const defaultBios: Readonly<Record<string, BiosValue>>;
/** Attributes that take only some values; one that is not listed takes every value of its type. */
export declare const biosChoices: ReadonlyMap<string, readonly string[]>;
