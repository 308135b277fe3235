/**
 * The formats that the schemas name. Each is the reader that later gives the value, so that what passes the schema can
 * be read.
 */
export declare const formats: Readonly<Record<string, (text: string) => boolean>>;
