import type { Digest, FacilityName } from '../model/names.ts';

/** `intent`: before anything is sent. `outcome`: what came of it. `observation`: what was seen. */
export type CommitKind = 'intent' | 'outcome' | 'observation' | 'lease';

export interface CommitMessage {
  readonly facility: FacilityName;
  /** For people, without the facility: "power off ams1-r01-u02". */
  readonly subject: string;
  /** What the subject has no room for, a line each. */
  readonly body?: readonly string[];
  readonly kind: CommitKind;
  /** In order; a name may come again (`Grant`). */
  readonly trailers: readonly (readonly [string, string])[];
}

/** Subject, body if any, trailers as `git interpret-trailers` reads them; an empty line between. */
export function renderMessage({ facility, subject, body = [], kind, trailers }: CommitMessage): string {
  const lines = [['Nanometal-Kind', kind] as const, ...trailers].map(([name, value]) => `${name}: ${oneLine(value)}`);
  const said = body.length > 0 ? `${body.map(oneLine).join('\n')}\n\n` : '';
  return `${shorten(`${facility}: ${oneLine(subject)}`)}\n\n${said}${lines.join('\n')}\n`;
}

/** The trailers of the last paragraph, values by name; empty where it holds anything but trailers. */
export function parseTrailers(message: string): ReadonlyMap<string, readonly string[]> {
  const last = message.trimEnd().split(/\n\n+/).at(-1) ?? '';
  const found = new Map<string, string[]>();
  for (const line of last.split('\n')) {
    const match = /^([A-Za-z][A-Za-z0-9-]*): (.*)$/.exec(line);
    if (!match?.[1]) return new Map();
    const values = found.get(match[1]) ?? [];
    values.push(match[2] ?? '');
    found.set(match[1], values);
  }
  return found;
}

export interface GrantLine {
  readonly grant: Digest;
  readonly verb: string;
  readonly machine: string;
}

export const grantTrailer = ({ grant, verb, machine }: GrantLine): readonly [string, string] => [
  'Grant',
  `${grant} ${verb} ${machine}`,
];

/** Up to three names, then a count: "a, b, c and 9 more". */
export function enumerate(names: readonly string[]): string {
  if (names.length <= 3) return names.join(', ');
  return `${names.slice(0, 3).join(', ')} and ${names.length - 3} more`;
}

// A value from a BMC or a manifest must not be able to add a trailer of its own.
const oneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
const shorten = (text: string): string => (text.length <= 100 ? text : `${text.slice(0, 99)}…`);
