import { Decrypter } from 'age-encryption';
import { fail, ok, type Result } from '../../model/result.ts';
import { readPrivateFile } from './private-file.ts';

const keyFileBytesMax = 16 * 1024;
const keysMax = 16;

/**
 * The lines of `--age-key FILE`, read anew each time; each is one that age takes. The library's errors quote keys, so they
 * are not passed on.
 */
export async function readIdentities(keyFile: string): Promise<Result<readonly string[], string>> {
  const content = await readPrivateFile(keyFile, keyFileBytesMax);
  if (!content.ok) return content;
  const keys = new TextDecoder()
    .decode(content.value)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (keys.length === 0 || keys.length > keysMax) {
    return fail(
      `${keyFile} holds ${keys.length} keys: expected 1 to ${keysMax} lines AGE-SECRET-KEY-…, as age-keygen writes`,
    );
  }
  try {
    const decrypter = new Decrypter();
    for (const line of keys) decrypter.addIdentity(line);
  } catch {
    return fail(`${keyFile} holds a line that is no age key: expected AGE-SECRET-KEY-…, as age-keygen writes`);
  }
  return ok(keys);
}
