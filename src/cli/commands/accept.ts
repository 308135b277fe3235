import { Command } from 'commander';
import type { CommitId } from '../../model/names.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import { act, type Stage } from '../act.ts';
import { type Complaint, misused } from '../complaint.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { openToRead } from '../open-repo.ts';
import { type FolderChoice, openOperatorFolder, withFolderOptions } from '../operator-folder.ts';
import { type RepoChoice, withFleetRepoOptions } from '../repo-choice.ts';
import { resolveRevision } from '../revision.ts';
import type { Terminal } from '../terminal.ts';
import { short } from '../words.ts';

interface AcceptOptions extends FolderChoice, RepoChoice {
  readonly because?: string;
}

export const acceptCommand = (stage: Stage): Command =>
  withFleetRepoOptions(
    withFolderOptions(
      new Command('accept')
        .description(
          "Says, on the reconciler's host, that a branch was rewritten on purpose: the reconciler may take this commit " +
            'although it does not descend from the last accepted one. What it asks for already is taken as done.',
        )
        .argument('<rev>', 'the commit that is now the head: all 40 digits, or a revision that --repo knows')
        .option('--because <text>', 'why it was rewritten'),
    ),
  )
    .addHelpText(
      'after',
      `
Example:
  $ nanometal accept 3f2a1c9d0e1276f5a4b3c2d1e0f9a8b7c6d5e4f3 -f ams1 \\
      --because "a secret was taken out of history, CHG-1190"`,
    )
    .action((rev: string, options: AcceptOptions) => act(stage, 'accept', () => accept(rev, options, stage.terminal)));

const becauseMax = 500;

async function accept(rev: string, options: AcceptOptions, terminal: Terminal): Promise<Result<ExitCode, Complaint>> {
  const because = options.because?.trim() ?? '';
  if (because === '') return fail(misused('--because is missing', 'say why the branch was rewritten'));
  if (because.length > becauseMax) return fail(misused(`--because has at most ${becauseMax} characters`));
  const folder = await openOperatorFolder(terminal, options);
  if (!folder.ok) return folder;
  const commit = await idOf(rev, options, terminal);
  if (!commit.ok) return commit;
  await folder.value.write({ ...folder.value.notes, accept: { commit: commit.value, because, at: terminal.now() } });
  terminal.out(
    `${short(commit.value)} may be accepted; the reconciler takes it in its next pass, if it is the head then and valid\n`,
  );
  return ok(exitCode.done);
}

async function idOf(rev: string, options: AcceptOptions, terminal: Terminal): Promise<Result<CommitId, Complaint>> {
  if (/^[0-9a-f]{40}$/.test(rev)) return ok(rev);
  const opened = await openToRead(terminal, options.repo, options);
  if (!opened.ok) return fail({ ...opened.error, remedy: 'give all 40 digits, or name the fleet repo with --repo' });
  try {
    const named = await resolveRevision(opened.value, rev);
    return named.ok ? ok(named.value.commit.id) : named;
  } finally {
    await opened.value.close();
  }
}
