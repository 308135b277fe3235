import type { BootMedium } from '../../define.ts';

/** Where an image was fetched from, as a BMC tells it: with or without scheme, host or user name. */
interface Place {
  readonly host?: string;
  readonly path: string;
}

const lengthMax = 2_048;
/** Nobody else's image has this in its path by chance. */
const unguessable = /\/[0-9a-f]{32}\//;

/** It is what we inserted, or would: of the same host and path, whatever the rest. */
export function isOurs(told: string | undefined, medium: BootMedium | undefined): boolean {
  if (told === undefined || medium === undefined || !URL.canParse(medium.iso)) return false;
  const own = new URL(medium.iso);
  const place = placeOf(told);
  if (place?.path !== own.pathname) return false;
  if (place.host === undefined) return unguessable.test(place.path);
  return place.host === own.host || place.host === own.hostname;
}

export const hostOf = (told: string | undefined): string | undefined =>
  told === undefined ? undefined : placeOf(told)?.host?.slice(0, 255);

function placeOf(told: string): Place | null {
  if (told.length > lengthMax) return null;
  const schemed = /^[a-z][a-z0-9+.-]*:\/\//i.test(told);
  if (!schemed && /^\/(?!\/)/.test(told)) return { path: told };
  // A bare name of a file is no host.
  if (!schemed && !told.includes('/')) return null;
  const text = schemed ? told.replace(/^[^:]*/, 'http') : `http://${told.replace(/^\/+/, '')}`;
  if (!URL.canParse(text)) return null;
  const { host, pathname } = new URL(text);
  return { ...(host === '' ? {} : { host }), path: pathname };
}

/** What of a medium must not be told to anybody but its BMC: whoever knows it could fetch it too. */
export function secretsOf({ iso }: BootMedium): readonly string[] {
  const path = URL.canParse(iso) ? new URL(iso).pathname : iso;
  // Also alone, in whatever way the rest is spelt.
  const long = path.split('/').filter((segment) => segment.length >= 16);
  return [iso, path, ...long].filter((secret) => secret.length >= 4);
}
