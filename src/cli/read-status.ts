import type { CommitId, FacilityName, MachineName } from '../model/names.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { Status } from '../model/status.ts';
import type { Commit, Repo } from '../ports/repo.ts';
import { isStatusData, readFiles } from '../status/files.ts';
import { type Complaint, failed, repoFailed } from './complaint.ts';
import type { OpenedRepo } from './open-repo.ts';
import { newestOf } from './revision.ts';
import { short } from './words.ts';

/** What was committed of a facility, and by which commit. */
export interface StatusReading {
  readonly facility: FacilityName;
  readonly commit: Commit;
  readonly status: Status;
}

/** Where a facility's status and lease are. */
export interface StatusHeads {
  readonly status: Commit | null;
  readonly lease: Commit | null;
}

/** In somebody's clone the status branch is the one last fetched from `origin`; the lease does not come along there. */
export async function findStatus(opened: OpenedRepo, facility: FacilityName): Promise<Result<StatusHeads, Complaint>> {
  const { repo, local } = opened;
  const lease = `refs/nanometal/lease/${facility}`;
  const branches = [
    `refs/heads/status/${facility}`,
    ...(local === null ? [] : [`refs/remotes/origin/status/${facility}`]),
  ];
  const fetched = await repo.fetch([...branches, lease]);
  if (!fetched.ok) return fail(repoFailed(opened.address, fetched.error));
  const commitOf = async (id: CommitId | null | undefined): Promise<Commit | null> => (id ? repo.commit(id) : null);
  const head = await newestOf(
    repo,
    branches.map((ref) => fetched.value.get(ref)),
  );
  return ok({ status: await commitOf(head), lease: await commitOf(fetched.value.get(lease)) });
}

/** What a command wants to know: hardware is most of the bytes, and few ask for it. */
export type Wanted = 'all' | 'without-inventory' | { readonly machine: MachineName };

/** The status as that commit has it. */
export async function readStatus(
  repo: Repo,
  facility: FacilityName,
  commit: Commit,
  wanted: Wanted,
): Promise<Result<StatusReading, Complaint>> {
  const files = await readTree(repo, commit.tree, wanted);
  const status = readFiles(facility, files);
  if (status.ok) return ok({ facility, commit, status: status.value });
  return fail(
    failed(
      `status/${facility} at ${short(commit.id)} cannot be read: ${status.error}`,
      'whoever changed it by hand should take that back; a reconciler that finds it so begins by looking',
    ),
  );
}

const filesMax = 500_000;
const bytesMax = 4 * 1024 * 1024;
const batch = 512;
const folderMode = '040000';

async function readTree(repo: Repo, root: string, wanted: Wanted): Promise<ReadonlyMap<string, string>> {
  const found: { readonly path: string; readonly id: string }[] = [];
  const folders: { readonly prefix: string; readonly id: string }[] = [{ prefix: '', id: root }];
  for (let folder = folders.pop(); folder && found.length < filesMax; folder = folders.pop()) {
    for (const entry of (await repo.tree(folder.id)) ?? []) {
      const path = folder.prefix + entry.name;
      if (entry.mode === folderMode && !(wanted === 'without-inventory' && path === 'inventory')) {
        folders.push({ prefix: `${path}/`, id: entry.id });
      } else if (entry.mode === '100644' && isStatusData(path) && isWanted(path, wanted)) {
        found.push({ path, id: entry.id });
      }
    }
  }
  found.sort((a, b) => (a.path < b.path ? -1 : 1));
  const files = new Map<string, string>();
  const decoder = new TextDecoder();
  for (let at = 0; at < found.length; at += batch) {
    const part = found.slice(at, at + batch);
    const blobs = await repo.blobs(
      part.map((file) => file.id),
      bytesMax,
    );
    // What is missing or far too large was not written like this; an empty text is refused by whoever reads it.
    part.forEach((file, i) => {
      const blob = blobs[i];
      files.set(file.path, blob instanceof Uint8Array ? decoder.decode(blob) : '');
    });
  }
  return files;
}

const isWanted = (path: string, wanted: Wanted): boolean =>
  typeof wanted === 'string' || !path.includes('/') || path.endsWith(`/${wanted.machine}.json`);
