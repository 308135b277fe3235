import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { GitAdapter } from '../../../src/adapters/git/choose.ts';
import { cloneFolder } from '../../../src/adapters/git/store/clone.ts';
import type { NewCommit, Repo } from '../../../src/ports/repo.ts';
import { type GitBench, gitBench } from './bench.ts';

export const main = 'refs/heads/main';
export const status = 'refs/heads/status/ams1';
export const adapters: readonly GitAdapter[] = ['native', 'isomorphic'];

/** Closed after each test of the file that imports this. */
let benches: GitBench[] = [];
export async function bench(...args: Parameters<typeof gitBench>): Promise<GitBench> {
  const made = await gitBench(...args);
  benches.push(made);
  return made;
}
afterEach(async () => {
  const open = benches;
  benches = [];
  for (const each of open) await each.close();
});

export const newCommit = (text: string, parents: readonly string[] = []): NewCommit => ({
  parents,
  base: null,
  message: text,
  author: { name: 'nanometal', email: 'n@example.org' },
  at: 1_795_305_600_000,
  changes: new Map([['a', text]]),
});

export const commitOf = (made: GitBench, text: string, parents: readonly string[] = []): string =>
  made.people.commit({
    parents,
    message: text.slice(0, 100).replaceAll('\0', '0'),
    files: [{ mode: '100644', path: 'a', content: text }],
  });

export async function tip(repo: Repo, ref: string): Promise<string | null> {
  const fetched = await repo.fetch([ref]);
  if (!fetched.ok) throw new Error(`${fetched.error.reason}: ${fetched.error.message}`);
  return fetched.value.get(ref) ?? null;
}

export async function failure(repo: Repo, ref: string): Promise<string> {
  const fetched = await repo.fetch([ref]);
  if (fetched.ok) throw new Error(`the fetch went well: ${JSON.stringify([...fetched.value])}`);
  return fetched.error.reason;
}

export const cloneOf = (made: GitBench): string => cloneFolder(made.stateDir, made.remote);

/** Files below a folder, relative. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));

export const objectPath = (gitDir: string, id: string): string => join(gitDir, 'objects', id.slice(0, 2), id.slice(2));

export function overwrite(path: string, content: string | Buffer): void {
  execFileSync('chmod', ['u+w', path]);
  writeFileSync(path, content);
}
