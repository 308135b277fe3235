type Given<T> = {
    -readonly [K in keyof T]?: Exclude<T[K], undefined>;
};
/** The same fields without those that are undefined: what was not said is absent, and not a field that holds nothing. */
export declare function given<T extends object>(fields: T): Given<T>;
export {};
