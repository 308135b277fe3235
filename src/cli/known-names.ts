import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { trackingRef } from '../adapters/git/store/ref-name.ts';
import type { CommitId, FacilityName } from '../model/names.ts';
import type { Repo } from '../ports/repo.ts';
import { folderAt } from './facility.ts';
import { openToRead } from './open-repo.ts';
import type { Terminal } from './terminal.ts';

/** Every machine and `rack/<rack>` that the reconciler of a state folder has told of. */
export interface KnownNames {
  readonly facility: FacilityName;
  readonly names: ReadonlySet<string>;
}

/** Read in its own clone of the status branch, without asking anybody; null where there is none, or none to be read now. */
export async function knownNames(terminal: Terminal, stateFolder: string): Promise<KnownNames | null> {
  try {
    const facility = (await readFile(join(stateFolder, 'facility'), 'utf8')).trim();
    for (const clone of clonesIn(stateFolder)) {
      const opened = await openToRead(terminal, clone, { repo: clone });
      if (!opened.ok) continue;
      const names = await namesIn(opened.value.repo, trackingRef(`refs/heads/status/${facility}`));
      await opened.value.close();
      if (names !== null) return { facility, names };
    }
  } catch {
    // The reconciler may be replacing its clone just now, and whoever asks has something better to do than to wait for it.
  }
  return null;
}

function clonesIn(stateFolder: string): readonly string[] {
  return ['status', 'fleet'].flatMap((repo) => {
    const folder = join(stateFolder, repo, 'git');
    const names = readdirSync(stateFolder).includes(repo) ? readdirSync(folder) : [];
    return names.filter((name) => name.endsWith('.git')).map((name) => join(folder, name));
  });
}

async function namesIn(repo: Repo, ref: string): Promise<ReadonlySet<string> | null> {
  const fetched = await repo.fetch([ref]);
  const head: CommitId | null = (fetched.ok && fetched.value.get(ref)) || null;
  if (head === null) return null;
  const names = new Set<string>();
  for (const { name: rack } of await folderAt(repo, head, ['machines'])) {
    names.add(`rack/${rack}`);
    for (const { name } of await folderAt(repo, head, ['machines', rack])) names.add(name.replace(/\.json$/, ''));
  }
  return names;
}
