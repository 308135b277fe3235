/** A Redfish resource or a part of one, as it came: nothing in it is what the schema says until it has been looked at. */
export type Resource = Readonly<Record<string, unknown>>;
export declare const isResource: (value: unknown) => value is Resource;
/** Trimmed; absent, null, blank and other kinds are `undefined`. */
export declare function text(resource: Resource | undefined, name: string): string | undefined;
/** Some services write numbers as strings. */
export declare function number(resource: Resource | undefined, name: string): number | undefined;
export declare function flag(resource: Resource | undefined, name: string): boolean | undefined;
export declare function part(resource: Resource | undefined, name: string): Resource | undefined;
/** Absent and null are an empty list. */
export declare function list(resource: Resource | undefined, name: string): readonly unknown[];
export declare function texts(resource: Resource | undefined, name: string): readonly string[];
/** What `{"@odata.id": "…"}` points at; some services write the bare string. */
export declare function link(resource: Resource | undefined, name: string): string | undefined;
export declare function links(resource: Resource | undefined, name: string): readonly string[];
