import { join, resolve } from 'node:path';
import { namePattern } from '../../model/names.ts';
import { fail, type Result } from '../../model/result.ts';
import type { HostLogins } from '../../ports/host-logins.ts';
import type { Secrets } from '../../ports/secrets.ts';
import { type ParseSecret, parseCredentials, parseHostLogin, secretBytesMax } from './parse.ts';
import { readPrivateFile } from './private-file.ts';

/** `--secrets DIR`: `DIR/<name>.yaml` on the reconciler's host, read anew each time. */
export const openFolderSecrets = (folder: string): Secrets => ({
  credentials: (name) => readSecret(folder, name, parseCredentials),
});

/** The same for those who log in to hosts. */
export const openFolderHostLogins = (folder: string): HostLogins => ({
  hostLogin: (name) => readSecret(folder, name, parseHostLogin),
});

async function readSecret<T>(folder: string, name: string, parse: ParseSecret<T>): Promise<Result<T, string>> {
  if (!namePattern.test(name)) return fail(badName(name));
  const file = join(resolve(folder), `${name}.yaml`);
  const content = await readPrivateFile(file, secretBytesMax);
  return content.ok ? parse(file, content.value) : content;
}

/** Names reach a path, so only what cannot leave the folder is a name. */
export const badName = (name: string): string =>
  `${JSON.stringify(name.slice(0, 80))} is not a name of credentials: expected 1 to 63 of a-z, 0-9 and hyphens, not at either end`;
