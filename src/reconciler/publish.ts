import { canonical } from '../model/canonical.ts';
import type { CommitId } from '../model/names.ts';
import type { Status } from '../model/status.ts';
import { renderMessage } from '../status/commit-message.ts';
import { rendering, type StatusFiles } from '../status/files.ts';
import { bodyOf, headline, newsBetween } from '../status/news.ts';
import { type Attempt, type Knowledge, type Published, refsOf, type Tools } from './knowledge.ts';
import type { Message } from './message.ts';
import { unhurried } from './unhurried.ts';

export interface Publication {
  /** The branch says it now. Else it is not where we left it, or nobody answered: the next pass reads it first. */
  readonly isSaid: boolean;
  readonly known: Knowledge;
}

/**
 * One commit on top of the head that we last saw, or none where nothing changed. A plain compare-and-swap, never a
 * force: whoever moved the branch in between wins, and we look again (law 5).
 */
export async function publish(tools: Tools, known: Knowledge, status: Status, message: Message): Promise<Publication> {
  const { statusRepo, settings, clock, events } = tools;
  const files = await unhurried(rendering(status), clock);
  const changes = changedFiles(known.published.files, files);
  if (changes.size === 0) return { isSaid: true, known: told(known, { ...known.published, status }, message) };
  const { head, tree } = known.published;
  const news = newsBetween(known.published.status, status);
  const { accepted } = status.memory;
  // What was merely seen has nothing better to say of itself.
  const subject = message.kind === 'observation' && news.length > 0 ? headline(news) : message.subject;
  const commit = {
    parents: head === null ? [] : [head],
    base: tree,
    changes,
    message: renderMessage({
      facility: settings.facility,
      subject,
      body: bodyOf(news),
      kind: message.kind,
      trailers: [
        ...(accepted === undefined ? [] : [['Fleet-Commit', accepted] as const]),
        ...message.trailers,
        ['Epoch', String(known.lease.lease?.epoch ?? 0)],
      ],
    }),
    author: settings.author,
    at: clock.now(),
  };
  const id = await statusRepo.write(commit);
  const pushed = await statusRepo.push(refsOf(settings).status, head, id);
  const attempt: Attempt = { head: id, files, status, message: { ...message, subject } };
  if (pushed.kind === 'pushed') return { isSaid: true, known: await landed(tools, known, attempt) };
  const why =
    pushed.kind === 'refused' ? pushed.message : pushed.kind === 'ambiguous' ? pushed.failure.message : 'it moved';
  events.emit({ kind: 'repo-failed', message: `the status branch was not pushed: ${why}` });
  const unanswered = pushed.kind === 'ambiguous' ? attempt : null;
  return { isSaid: false, known: { ...known, unanswered, fetchedAt: Number.NEGATIVE_INFINITY } };
}

/** What the branch says now is this, whether we were told so or found it there. */
export async function landed(
  { statusRepo, journal, events }: Tools,
  known: Knowledge,
  { head, files, status, message }: Attempt,
): Promise<Knowledge> {
  await journal.append([{ kind: 'PUBLISHED', status: head, accepted: status.memory.accepted ?? null }]);
  events.emit({ kind: 'published', status: head, subject: message.subject });
  const written = await statusRepo.commit(head);
  return told(known, { head, tree: written?.tree ?? null, files, status }, message);
}

const told = (known: Knowledge, published: Published, { ends }: Message): Knowledge => ({
  ...known,
  published,
  unanswered: null,
  untold: known.untold.filter((end) => !ends.includes(end)),
});

export function changedFiles(before: StatusFiles, after: StatusFiles): ReadonlyMap<string, string | null> {
  const changes = new Map<string, string | null>();
  for (const [path, text] of after) if (before.get(path) !== text) changes.set(path, text);
  for (const path of before.keys()) if (!after.has(path)) changes.set(path, null);
  return changes;
}

/** Reads the tip as it lies at the remote: of the tree only, history is for people. */
export async function readPublished(tools: Tools, head: CommitId | null): Promise<Published> {
  const empty: Published = { head: null, tree: null, files: new Map(), status: null };
  if (head === null) return empty;
  const commit = await tools.statusRepo.commit(head);
  if (!commit) return { ...empty, head };
  // Of what cannot be read all is written anew.
  const files = (await readStatusTree(tools, commit.tree)) ?? new Map();
  return { head, tree: commit.tree, files, status: null };
}

const filesMax = 500_000;
const bytesMax = 4 * 1024 * 1024;
const batch = 512;

/** Every file below a tree; null where a folder cannot be read, since what is in it must not count as gone (law 3). */
export async function readStatusTree(tools: Tools, root: string): Promise<StatusFiles | null> {
  const { statusRepo } = tools;
  const found: { readonly path: string; readonly id: string }[] = [];
  const folders: { readonly prefix: string; readonly id: string }[] = [{ prefix: '', id: root }];
  for (let folder = folders.pop(); folder && found.length < filesMax; folder = folders.pop()) {
    const entries = await statusRepo.tree(folder.id);
    if (!entries) return null;
    for (const entry of entries) {
      const path = folder.prefix + entry.name;
      if (entry.mode === '040000') folders.push({ prefix: `${path}/`, id: entry.id });
      else found.push({ path, id: entry.mode === '100644' ? entry.id : '' });
    }
  }
  const files = new Map<string, string>();
  const decoder = new TextDecoder();
  for (let at = 0; at < found.length; at += batch) {
    const part = found.slice(at, at + batch);
    const blobs = await statusRepo.blobs(
      part.map((file) => file.id),
      bytesMax,
    );
    // What is no plain file, or too large to be ours, is not read but must still be seen, to be replaced.
    part.forEach((file, i) => {
      const blob = blobs[i];
      files.set(
        file.path,
        blob instanceof Uint8Array ? decoder.decode(blob) : `(not ours: ${canonical(blob ?? null)})`,
      );
    });
  }
  return files;
}
