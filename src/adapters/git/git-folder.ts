import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readHostConfig } from './host-config.ts';

/** The Git folder of a repository on this host: the path itself where it is bare, or its `.git`. `null`: there is none. */
export function findGitFolder(path: string): string | null {
  for (const folder of [join(path, '.git'), path]) {
    if (existsSync(join(folder, 'HEAD')) && existsSync(join(folder, 'objects')) && statSync(folder).isDirectory()) {
      return folder;
    }
  }
  return null;
}

/** Why its files are not for us to read; `null`: they are as we know them. */
export function findForeignFormat(gitDir: string): string | null {
  const config = readHostConfig(gitDir);
  if ((config.get('extensions.objectformat') ?? 'sha1') !== 'sha1') {
    return 'the repository names its objects by SHA-256, which nanometal does not';
  }
  if ((config.get('extensions.refstorage') ?? 'files') !== 'files') {
    return 'the repository keeps its refs in a form that only git can read; use --git native';
  }
  return null;
}
