/** What a service said when it said no. */
export interface Refusal {
    readonly status: number;
    /** Without the registry's name and version: `Base.1.8.PropertyUnknown` is `PropertyUnknown`. */
    readonly messageIds: readonly string[];
    /** For people: what it said, at most 200 printable characters. */
    readonly message: string;
}
/** Takes out of a text what must not leave this process: a service may echo what it was sent. */
export type Conceal = (words: string) => string;
/** Reads `@Message.ExtendedInfo` as list or single object, inside `error` or beside it, and else the text as it stands. */
export declare function readRefusal(status: number, body: Uint8Array, conceal: Conceal): Refusal;
