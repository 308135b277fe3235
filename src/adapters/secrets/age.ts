import { createHash } from 'node:crypto';
import { armor, Decrypter } from 'age-encryption';
import { namePattern } from '../../model/names.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import type { HostLogins } from '../../ports/host-logins.ts';
import type { Secrets } from '../../ports/secrets.ts';
import { badName } from './folder.ts';
import { readIdentities } from './identities.ts';
import { type ParseSecret, parseCredentials, parseHostLogin, secretBytesMax } from './parse.ts';

const keptMax = 4096;
/** The header has a stanza for each recipient, and the armored form takes a third more. */
const sealedBytesMax = 2 * secretBytesMax + 16 * 1024;

export interface AgeSecretsOptions {
  /** `--age-key FILE`: as age-keygen writes it, one or more `AGE-SECRET-KEY-…` lines; the file is as private as a password. */
  readonly keyFile: string;
  /** For messages only: `facilities/<f>/secrets`. */
  readonly folder: string;
  /** The bytes of `<folder>/<name>.age` in the accepted commit; null: there is no such file. */
  readonly read: (name: string) => Promise<Uint8Array | null>;
}

/** `--age-key FILE`: credentials lie encrypted in the fleet repo. Key and file are read anew each time. */
export const openAgeSecrets = (options: AgeSecretsOptions): Secrets => ({
  credentials: openSecrets(options, parseCredentials),
});

/** The same for those who log in to hosts. */
export const openAgeHostLogins = (options: AgeSecretsOptions): HostLogins => ({
  hostLogin: openSecrets(options, parseHostLogin),
});

function openSecrets<T>(
  { keyFile, folder, read }: AgeSecretsOptions,
  parse: ParseSecret<T>,
): (name: string) => Promise<Result<T, string>> {
  // Opening one takes some 4 ms of CPU, and a thousand machines may share it: kept for as long as both inputs are the same.
  const kept = new Map<string, { readonly digest: string; readonly parsed: T }>();

  return async (name) => {
    if (!namePattern.test(name)) return fail(badName(name));
    const file = `${folder}/${name}.age`;
    const identities = await readIdentities(keyFile);
    if (!identities.ok) return identities;
    const sealed = await read(name);
    if (sealed === null) return fail(`${file} does not exist in the accepted commit: make it with nanometal seal`);
    if (sealed.length > sealedBytesMax) return fail(`${file} has more than ${sealedBytesMax} bytes`);

    const digest = createHash('sha256').update(identities.value.join(' ')).update('\0').update(sealed).digest('hex');
    const before = kept.get(name);
    if (before?.digest === digest) return ok(before.parsed);
    const opened = await openSealed(file, keyFile, identities.value, sealed);
    if (!opened.ok) return opened;
    const parsed = parse(file, opened.value);
    if (parsed.ok) {
      if (kept.size >= keptMax) kept.clear();
      kept.set(name, { digest, parsed: parsed.value });
    }
    return parsed;
  };
}

/** The library's errors quote keys and headers, so they are not passed on. */
async function openSealed(
  file: string,
  keyFile: string,
  identities: readonly string[],
  sealed: Uint8Array,
): Promise<Result<Uint8Array, string>> {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  try {
    return ok(await decrypter.decrypt(unwrap(sealed)));
  } catch {
    return fail(
      `${file} cannot be opened with ${keyFile}: it is damaged or was sealed for other recipients; seal it anew with nanometal seal`,
    );
  }
}

/** `age --armor` writes text instead of bytes. */
function unwrap(sealed: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(sealed);
  return text.trimStart().startsWith('-----BEGIN AGE ENCRYPTED FILE-----') ? armor.decode(text) : sealed;
}
