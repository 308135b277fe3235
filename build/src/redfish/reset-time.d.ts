/** `LastResetTime` as given; `undefined` when it is no date. */
export declare function readResetTime(value: string | undefined): string | undefined;
