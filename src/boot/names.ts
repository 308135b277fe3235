import type { Digest, FacilityName } from '../model/names.ts';
import type { BootKeys } from '../ports/boot-keys.ts';

/** What nobody can guess who has not the facility's boot key; each ends with the attempt or grant that it is made of. */
export interface BootNames {
  /** 43 characters, base64url: of an agent, for one machine and one attempt. */
  token(attempt: Digest): string;
  /** 32 hex digits, in the URL of a medium. */
  medium(attempt: Digest): string;
  /** 32 hex digits, in the URL that an installed system calls. */
  home(grant: Digest): string;
}

export const bootNames = (keys: BootKeys, facility: FacilityName): BootNames => ({
  token: (attempt) => base64url(keys.derive(`token ${facility} ${attempt}`)),
  medium: (attempt) => keys.derive(`medium ${facility} ${attempt}`).slice(0, 32),
  home: (grant) => keys.derive(`home ${facility} ${grant}`).slice(0, 32),
});

const base64url = (hex: string): string =>
  btoa(String.fromCharCode(...(hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
