import type { Key } from '../model/keyring.ts';
import type { MachineMemory } from '../model/memory.ts';
import type { Digest, Ticks } from '../model/names.ts';

/** Passwords that nobody has proved and nobody has disproved are kept, so that a BMC that was late locks nobody out. */
const keysMax = 4;

/** With the one that is about to be set: newest first, and the proved one never falls out. */
export function withStaged(keys: readonly Key[], staged: Key, proved: Digest | undefined): readonly Key[] {
  if (keys.some(({ grant }) => grant === staged.grant)) return keys;
  const known = keys.filter(({ grant }) => grant === proved);
  const spare = keys.filter(({ grant }) => grant !== proved).slice(0, keysMax - 2);
  return [staged, ...keys.filter((key) => spare.includes(key) || known.includes(key))];
}

/** One password is in force, and when it was proved all older ones are not: they are forgotten. */
export function withoutOlder(keys: readonly Key[], proved: Digest | undefined): readonly Key[] {
  const index = keys.findIndex(({ grant }) => grant === proved);
  return index < 0 ? keys : keys.slice(0, index + 1);
}

/** A BMC may answer a moment before the new password is in force. */
const settleMs = 3_000;

/**
 * In the order in which they are to be shown. After a change was sent, and may have arrived, the new one is likelier than
 * the old one; before that it is in force nowhere, and showing it would only be a wrong try.
 */
export function loginOrder(keys: readonly Key[], { account, open }: MachineMemory, now: Ticks): readonly Key[] {
  const rotating = open?.args.verb === 'RotateCredentials' ? open : undefined;
  const left = rotating?.sentAt !== undefined && !rotating.flying;
  // Of what an earlier process sent, nobody knows how long ago that was.
  const arrived = left && (rotating.interrupted || rotating.inherited || now - rotating.sentAt >= settleMs);
  const unsent = rotating && rotating.sentAt === undefined ? rotating.grant : undefined;
  const first = arrived ? rotating.grant : account?.grant;
  const ranks = [first, account?.grant, rotating?.grant];
  const rank = ({ grant }: Key): number => (ranks.includes(grant) ? ranks.indexOf(grant) : ranks.length);
  return keys.filter(({ grant }) => grant !== unsent).toSorted((a, b) => rank(a) - rank(b));
}
