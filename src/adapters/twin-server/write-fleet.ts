import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '../../model/result.ts';

/**
 * Writes the files of a generated fleet repo. A folder that holds anything else, or one of these files with other
 * content, is left as it is, and the error names the first such file: nothing that people wrote is overwritten. Git's
 * own folder is no obstacle.
 */
export function writeFleet(folder: string, files: ReadonlyMap<string, string>): Result<number, string> {
  for (const path of walk(folder)) {
    const text = files.get(path);
    if (text === undefined) return fail(`${join(folder, path)} is none of the files that would be written`);
    if (readFileSync(join(folder, path), 'utf8') !== text) return fail(`${join(folder, path)} has been changed`);
  }
  for (const [path, text] of files) writeText(join(folder, path), text, 0o644);
  return ok(files.size);
}

/** Writes secrets readable for their owner only, beside others that may be there; one that differs is left as it is. */
export function writeSecrets(folder: string, secrets: ReadonlyMap<string, string>): Result<number, string> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const present = new Set(readdirSync(folder));
  for (const [name, text] of secrets) {
    const path = join(folder, name);
    if (present.has(name) && readFileSync(path, 'utf8') !== text) return fail(`${path} has been changed`);
  }
  for (const [name, text] of secrets) writeText(join(folder, name), text, 0o600);
  return ok(secrets.size);
}

function writeText(path: string, text: string, mode: number): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { mode });
}

/** Paths of all files, relative to the folder; none where it does not exist yet. */
function walk(folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true });
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length))
    .filter((path) => path !== '.git' && !path.startsWith('.git/'))
    .sort();
}
