import { type Resource, text } from './fields.ts';

/**
 * The ETag to send back: the header's, else `@odata.etag`. Empty ones are none, since echoing them is refused; what a
 * front end added for a compressed body is taken off; and what could not stand in a header is not used.
 */
export function etagOf(headers: Readonly<Record<string, string>>, body: Resource): string | undefined {
  const given = headers.etag?.trim() || text(body, '@odata.etag');
  if (given === undefined || /^(?:W\/)?"?"?$/.test(given) || !/^[\x21-\x7e]{1,256}$/.test(given)) return undefined;
  return given.replace(/-gzip("?)$/, '$1');
}

export const isWeak = (etag: string): boolean => etag.startsWith('W/');
export const strengthen = (etag: string): string => etag.replace(/^W\//, '');
