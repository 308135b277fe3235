import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const source = new URL('../../../agent/', import.meta.url).pathname;

/** Where what takes long to make is kept between runs. */
export const cache = process.env.NANOMETAL_CACHE ?? join(tmpdir(), 'nanometal-cache');

/** A folder with what `agent/build --kernel cloud` makes of the sources as they are now; built where it is not there yet. */
export async function agentImage(): Promise<string> {
  const folder = join(cache, `agent-image-${digestOfSource()}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const made = `${folder}.${process.pid}`;
  try {
    await build(made);
    // Somebody else may have been faster.
    if (!existsSync(folder)) renameSync(made, folder);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
  return folder;
}

/** @throws with what the build printed. */
export async function build(out: string, ...more: readonly string[]): Promise<void> {
  await run(join(source, 'build'), ['--kernel', 'cloud', '--out', out, ...more], {
    env: { ...process.env, NANOMETAL_CACHE: cache },
  });
}

function digestOfSource(): string {
  const hash = createHash('sha256');
  const files = readdirSync(source, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
    hash.update(`${path.slice(source.length)}\n`).update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 16);
}
