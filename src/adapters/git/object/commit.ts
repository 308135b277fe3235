import type { CommitId, ObjectId } from '../../../model/names.ts';
import type { Commit, NewCommit } from '../../../ports/repo.ts';

const headerPattern = /^(tree|parent) ([0-9a-f]{40})$/;
/** The line ends in seconds since 1970 and a time zone; the name before them may be anything. */
const committerPattern = /^committer .*> (-?\d{1,12}) [+-]\d{4}$/s;

/**
 * Reads only what the port shows, from the raw bytes: nothing is normalised. The message is everything after the first
 * empty line, to the last byte. `null`: these bytes are no commit.
 */
export function parseCommit(id: CommitId, content: Buffer): Commit | null {
  const end = content.indexOf('\n\n');
  const headers = content.toString('latin1', 0, end < 0 ? content.length : end + 1).split('\n');
  const parents: CommitId[] = [];
  let tree: ObjectId | undefined;
  let at: number | undefined;
  for (const line of headers) {
    const match = headerPattern.exec(line);
    if (match?.[1] === 'tree' && match[2] && tree === undefined) tree = match[2];
    else if (match?.[1] === 'parent' && match[2]) parents.push(match[2]);
    else if (at === undefined) {
      const seconds = committerPattern.exec(line)?.[1];
      if (seconds !== undefined) at = Number(seconds) * 1000;
    }
  }
  if (tree === undefined || at === undefined) return null;
  return { id, tree, parents, at, message: end < 0 ? '' : content.toString('utf8', end + 2) };
}

/** Git's own rule for names: no angle brackets, no line breaks, nothing that makes the line read otherwise. */
const unfit = /[<>\p{Cc}]/gu;

/** Author and committer are the same, in UTC. NUL cannot stand in a commit and becomes U+FFFD. */
export function encodeCommit(commit: NewCommit, tree: ObjectId): Buffer {
  const name = commit.author.name.replace(unfit, '').trim() || 'nanometal';
  const email = commit.author.email.replace(unfit, '').trim();
  const who = `${name} <${email}> ${Math.floor(commit.at / 1000)} +0000`;
  const lines = [
    `tree ${tree}`,
    ...commit.parents.map((parent) => `parent ${parent}`),
    `author ${who}`,
    `committer ${who}`,
    '',
    commit.message.replaceAll('\0', '\ufffd'),
  ];
  return Buffer.from(lines.join('\n'), 'utf8');
}
