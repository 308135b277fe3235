import { Command, Option } from 'commander';
import type { Machine } from '../../model/fleet.ts';
import type { FacilityName } from '../../model/names.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import { act, type Stage } from '../act.ts';
import { selectMachines } from '../adopt-selection.ts';
import { type Adopting, adoptJson, adoptMessage, adoptText, type Refused } from '../adopt-text.ts';
import { type Adoption, adoptionOf } from '../adoption.ts';
import { facilityName, leaseTermOption, outputOption } from '../arguments.ts';
import { authorOf } from '../author.ts';
import { type Complaint, failed, misused } from '../complaint.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { chooseFacility, fleetHead } from '../facility.ts';
import { readFleetAt } from '../fleet-at.ts';
import { freshEnough } from '../freshness.ts';
import { renderJson } from '../json.ts';
import { editFiles } from '../manifest-edits.ts';
import type { OpenedRepo } from '../open-repo.ts';
import { proposalBranch, pushProposal } from '../proposal.ts';
import { findStatus, readStatus, type StatusReading } from '../read-status.ts';
import { type RepoChoice, withRepoOptions } from '../repo-choice.ts';
import type { Terminal } from '../terminal.ts';
import { withRepos } from '../with-repos.ts';
import { count, short } from '../words.ts';

interface AdoptOptions extends RepoChoice {
  readonly facility?: string;
  readonly all?: true;
  readonly to?: 'adopt' | 'manage';
  readonly identity?: true;
  readonly partly?: true;
  readonly push?: string;
  readonly dryRun?: true;
  readonly branch: string;
  readonly author?: string;
  readonly leaseTerm: number;
  readonly output: string;
}

export const adoptCommand = (stage: Stage): Command =>
  withRepoOptions(
    new Command('adopt')
      .description(
        'Writes the commit that makes manifests true: what was observed, as the status branch has it, goes into them ' +
          'where they differ, and each machine goes one step from observe over adopt to manage. Nothing is sent to any ' +
          'hardware, by this or by what it writes. The commit is pushed as a branch, for a pull request.',
      )
      .argument('[names...]', 'machines, or rack/<rack> for those of a rack that are not managed yet')
      .option('-f, --facility <name>', 'the facility (default: the only one there is)', facilityName)
      .option('--all', 'every machine that is not managed yet')
      .addOption(new Option('--to <how far>', 'go so far (default: one step)').choices(['adopt', 'manage']))
      .option('--identity', 'what answers now is the machine, with another board: enrol that')
      .option('--partly', 'write those that can be written, though others are refused')
      .option('--push <branch>', 'onto this branch (default: a new one, adopt/<facility>/<date>)')
      .option('--dry-run', 'show what would be written, and write nothing')
      .option('--branch <name>', 'the branch that people write, to begin from', 'main')
      .option('--author <name>', 'who commits, as "Name <mail>" (default: as git has it in its environment)')
      .addOption(outputOption('text', 'json'))
      .addOption(leaseTermOption),
  )
    .addHelpText(
      'after',
      `
A managed machine may be named too: then its drift, a part that was replaced, or
(with --identity) another board is written down as what is so.

Examples:
  $ nanometal adopt --all -f ams1 --dry-run
  $ nanometal adopt rack/r03 -f ams1 --repo https://git.example.org/fleet.git
  $ nanometal adopt ams1-r03-u12 --identity

Exit codes: 0 written, or nothing to write, 1 a machine was refused,
2 wrong usage, 4 the manifests are rejected.`,
    )
    .action((names: readonly string[], options: AdoptOptions) =>
      act(stage, 'adopt', () => adopt(names, options, stage.terminal)),
    );

function adopt(
  names: readonly string[],
  options: AdoptOptions,
  terminal: Terminal,
): Promise<Result<ExitCode, Complaint>> {
  return withRepos(terminal, options, async (fleetRepo, statusRepo) => {
    const begin = await fleetHead(fleetRepo, options.branch);
    if (!begin.ok) return begin;
    const facility = await chooseFacility(fleetRepo.repo, begin.value, options.facility);
    if (!facility.ok) return facility;
    const branch = await proposalBranch(fleetRepo, `adopt/${facility.value}`, options.push, terminal.now());
    if (!branch.ok) return branch;
    const base = branch.value.head ?? begin.value;
    const read = await readFleetAt(fleetRepo.repo, facility.value, base);
    if (!read.ok) return fail(rejected(base, read.error.length));
    const machines = selectMachines(read.value.fleet, names, options.all === true);
    if (!machines.ok) return machines;
    const status = await latestStatus(statusRepo, facility.value, options, terminal);
    if (!status.ok) return status;
    const judged = judgeAll(machines.value, status.value, options);
    const grounds = { facility: facility.value, base, status: status.value.commit.id, ...judged };
    const isWritten = judged.adoptions.length > 0 && !options.dryRun && (judged.refused.length === 0 || options.partly);
    if (!isWritten) return finish(terminal, options, { ...grounds, pushed: null });
    const author = await authorOf(terminal, options.author);
    if (!author.ok) return author;
    const changes = await editFiles(fleetRepo, base, judged.adoptions);
    if (!changes.ok) return changes;
    const message = adoptMessage(facility.value, judged.adoptions, status.value.commit.id);
    const commit = await fleetRepo.repo.write({ ...changes.value, message, author: author.value, at: terminal.now() });
    const after = await readFleetAt(fleetRepo.repo, facility.value, commit);
    if (!after.ok) return fail(rejected(commit, after.error.length));
    const pushed = await pushProposal(fleetRepo, branch.value, commit);
    if (!pushed.ok) return pushed;
    return finish(terminal, options, { ...grounds, pushed: { branch: branch.value.name, commit } });
  });
}

function judgeAll(
  machines: readonly Machine[],
  { status }: StatusReading,
  { to, identity }: AdoptOptions,
): Pick<Adopting, 'adoptions' | 'done' | 'refused'> {
  const adoptions: Adoption[] = [];
  const done: string[] = [];
  const refused: Refused[] = [];
  for (const machine of machines) {
    const known = status.memory.machines.get(machine.name);
    const wish = { ...(to ? { to } : {}), identity: identity === true };
    const adoption = adoptionOf(machine, status.machines.get(machine.name), known, wish);
    if (!adoption.ok) refused.push({ machine: machine.name, reason: adoption.error });
    else if (adoption.value.edits.length === 0) done.push(machine.name);
    else adoptions.push(adoption.value);
  }
  return { adoptions, done, refused };
}

async function latestStatus(
  statusRepo: OpenedRepo,
  facility: FacilityName,
  { leaseTerm }: AdoptOptions,
  terminal: Terminal,
): Promise<Result<StatusReading, Complaint>> {
  const heads = await findStatus(statusRepo, facility);
  if (!heads.ok) return heads;
  const { status, lease } = heads.value;
  if (status === null) {
    const remedy = `start a reconciler, which only looks at machines in observe: nanometal run -f ${facility} --repo …`;
    return fail(failed(`nothing was observed yet: there is no branch status/${facility}`, remedy));
  }
  const fresh = freshEnough(lease, leaseTerm, terminal);
  return fresh.ok ? readStatus(statusRepo.repo, facility, status, 'all') : fresh;
}

function finish(
  terminal: Terminal,
  { output, dryRun, partly, branch }: AdoptOptions,
  adopting: Adopting,
): Result<ExitCode, Complaint> {
  const { refused, adoptions, pushed, facility } = adopting;
  if (output === 'json') terminal.out(renderJson(adoptJson(adopting)));
  else {
    terminal.out(adoptText(adopting));
    if (refused.length > 0 && adoptions.length > 0 && !partly && !dryRun)
      terminal.err(
        'nanometal adopt: nothing was written, because of those that are refused; --partly writes the others\n',
      );
    if (pushed) {
      const what = pushed.branch === branch ? 'let the reconciler take it in' : `review and merge ${pushed.branch}`;
      terminal.err(`Next: ${what}; then nanometal plan -f ${facility} shows whether more is to do.\n`);
    }
  }
  return ok(refused.length > 0 ? exitCode.failed : exitCode.done);
}

const rejected = (commit: string, problems: number): Complaint => ({
  ...misused(
    `the manifests at ${short(commit)} are rejected (${count(problems, 'problem')})`,
    `nanometal validate --rev ${short(commit)} tells which`,
  ),
  exit: exitCode.rejected,
});
