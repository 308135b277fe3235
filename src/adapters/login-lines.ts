import type { Instant } from '../model/names.ts';

/** A line of the login book. */
export type LoginLine =
  | { readonly kind: 'salt'; readonly salt: string }
  | { readonly kind: 'anew'; readonly at: Instant; readonly places: readonly string[] }
  | {
      /**
       * `try`: about to be shown. `back`: it was not. `no`: refused. `old`: right, and to be changed first. `in`: let in.
       * `known`: what let us in last, where the file was written anew. `doubt`: that may no longer be so.
       */
      readonly kind: (typeof kinds)[number];
      readonly at: Instant;
      /** Address and, where there is TLS, key. */
      readonly places: readonly string[];
      readonly username: string;
      readonly mark?: string;
      readonly why?: string;
      readonly forgiven?: boolean;
      /** All that is known of one password that was shown, where the file was written anew. */
      readonly whole?: boolean;
    };

const kinds = ['try', 'back', 'no', 'old', 'in', 'known', 'doubt'] as const;

/** A BMC's own words are in it. */
const whyLengthMax = 300;

export const bytesOfLines = (lines: readonly LoginLine[]): Uint8Array =>
  new TextEncoder().encode(
    lines
      .map((line) => `${JSON.stringify('why' in line ? { ...line, why: line.why?.slice(0, whyLengthMax) } : line)}\n`)
      .join(''),
  );

/** Lines that say nothing are passed over: one that a crash cut off announced what had not been sent yet. */
export const readLoginLines = (bytes: Uint8Array): readonly LoginLine[] =>
  new TextDecoder()
    .decode(bytes)
    .split('\n')
    .flatMap((line) => readLine(line) ?? []);

function readLine(line: string): LoginLine | null {
  const value = parse(line);
  if (typeof value !== 'object' || value === null || !('kind' in value)) return null;
  if (value.kind === 'salt') {
    return 'salt' in value && typeof value.salt === 'string' ? { kind: 'salt', salt: value.salt } : null;
  }
  if (!('places' in value && 'at' in value)) return null;
  const { at } = value;
  const places = Array.isArray(value.places) ? value.places.filter((place) => typeof place === 'string') : [];
  if (typeof at !== 'number' || !Number.isFinite(at) || places.length === 0) return null;
  if (value.kind === 'anew') return { kind: 'anew', at, places };
  const kind = kinds.find((known) => known === value.kind);
  if (kind === undefined || !('username' in value) || typeof value.username !== 'string') return null;
  return {
    kind,
    at,
    places,
    username: value.username,
    ...('mark' in value && typeof value.mark === 'string' ? { mark: value.mark } : {}),
    ...('why' in value && typeof value.why === 'string' ? { why: value.why } : {}),
    ...('forgiven' in value && value.forgiven === true ? { forgiven: true } : {}),
    ...('whole' in value && value.whole === true ? { whole: true } : {}),
  };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
