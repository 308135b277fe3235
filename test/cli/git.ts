import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder for one test file; `drop` removes it. */
export function makeFolder(): { readonly path: string; drop(): void } {
  const path = mkdtempSync(join(tmpdir(), 'nanometal-test-'));
  return { path, drop: () => rmSync(path, { recursive: true, force: true }) };
}

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Native git, without anything of this account, at a given time. */
export function git(
  folder: string,
  at: string,
  args: readonly string[],
  input = '',
  more: NodeJS.ProcessEnv = {},
): string {
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_AUTHOR_NAME: 'Ada',
    GIT_AUTHOR_EMAIL: 'ada@example.org',
    GIT_COMMITTER_NAME: 'Ada',
    GIT_COMMITTER_EMAIL: 'ada@example.org',
    GIT_AUTHOR_DATE: at,
    GIT_COMMITTER_DATE: at,
    ...more,
  };
  return execFileSync('git', ['-C', folder, ...args], {
    env,
    input,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'pipe'],
  }).trim();
}

/** Commits everything that lies in the work tree. */
export function commitAll(folder: string, at: string, message: string): string {
  git(folder, at, ['add', '--all']);
  git(folder, at, ['commit', '--quiet', '--message', message]);
  return git(folder, at, ['rev-parse', 'HEAD']);
}

/** A commit of exactly these files on top of `ref`, or the first there, without touching the work tree. */
export function commitTo(
  folder: string,
  ref: string,
  at: string,
  message: string,
  files: ReadonlyMap<string, string>,
): string {
  const index = { GIT_INDEX_FILE: join(folder, '.git', 'test-index') };
  rmSync(index.GIT_INDEX_FILE, { force: true });
  const entries = [...files].map(([path, text]) => {
    const id = git(folder, at, ['hash-object', '-w', '--stdin'], text);
    return `100644 ${id}\t${path}\n`;
  });
  git(folder, at, ['update-index', '--add', '--index-info'], entries.join(''), index);
  const tree = git(folder, at, ['write-tree'], '', index);
  const known = git(folder, at, ['for-each-ref', '--format=%(objectname)', ref]);
  const parents = known === '' ? [] : ['-p', known];
  const id = git(folder, at, ['commit-tree', tree, ...parents, '-F', '-'], message);
  git(folder, at, ['update-ref', ref, id]);
  return id;
}
