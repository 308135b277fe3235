import { resolve } from 'node:path';
import { Command } from 'commander';
import { ok, type Result } from '../../model/result.ts';
import { act, type Stage } from '../act.ts';
import { outputOption } from '../arguments.ts';
import { type Complaint, failed } from '../complaint.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { checkFleet, type FleetSource, type Verdict } from '../fleet-source.ts';
import { renderJson } from '../json.ts';
import { openToRead } from '../open-repo.ts';
import { problemsAnnotations, problemsText } from '../problems.ts';
import { resolveRevision } from '../revision.ts';
import { readRevisionTree } from '../revision-tree.ts';
import type { Terminal } from '../terminal.ts';
import { count } from '../words.ts';
import { readWorkTree } from '../work-tree.ts';

interface ValidateOptions {
  readonly rev?: string;
  readonly output: string;
}

export const validateCommand = (stage: Stage): Command =>
  new Command('validate')
    .description(
      'Checks the manifests of every facility: each as its reconciler would take it, and what must be unique ' +
        'in the whole fleet. Files are read as they lie in the folder, committed or not.',
    )
    .argument('[dir]', 'a fleet repo', '.')
    .option('--rev <rev>', 'check a branch, tag or commit instead of the files in the folder')
    .addOption(outputOption('text', 'json', 'github'))
    .addHelpText(
      'after',
      `
Examples:
  $ nanometal validate
  $ nanometal validate fleet --rev main
  $ nanometal validate -o github            as annotations of a GitHub workflow

Exit codes: 0 valid, 1 failed, 2 wrong usage, 4 not valid.`,
    )
    .action((dir: string, options: ValidateOptions) =>
      act(stage, 'validate', () => validate(dir, options, stage.terminal)),
    );

async function validate(
  dir: string,
  options: ValidateOptions,
  terminal: Terminal,
): Promise<Result<ExitCode, Complaint>> {
  const judged = await judge(resolve(terminal.cwd, dir), options, terminal);
  if (!judged.ok) return judged;
  print(terminal, options.output, judged.value);
  return ok(judged.value.problems.length > 0 ? exitCode.rejected : exitCode.done);
}

async function judge(dir: string, { rev }: ValidateOptions, terminal: Terminal): Promise<Result<Verdict, Complaint>> {
  const progress = progressOn(terminal);
  if (rev === undefined) {
    const source = readWorkTree(dir);
    if (source !== null) return ok(await checkFleet(source, progress));
    return { ok: false, error: failed(`there is no folder ${dir}`, 'name the root of a fleet repo') };
  }
  const opened = await openToRead(terminal, dir, { repo: dir });
  if (!opened.ok) return opened;
  try {
    const named = await resolveRevision(opened.value, rev);
    if (!named.ok) return named;
    const source: FleetSource = await readRevisionTree(opened.value.repo, named.value.commit);
    return ok(await checkFleet(source, progress));
  } finally {
    await opened.value.close();
  }
}

const patienceMs = 1_000;

/** Says how far it is once a second, and nothing at all when it is quick. */
function progressOn(terminal: Terminal): (done: number, of: number) => void {
  let told = terminal.now();
  return (done, of) => {
    const now = terminal.now();
    if (now - told < patienceMs) return;
    told = now;
    terminal.err(`checked ${done} of ${count(of, 'file')}\n`);
  };
}

function print(terminal: Terminal, output: string, verdict: Verdict): void {
  const { problems, machines, facilities } = verdict;
  if (output === 'json') {
    const valid = problems.length === 0;
    const kind = 'Validation';
    terminal.out(renderJson({ apiVersion: 'nanometal/v1alpha1', kind, valid, facilities, machines, problems }));
    return;
  }
  if (problems.length > 0) {
    terminal.out(output === 'github' ? problemsAnnotations(problems) : problemsText(problems));
    return;
  }
  const where = `${facilities} ${facilities === 1 ? 'facility' : 'facilities'}`;
  terminal.out(`${count(machines, 'machine')} in ${where} ${machines === 1 ? 'is' : 'are'} valid\n`);
}
