import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type GitAdapter, openRepo, type RepoOptions } from '../../../src/adapters/git/choose.ts';
import type { RepoBench } from '../../../src/conformance/repo.ts';
import type { Repo } from '../../../src/ports/repo.ts';
import { type GitHttp, startGitHttp } from './http-backend.ts';
import { People } from './people.ts';

export interface GitBench extends RepoBench {
  readonly adapter: GitAdapter;
  readonly people: People;
  /** Present where the remote is reached over HTTP. */
  readonly http: GitHttp | null;
  readonly folder: string;
  readonly remote: string;
  /** Of `repo`. */
  readonly stateDir: string;
  readonly tokenFile: string;
  open(options?: Partial<RepoOptions>): Promise<Repo>;
}

export const password = 'correct-horse-battery';

/** A bare repository in a temporary folder, reached by `adapter` over `way`. */
export async function gitBench(
  adapter: GitAdapter,
  way: 'path' | 'http',
  options: Partial<RepoOptions> = {},
): Promise<GitBench> {
  const folder = mkdtempSync(join(tmpdir(), 'nanometal-git-'));
  const people = People.begin(join(folder, 'fleet.git'));
  const http = way === 'http' ? await startGitHttp({ root: folder, username: 'robot', password }) : null;
  const tokenFile = join(folder, 'token');
  writeFileSync(tokenFile, `robot:${password}\n`);
  const remote = http ? `${http.url}/fleet.git` : people.path;
  const opened: Repo[] = [];
  const open = async (more: Partial<RepoOptions> = {}): Promise<Repo> => {
    const stateDir = join(folder, `state-${opened.length}`);
    const found = await openRepo({ adapter, remote, stateDir, ...(http && { tokenFile }), ...options, ...more });
    if (!found.ok) throw new Error(`the repository did not open: ${found.error.message}`);
    opened.push(found.value);
    return found.value;
  };
  const repo = await open();
  return {
    adapter,
    people,
    http,
    folder,
    remote,
    stateDir: join(folder, 'state-0'),
    tokenFile,
    open,
    repo,
    another: () => open(),
    commitAsOther: async (commit) => people.commit(commit),
    setRef: async (ref, id) => people.setRef(ref, id),
    deleteRef: async (ref) => people.deleteRef(ref),
    refusePushes: async () => people.hook('update', 'echo "this branch is protected" >&2; exit 1'),
    close: async () => {
      for (const each of opened) await each.close();
      await http?.close();
      people.fsck();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
