import { Command } from 'commander';
import { nearest } from '../../manifest/nearest.ts';
import { namePattern } from '../../model/names.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import type { Repo } from '../../ports/repo.ts';
import { act, type Stage } from '../act.ts';
import { facilityName, leaseTermOption, outputOption } from '../arguments.ts';
import { type Complaint, failed, misused } from '../complaint.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { History, type Step } from '../history.ts';
import { renderJson } from '../json.ts';
import { judgeLease } from '../lease.ts';
import { readStatus } from '../read-status.ts';
import { type RepoChoice, withRepoOptions } from '../repo-choice.ts';
import { tintStatus } from '../status-text.ts';
import { findSubject, type Subject } from '../subject.ts';
import type { Terminal } from '../terminal.ts';
import { whyJson } from '../why-json.ts';
import { type Explanation, whyText } from '../why-text.ts';
import { withRepos } from '../with-repos.ts';

interface WhyOptions extends RepoChoice {
  readonly facility?: string;
  readonly branch: string;
  readonly leaseTerm: number;
  readonly output: string;
}

export const whyCommand = (stage: Stage): Command =>
  withRepoOptions(
    new Command('why')
      .description(
        'Says why a machine is as it is: the last step, what is under way and what it waits for, what is held and ' +
          'how that ends, and what became of every request.',
      )
      .argument('<name>', 'a machine')
      .option('-f, --facility <name>', 'where the machine is (default: where its manifest lies)', facilityName)
      .addOption(outputOption('text', 'json'))
      .option('--branch <name>', 'the branch that people write', 'main')
      .addOption(leaseTermOption),
  )
    .addHelpText(
      'after',
      `
Example:
  $ nanometal why ams1-r03-u12`,
    )
    .action((name: string, options: WhyOptions) => act(stage, 'why', () => why(name, options, stage.terminal)));

function why(name: string, options: WhyOptions, terminal: Terminal): Promise<Result<ExitCode, Complaint>> {
  return withRepos(terminal, options, async (fleetRepo, statusRepo) => {
    if (!namePattern.test(name)) return fail(misused(`${JSON.stringify(name)} is no name of a machine`));
    const subject = await findSubject(fleetRepo, statusRepo, name, options);
    if (!subject.ok) return subject;
    if (subject.value.machine === null)
      return fail(misused(`${name} is a facility`, `nanometal status -f ${name} tells of it`));
    const explained = await explain(statusRepo.repo, subject.value, name, options.leaseTerm, terminal);
    if (!explained.ok) return explained;
    terminal.out(
      options.output === 'json' ? renderJson(whyJson(explained.value)) : whyText(explained.value, terminal.now()),
      tintStatus,
    );
    return ok(exitCode.done);
  });
}

async function explain(
  repo: Repo,
  { facility, commit, lease }: Subject,
  name: string,
  leaseTermMs: number,
  terminal: Terminal,
): Promise<Result<Explanation, Complaint>> {
  const read = await readStatus(repo, facility, commit, { machine: name });
  if (!read.ok) return read;
  const { status } = read.value;
  const [machine, known] = [status.machines.get(name), status.memory.machines.get(name)];
  if (!machine || !known) return fail(await unknownMachine(repo, { facility, commit, lease, machine: name }));
  return ok({
    facility,
    name,
    machine,
    known,
    holds: status.holds.filter((hold) => hold.machine === name),
    reading: read.value,
    lease: judgeLease(lease, leaseTermMs, terminal.now()),
    ...(await findSteps(repo, facility, name, commit, known.open !== undefined)),
  });
}

/** Looked through for the last thing that was done; older than that is history, for `log`. */
const commitsMax = 5_000;

async function findSteps(
  repo: Repo,
  facility: string,
  name: string,
  head: Subject['commit'],
  isOpen: boolean,
): Promise<{ readonly lastStep: Step | null; readonly intent: Step | null }> {
  let lastStep: Step | null = null;
  for await (const step of new History(repo, facility, name).walk(head, commitsMax)) {
    if (step.told.length === 0) continue;
    lastStep ??= step;
    if (!isOpen) break;
    if (step.intends) return { lastStep, intent: step };
  }
  return { lastStep, intent: null };
}

async function unknownMachine(repo: Repo, { facility, commit, machine }: Subject): Promise<Complaint> {
  const all = await readStatus(repo, facility, commit, 'without-inventory');
  const near = all.ok && machine !== null ? nearest(machine, all.value.status.machines.keys()) : undefined;
  return failed(
    `status/${facility} tells nothing of ${machine}`,
    near === undefined ? 'a machine appears there once its manifest is accepted' : `did you mean ${near}?`,
  );
}
