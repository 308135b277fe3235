import { isMap, isScalar, parseDocument } from 'yaml';
import { fail, ok, type Result } from '../../model/result.ts';
import { Secret } from '../../model/secret.ts';
import type { Credentials } from '../../ports/secrets.ts';

/** A file of credentials is two lines. */
export const secretBytesMax = 16 * 1024;

const valueLengthMax = 1024;
const expected = 'expected exactly two keys, "username" and "password", each with a text that is not empty';

/**
 * A YAML map `{ username, password }`. `file` stands in the error, and no byte of the content does: the parser's own
 * messages quote what they read, so only its line number is used.
 */
export function parseCredentials(file: string, content: Uint8Array): Result<Credentials, string> {
  const wrong = (what: string): Result<never, string> => fail(`${file}: ${what}; ${expected}`);
  if (content.length > secretBytesMax) return wrong(`it has more than ${secretBytesMax} bytes`);
  const text = decode(content);
  if (text === null) return wrong('it is not UTF-8 text');
  const document = parseDocument(text, { schema: 'core', merge: false, logLevel: 'error', prettyErrors: true });
  const [error] = document.errors;
  if (error !== undefined) return wrong(`line ${error.linePos?.[0].line ?? 1} is not YAML`);
  if (!isMap(document.contents)) return wrong('it is not a map');

  const values = new Map<unknown, string>();
  for (const { key, value } of document.contents.items) {
    if (!isScalar(key) || (key.value !== 'username' && key.value !== 'password')) return wrong('it has another key');
    if (!isScalar(value) || typeof value.value !== 'string') return wrong(`${key.value} is not text: put it in quotes`);
    if (value.value.length > valueLengthMax) return wrong(`${key.value} has more than ${valueLengthMax} characters`);
    values.set(key.value, value.value);
  }
  const username = values.get('username') ?? '';
  const password = values.get('password') ?? '';
  if (username === '') return wrong('username is missing or empty');
  if (password === '') return wrong('password is missing or empty');
  return ok({ username, password: new Secret(password) });
}

function decode(content: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return null;
  }
}
