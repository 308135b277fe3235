/** Checks of parsed JSON that the compiler holds to a type: a field of the type without a check does not compile. */
export type Check<T> = (value: unknown) => value is T;
/** A key that may be absent; where it is present, it must pass. */
export interface Optional<T> {
    readonly optional: Check<T>;
}
export type Fields<T> = {
    readonly [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? Optional<Exclude<T[K], undefined>> : Check<T[K]>;
};
export declare const optional: <T>(check: Check<T>) => Optional<T>;
export declare const isText: Check<string>;
export declare const isFlag: Check<boolean>;
export declare const isNumber: Check<number>;
export declare const isNull: Check<null>;
export declare const literal: <const T extends string | boolean>(...values: readonly T[]) => Check<T>;
export declare const either: <A, B>(first: Check<A>, second: Check<B>) => Check<A | B>;
export declare const isObject: (value: unknown) => value is Readonly<Record<string, unknown>>;
/** An object with exactly these keys: one that nobody expects comes from a newer version, and may matter. */
export declare const shape: <T extends object>(fields: Fields<T>) => Check<T>;
/** An object of any keys, all of whose values pass. */
export declare const map: <T>(check: Check<T>) => Check<Readonly<Record<string, T>>>;
/** One of several shapes, told apart by the text under `tag`; each member of the union must have its check. */
export declare const tagged: <T extends object, Tag extends keyof T & string>(tag: Tag, table: { readonly [K in T[Tag] & string]: Check<Extract<T, Readonly<Record<Tag, K>>>>; }) => Check<T>;
