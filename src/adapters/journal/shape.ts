/** Checks of parsed JSON that the compiler holds to a type: a field of the type without a check does not compile. */
export type Check<T> = (value: unknown) => value is T;

/** A key that may be absent; where it is present, it must pass. */
export interface Optional<T> {
  readonly optional: Check<T>;
}

type Field = Check<unknown> | Optional<unknown>;

export type Fields<T> = {
  readonly [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? Optional<Exclude<T[K], undefined>> : Check<T[K]>;
};

export const optional = <T>(check: Check<T>): Optional<T> => ({ optional: check });

export const isText: Check<string> = (value) => typeof value === 'string';
export const isFlag: Check<boolean> = (value) => typeof value === 'boolean';
export const isNumber: Check<number> = (value) => typeof value === 'number';
export const isNull: Check<null> = (value) => value === null;

export const literal =
  <const T extends string | boolean>(...values: readonly T[]): Check<T> =>
  (value): value is T =>
    values.some((one) => one === value);

export const either =
  <A, B>(first: Check<A>, second: Check<B>): Check<A | B> =>
  (value): value is A | B =>
    first(value) || second(value);

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object with exactly these keys: one that nobody expects comes from a newer version, and may matter. */
export const shape = <T extends object>(fields: Fields<T>): Check<T> => {
  const table = new Map<string, Field>(Object.entries<Field>(fields));
  return (value): value is T => {
    if (!isObject(value)) return false;
    for (const key of Object.keys(value)) if (!table.has(key)) return false;
    for (const [key, field] of table) {
      const present = Object.hasOwn(value, key);
      if (typeof field === 'function' ? !present || !field(value[key]) : present && !field.optional(value[key])) {
        return false;
      }
    }
    return true;
  };
};

/** All of whose members pass. */
export const list =
  <T>(check: Check<T>): Check<readonly T[]> =>
  (value): value is readonly T[] =>
    Array.isArray(value) && value.every(check);

/** An object of any keys, all of whose values pass. */
export const map =
  <T>(check: Check<T>): Check<Readonly<Record<string, T>>> =>
  (value): value is Readonly<Record<string, T>> =>
    isObject(value) && Object.values(value).every(check);

/** One of several shapes, told apart by the text under `tag`; each member of the union must have its check. */
export const tagged = <T extends object, Tag extends keyof T & string>(
  tag: Tag,
  table: { readonly [K in T[Tag] & string]: Check<Extract<T, Readonly<Record<Tag, K>>>> },
): Check<T> => {
  const checks = new Map<unknown, Check<T>>(Object.entries<Check<T>>(table));
  return (value): value is T => isObject(value) && (checks.get(value[tag])?.(value) ?? false);
};
