/** A JSON document; a member that is `undefined` is left out when it is written. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
    readonly [key: string]: Json | undefined;
}
export declare const isObject: (value: unknown) => value is JsonObject;
/** Characters; no request that the twin takes is nearly as long. */
export declare const bodyLengthMax = 65536;
/** The object in a request's body: `{}` for an empty one, `null` for what is no JSON object, too long or too deep. */
export declare function parseBody(body: string): JsonObject | null;
