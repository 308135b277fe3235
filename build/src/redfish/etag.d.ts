import { type Resource } from './fields.ts';
/**
 * The ETag to send back: the header's, else `@odata.etag`. Empty ones are none, since echoing them is refused; what a
 * front end added for a compressed body is taken off; and what could not stand in a header is not used.
 */
export declare function etagOf(headers: Readonly<Record<string, string>>, body: Resource): string | undefined;
export declare const isWeak: (etag: string) => boolean;
export declare const strengthen: (etag: string) => string;
