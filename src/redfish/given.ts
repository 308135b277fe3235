type Given<T> = { -readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** The same fields without those that are undefined: what was not said is absent, and not a field that holds nothing. */
export function given<T extends object>(fields: T): Given<T>;
export function given(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
