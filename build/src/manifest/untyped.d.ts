export declare const unknownIn: (from: unknown, field: string) => unknown;
/** Empty where there is no such text. */
export declare function textIn(from: unknown, field: string): string;
export declare function recordIn(from: unknown, field: string): Readonly<Record<string, unknown>>;
export declare const textsOf: (value: unknown) => string[];
