import type { Former, Prior } from '../diff/take-in.ts';
import { bounded } from '../manifest/bounded.ts';
import { checkTree } from '../manifest/check-tree.ts';
import { installSpecOf, linkIdentity, linkOperation } from '../manifest/link-machine.ts';
import { Linker } from '../manifest/linker.ts';
import { type ParsedFile, parseFile } from '../manifest/parse.ts';
import { isManifestPath } from '../manifest/path.ts';
import { scopeOf } from '../manifest/scope.ts';
import type { Fleet } from '../model/fleet.ts';
import type { CommitId, FacilityName, MachineName, ObjectId } from '../model/names.ts';
import type { Problem } from '../model/problem.ts';
import { fail, type Result } from '../model/result.ts';
import type { Clock } from '../ports/clock.ts';
import type { Repo, TreeEntry } from '../ports/repo.ts';
import { turns } from './unhurried.ts';

/** Parsed files by path and blob id: work is proportional to what a commit changed, not to the size of the fleet. */
export interface ManifestCache {
  readonly parsed: Map<string, Result<ParsedFile, readonly Problem[]>>;
  readonly trees: Map<ObjectId, readonly TreeEntry[]>;
  /** Holds the files of the revision that was linked last, so that the next is linked by what differs. */
  readonly linker: Linker;
  /** What the linker holds: cache keys by path. */
  readonly linked: Map<string, string>;
}

export const createManifestCache = (facility: FacilityName): ManifestCache => ({
  parsed: new Map(),
  trees: new Map(),
  linker: new Linker(facility),
  linked: new Map(),
});

const cacheMax = 400_000;
const fileBytesMax = 256 * 1024;
const filesMax = 250_000;
const batch = 256;

/** Ids of everything in a facility's scope at a commit; equal keys mean equal manifests. Null: it cannot be read here. */
export async function scopeKey(
  repo: Repo,
  cache: ManifestCache,
  facility: FacilityName,
  commit: CommitId,
): Promise<string | null> {
  const found = await repo.commit(commit);
  if (!found) return null;
  const belongs = scopeOf(facility);
  const parts: string[] = [];
  const top = await tree(repo, cache, found.tree);
  if (!top) return null;
  for (const entry of top) {
    if (belongs(entry.name) !== 'inside') continue;
    // A folder that all facilities share, as against one that has a folder for each.
    const isShared = belongs(`${entry.name}/${facility}-`) === 'inside';
    if (isShared || entry.mode !== '040000') {
      parts.push(`${entry.name}=${entry.mode}:${entry.id}`);
      continue;
    }
    const folder = await tree(repo, cache, entry.id);
    if (!folder) return null;
    for (const own of folder) {
      const path = `${entry.name}/${own.name}`;
      if (belongs(path) === 'inside') parts.push(`${path}=${own.mode}:${own.id}`);
    }
  }
  return parts.join(' ');
}

export interface Revision {
  readonly fleet: Result<Fleet, readonly Problem[]>;
  /** What parsed, whatever else is wrong: the source of restraint. */
  readonly files: readonly ParsedFile[];
}

/** Everything in scope at a commit, checked as a whole: one bad file refuses it all (law 4). */
export async function readRevision(
  repo: Repo,
  cache: ManifestCache,
  clock: Clock,
  facility: FacilityName,
  commit: CommitId,
): Promise<Revision> {
  const found = await repo.commit(commit);
  const { entries, missing } = found
    ? await walk(repo, cache, facility, found.tree)
    : { entries: [], missing: ['the commit'] };
  const problems: Problem[] = [...checkTree(facility, entries), ...missing.map(absent)];
  const turn = turns(clock);
  const files: ParsedFile[] = [];
  const wanted = problems.some((p) => p.code === 'tree-too-large') ? [] : entries.filter(isManifest);
  for (let at = 0; at < wanted.length; at += batch) {
    const part = wanted.slice(at, at + batch);
    const unread = part.filter((entry) => !cache.parsed.has(cacheKey(entry)));
    const blobs = await repo.blobs(
      unread.map((entry) => entry.id),
      fileBytesMax,
    );
    const read = new Map(unread.map((entry, i) => [entry, blobs[i] ?? null]));
    for (const entry of part) {
      const blob = read.get(entry) ?? null;
      const parsed = cache.parsed.get(cacheKey(entry)) ?? parseBlob(entry.path, blob);
      // What could not be read may be there the next time.
      if (blob) remember(cache.parsed, cacheKey(entry), parsed);
      if (parsed.ok) files.push(parsed.value);
      else problems.push(...parsed.error);
      await turn();
    }
  }
  if (problems.length > 0) return { fleet: fail(bounded(problems)), files };
  return { fleet: await link(cache, clock, wanted, files), files };
}

const linkAtOnce = 200;

async function link(
  cache: ManifestCache,
  clock: Clock,
  entries: readonly PathEntry[],
  files: readonly ParsedFile[],
): Promise<Result<Fleet, readonly Problem[]>> {
  const keys = new Map(entries.map((entry) => [entry.path, cacheKey(entry)]));
  const gone = [...cache.linked.keys()].filter((path) => !keys.has(path));
  const changed = files.filter((file) => cache.linked.get(file.path) !== keys.get(file.path));
  cache.linker.change([
    ...gone.map((path) => [path, null] as const),
    ...changed.map((file) => [file.path, file] as const),
  ]);
  for (const path of gone) cache.linked.delete(path);
  for (const [path, key] of keys) cache.linked.set(path, key);
  while (cache.linker.prepare(linkAtOnce)) await clock.sleep(0);
  return cache.linker.link();
}

interface PathEntry {
  readonly path: string;
  readonly mode: string;
  readonly id: ObjectId;
}

const cacheKey = (entry: PathEntry): string => `${entry.id} ${entry.path}`;
const isManifest = (entry: PathEntry): boolean => entry.mode === '100644' && isManifestPath(entry.path);

function parseBlob(path: string, blob: Uint8Array | 'too-large' | null): Result<ParsedFile, readonly Problem[]> {
  if (blob instanceof Uint8Array) return parseFile(path, blob);
  if (blob === 'too-large') {
    return fail([
      { code: 'file-too-large', file: path, message: `the file is larger than ${fileBytesMax / 1024} KiB` },
    ]);
  }
  return fail([absent(path)]);
}

/** Absence is no content (law 3): a revision of which a part cannot be read is refused whole. */
const absent = (path: string): Problem => ({
  code: 'file-mode',
  file: path,
  message: 'its content is missing from the repository',
});

async function walk(
  repo: Repo,
  cache: ManifestCache,
  facility: FacilityName,
  root: ObjectId,
): Promise<{ readonly entries: readonly PathEntry[]; readonly missing: readonly string[] }> {
  const found: PathEntry[] = [];
  const missing: string[] = [];
  const belongs = scopeOf(facility);
  const folders: { readonly prefix: string; readonly id: ObjectId }[] = [{ prefix: '', id: root }];
  for (let folder = folders.pop(); folder && found.length <= filesMax; folder = folders.pop()) {
    const entries = await tree(repo, cache, folder.id);
    if (!entries) missing.push(folder.prefix || '/');
    for (const entry of entries ?? []) {
      const path = folder.prefix + entry.name;
      if (belongs(path) !== 'inside') continue;
      if (entry.mode === '040000') folders.push({ prefix: `${path}/`, id: entry.id });
      else found.push({ path, mode: entry.mode, id: entry.id });
    }
  }
  return { entries: found.sort((a, b) => (a.path < b.path ? -1 : 1)), missing };
}

/** Null: there is no such folder here, or it cannot be read. That is not remembered. */
async function tree(repo: Repo, cache: ManifestCache, id: ObjectId): Promise<readonly TreeEntry[] | null> {
  const known = cache.trees.get(id);
  if (known) return known;
  const read = await repo.tree(id);
  if (read) remember(cache.trees, id, read);
  return read;
}

function remember<V>(map: Map<string, V>, key: string, value: V): void {
  if (map.size >= cacheMax) map.clear();
  map.set(key, value);
}

const historyMax = 100_000;

/**
 * Every operation and install id that a machine's manifest ever held, in this commit or any before: what was asked once
 * must not be asked again by a revert. Read once, when memory begins; what the newest commit says of a machine counts.
 */
export async function everAsked(
  repo: Repo,
  cache: ManifestCache,
  clock: Clock,
  facility: FacilityName,
  from: CommitId,
): Promise<Prior['ever']> {
  const turn = turns(clock);
  const ever = new Map<MachineName, Former>();
  const seenCommits = new Set<CommitId>();
  const seen = new Set<string>();
  const queue: CommitId[] = [from];
  for (let id = queue.pop(); id !== undefined && seenCommits.size < historyMax; id = queue.pop()) {
    if (seenCommits.has(id)) continue;
    seenCommits.add(id);
    const commit = await repo.commit(id);
    if (!commit) continue;
    queue.push(...commit.parents);
    const fresh: PathEntry[] = [];
    const visit = async (treeId: ObjectId, prefix: string): Promise<void> => {
      for (const entry of (await tree(repo, cache, treeId)) ?? []) {
        const path = prefix + entry.name;
        const key = `${entry.id} ${path}`;
        if (seen.has(key) || !isOnTheWay(path, facility)) continue;
        seen.add(key);
        if (entry.mode === '040000') await visit(entry.id, `${path}/`);
        else if (path.endsWith('.yaml')) fresh.push({ path, mode: entry.mode, id: entry.id });
      }
    };
    await visit(commit.tree, '');
    const blobs = await repo.blobs(
      fresh.map((entry) => entry.id),
      fileBytesMax,
    );
    for (const [i, entry] of fresh.entries()) {
      collectAsked(parseBlob(entry.path, blobs[i] ?? null), ever);
      await turn();
    }
  }
  return ever;
}

function isOnTheWay(path: string, facility: FacilityName): boolean {
  const way = `facilities/${facility}/machines/`;
  return path.startsWith(way) || way.startsWith(`${path}/`);
}

function collectAsked(parsed: Result<ParsedFile, readonly Problem[]>, ever: Map<MachineName, Former>): void {
  if (!parsed.ok || parsed.value.manifest.kind !== 'Machine') return;
  const { metadata, spec } = parsed.value.manifest;
  const { name } = metadata;
  const known = ever.get(name);
  const asked = new Map(known?.asked);
  for (const { id, verb, spec: digest } of (spec.operations ?? []).map(linkOperation)) {
    if (!asked.has(id)) asked.set(id, { verb, spec: digest });
  }
  if (spec.install && !asked.has(spec.install.id)) {
    asked.set(spec.install.id, { verb: 'Install', spec: installSpecOf(spec.install) });
  }
  const identity = known?.identity ?? linkIdentity(spec.identity ?? {});
  ever.set(name, { rack: known?.rack ?? spec.location?.rack ?? 'unplaced', identity, asked });
}

/** The fleet at a commit that was accepted before; null where its objects are gone or this version refuses it. */
export async function fleetAt(
  repo: Repo,
  cache: ManifestCache,
  clock: Clock,
  facility: FacilityName,
  commit: CommitId,
): Promise<Fleet | null> {
  if ((await repo.commit(commit)) === null) return null;
  const { fleet } = await readRevision(repo, cache, clock, facility, commit);
  return fleet.ok ? fleet.value : null;
}
