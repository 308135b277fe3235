import type { CommitId } from '../../../model/names.ts';
import type { PushOutcome, RefName } from '../../../ports/repo.ts';
import type { RemoteGit } from './remote-git.ts';

/**
 * One ref, moved only from where the caller saw it (`--force-with-lease`). What came of it is read from Git's porcelain
 * line and from the ref itself. Without such a line nothing is known.
 */
export async function pushRef(
  remote: RemoteGit,
  gitDir: string,
  ref: RefName,
  expected: CommitId | null,
  next: CommitId,
): Promise<PushOutcome> {
  const lease = `--force-with-lease=${ref}:${expected ?? ''}`;
  const flags = ['--porcelain', '--no-verify', '--no-follow-tags', '--no-signed', '--recurse-submodules=no', lease];
  const pushed = await remote.run(
    gitDir,
    ['push', ...flags, '--end-of-options', remote.address, `${next}:${ref}`],
    'giving',
  );
  if (!pushed.ok) return { kind: 'refused', message: pushed.error.message };
  const { run, failure, quoted } = pushed.value;
  const line = findLine(run.stdout, `${next}:${ref}`);
  if (line === null || run.timedOut) {
    return failure.reason === 'credentials'
      ? { kind: 'refused', message: failure.message }
      : { kind: 'ambiguous', failure };
  }
  if (line.flag === '!') {
    // The remote took what we sent and did not say what it did with it.
    if (line.summary.startsWith('[remote failure]')) return { kind: 'ambiguous', failure };
    return tellApart(remote, gitDir, ref, expected, quoted(`${line.summary} ${remoteWords(run.stderr)}`));
  }
  if (run.code !== 0) return { kind: 'ambiguous', failure };
  // `=`: somebody had moved the ref to this very commit already. That was not our compare-and-swap.
  if (line.flag === '=' && expected !== next) return { kind: 'stale', actual: next };
  return { kind: 'pushed' };
}

/** Git says no in one way for many reasons; where the ref stands now tells whether somebody was faster. */
async function tellApart(
  remote: RemoteGit,
  gitDir: string,
  ref: RefName,
  expected: CommitId | null,
  message: string,
): Promise<PushOutcome> {
  const listed = await remote.list(gitDir, [ref]);
  const actual = listed.ok ? (listed.value.get(ref) ?? null) : expected;
  return actual === expected ? { kind: 'refused', message } : { kind: 'stale', actual };
}

/** `<flag> TAB <from>:<to> TAB <summary>` */
function findLine(stdout: string, refspec: string): { flag: string; summary: string } | null {
  for (const line of stdout.split('\n')) {
    const [flag, spec, summary] = line.split('\t');
    if (flag !== undefined && spec === refspec && summary !== undefined) return { flag, summary };
  }
  return null;
}

/** What hooks and servers print for the person who pushes. */
const remoteWords = (stderr: string): string =>
  stderr
    .split('\n')
    .filter((line) => line.startsWith('remote: '))
    .map((line) => line.slice('remote: '.length))
    .join(' ');
