import { join, resolve } from 'node:path';
import { namePattern } from '../../model/names.ts';
import { fail } from '../../model/result.ts';
import type { Secrets } from '../../ports/secrets.ts';
import { parseCredentials, secretBytesMax } from './parse.ts';
import { readPrivateFile } from './private-file.ts';

/** `--secrets DIR`: `DIR/<name>.yaml` on the reconciler's host, read anew each time. */
export function openFolderSecrets(folder: string): Secrets {
  const root = resolve(folder);
  return {
    async credentials(name) {
      if (!namePattern.test(name)) return fail(badName(name));
      const file = join(root, `${name}.yaml`);
      const content = await readPrivateFile(file, secretBytesMax);
      return content.ok ? parseCredentials(file, content.value) : content;
    },
  };
}

/** Names reach a path, so only what cannot leave the folder is a name. */
export const badName = (name: string): string =>
  `${JSON.stringify(name.slice(0, 80))} is not a name of credentials: expected 1 to 63 of a-z, 0-9 and hyphens, not at either end`;
