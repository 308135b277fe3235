import { Secret } from '../model/secret.ts';
import type { Random } from '../ports/random.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** What the strictest BMCs take is 16 characters (IPMI 1.5), and 96 bits are enough. */
const length = 16;
/** What most of them ask for: one of each sort. */
const sorts = [/[A-Z]/, /[a-z]/, /[0-9]/, /[-_]/];

/** 16 characters of 64, drawn anew until each sort is among them. It begins with a letter, for shells and URLs. */
export function newPassword(random: Random): Secret {
  for (;;) {
    const bytes = random.hex(length).match(/../g) ?? [];
    const text = bytes.map((byte) => letters[Number.parseInt(byte, 16) % letters.length]).join('');
    if (/^[A-Za-z]/.test(text) && sorts.every((sort) => sort.test(text))) return new Secret(text);
  }
}
