import { Command, InvalidArgumentError } from 'commander';
import { patchBetween } from '../../diff/patch.ts';
import { namePattern } from '../../model/names.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import { act, type Stage } from '../act.ts';
import { facilityName, outputOption } from '../arguments.ts';
import { facilityChanges, machineChanges } from '../change-words.ts';
import { type Complaint, failed, misused } from '../complaint.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { History, type Step } from '../history.ts';
import { renderJson } from '../json.ts';
import { type RepoChoice, withRepoOptions } from '../repo-choice.ts';
import { findSubject } from '../subject.ts';
import type { Terminal } from '../terminal.ts';
import { withRepos } from '../with-repos.ts';
import { instant, short, wrap } from '../words.ts';

interface LogOptions extends RepoChoice {
  readonly facility?: string;
  readonly branch: string;
  readonly maxCount: number;
  readonly output: string;
}

export const logCommand = (stage: Stage): Command =>
  withRepoOptions(
    new Command('log')
      .description('Shows what happened to a machine, or to a facility, newest first, out of the status commits.')
      .argument('<name>', 'a machine or a facility')
      .option('-f, --facility <name>', 'where the machine is (default: where its manifest lies)', facilityName)
      .option('-n, --max-count <n>', 'how many entries', entryCount, 20)
      .addOption(outputOption('text', 'json'))
      .option('--branch <name>', 'the branch that people write', 'main'),
  )
    .addHelpText(
      'after',
      `
With -o json each entry also has what changed in the status file, as a JSON
Patch (RFC 6902).

Examples:
  $ nanometal log ams1-r03-u12
  $ nanometal log ams1 -n 100 -o json`,
    )
    .action((name: string, options: LogOptions) => act(stage, 'log', () => log(name, options, stage.terminal)));

function entryCount(text: string): number {
  const number = Number(text);
  if (/^\d{1,5}$/.test(text) && number > 0) return number;
  throw new InvalidArgumentError('Expected a whole number from 1 to 99999.');
}

/** Commits looked through for those that concern one machine. */
const commitsMax = 100_000;

function log(name: string, options: LogOptions, terminal: Terminal): Promise<Result<ExitCode, Complaint>> {
  return withRepos(terminal, options, async (fleetRepo, statusRepo) => {
    if (!namePattern.test(name)) return fail(misused(`${JSON.stringify(name)} is no name of a machine`));
    const subject = await findSubject(fleetRepo, statusRepo, name, options);
    if (!subject.ok) return subject;
    const { facility, machine, commit } = subject.value;
    const steps: Step[] = [];
    for await (const step of new History(statusRepo.repo, facility, machine).walk(commit, commitsMax)) {
      steps.push(step);
      if (steps.length >= options.maxCount) break;
    }
    if (steps.length === 0) {
      return fail(
        failed(`status/${facility} has never told of ${name}`, 'a machine appears there once its manifest is accepted'),
      );
    }
    terminal.out(options.output === 'json' ? logJson(facility, machine, steps) : logText(machine, steps));
    return ok(exitCode.done);
  });
}

const changesOf = (machine: string | null, { told, before, after }: Step): readonly string[] => [
  ...told,
  ...(machine === null ? facilityChanges(before, after) : machineChanges(machine, before, after)),
];

function logText(machine: string | null, steps: readonly Step[]): string {
  const entries = steps.map((step) => {
    const { commit, kind, fleetCommit, subject } = step;
    const from = fleetCommit === null ? '' : `  fleet ${short(fleetCommit)}`;
    const head = `${instant(commit.at)}  ${kind.padEnd(11)}  ${short(commit.id)}${from}`;
    const changes = changesOf(machine, step);
    // For a facility the subject says most; for a machine it is the last resort.
    const lines = machine === null ? [subject, ...changes] : changes.length > 0 ? changes : [subject];
    return [head, ...lines.map((line) => wrap(line, '    '))].join('\n');
  });
  return `${entries.join('\n')}\n`;
}

function documentOf(file: string | null): object | null {
  const value: unknown = file === null ? null : JSON.parse(file);
  return typeof value === 'object' ? value : null;
}

const logJson = (facility: string, machine: string | null, steps: readonly Step[]): string =>
  renderJson({
    apiVersion: 'nanometal/v1alpha1',
    kind: 'History',
    facility,
    machine,
    entries: steps.map((step) => ({
      at: instant(step.commit.at),
      kind: step.kind,
      status: step.commit.id,
      fleet: step.fleetCommit,
      subject: step.subject,
      changes: changesOf(machine, step),
      patch: patchBetween(documentOf(step.files.before), documentOf(step.files.after)),
    })),
  });
