import { isMap, isScalar, parseDocument } from 'yaml';
import { fail, ok, type Result } from '../../model/result.ts';
import { Secret } from '../../model/secret.ts';
import type { HostLogin } from '../../ports/host-logins.ts';
import type { Credentials } from '../../ports/secrets.ts';

/** A file of credentials is two lines, or a private key of some forty. */
export const secretBytesMax = 16 * 1024;

/** The bytes of a file of secrets → what they say; the error names the file and no byte of it. */
export type ParseSecret<T> = (file: string, content: Uint8Array) => Result<T, string>;

/** A YAML map `{ username, password }`. */
export const parseCredentials: ParseSecret<Credentials> = (file, content) => {
  const pair = parsePair(file, content, 'password', 1024);
  return pair.ok ? ok({ username: pair.value.username, password: new Secret(pair.value.secret) }) : pair;
};

/** A YAML map `{ username, privateKey }`; the key is a block of lines (`privateKey: |`). */
export const parseHostLogin: ParseSecret<HostLogin> = (file, content) => {
  const pair = parsePair(file, content, 'privateKey', secretBytesMax);
  if (!pair.ok) return pair;
  const { username, secret } = pair.value;
  // It stands in messages, and a space or a hyphen in front would mean something to those who read it.
  if (!/^[a-z_][a-z0-9_-]{0,31}$/.test(username)) {
    return fail(`${file}: username is no name of a user: expected 1 to 32 of a-z, 0-9, _ and -, such as root`);
  }
  if (!/^-----BEGIN (OPENSSH|RSA|EC) PRIVATE KEY-----/.test(secret)) {
    return fail(
      `${file}: privateKey is no private key: expected one as ssh-keygen writes it, put in with "privateKey: |"`,
    );
  }
  return ok({ username, privateKey: new Secret(secret) });
};

interface Pair {
  readonly username: string;
  readonly secret: string;
}

/**
 * Exactly two texts. `file` stands in the error, and no byte of the content does: the parser's own messages quote what
 * they read, so only its line number is used.
 */
function parsePair(file: string, content: Uint8Array, secretKey: string, lengthMax: number): Result<Pair, string> {
  const expected = `expected exactly two keys, "username" and "${secretKey}", each with a text that is not empty`;
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
    if (!isScalar(key) || (key.value !== 'username' && key.value !== secretKey)) return wrong('it has another key');
    if (!isScalar(value) || typeof value.value !== 'string') return wrong(`${key.value} is not text: put it in quotes`);
    if (value.value.length > lengthMax) return wrong(`${key.value} has more than ${lengthMax} characters`);
    values.set(key.value, value.value);
  }
  const username = values.get('username') ?? '';
  const secret = values.get(secretKey) ?? '';
  if (username === '') return wrong('username is missing or empty');
  if (secret === '') return wrong(`${secretKey} is missing or empty`);
  return ok({ username, secret });
}

function decode(content: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return null;
  }
}
