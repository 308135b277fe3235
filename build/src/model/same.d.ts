/**
 * Whether two plain values mean the same: as their `canonical` texts would be equal, without writing them. An absent key
 * and an undefined one are alike.
 */
export declare function same(a: unknown, b: unknown): boolean;
