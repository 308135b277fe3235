import { Command } from 'commander';
import { foresee, type Revision } from '../../diff/foresee.ts';
import { foreseeClusters } from '../../diff/foresee-clusters.ts';
import { foreseeComponents } from '../../diff/foresee-components.ts';
import type { CommitId, FacilityName, Instant } from '../../model/names.ts';
import type { Problem } from '../../model/problem.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import { act, type Stage } from '../act.ts';
import { facilityName, outputOption, time } from '../arguments.ts';
import type { Complaint } from '../complaint.ts';
import { driverVerbs } from '../driver-verbs.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { chooseFacility, facilitiesAt, unknownFacility } from '../facility.ts';
import { readFleetAt } from '../fleet-at.ts';
import { renderJson } from '../json.ts';
import type { OpenedRepo } from '../open-repo.ts';
import { type Foreseen, planAsJson, planMarkdown, planText, tintPlan } from '../plan-text.ts';
import { problemsJson, problemsMarkdown, problemsText, sortProblems } from '../problems.ts';
import { findStatus, readStatus, type StatusReading } from '../read-status.ts';
import { type RepoChoice, withRepoOptions } from '../repo-choice.ts';
import { type NamedCommit, resolveRevision } from '../revision.ts';
import type { Terminal } from '../terminal.ts';
import { withRepos } from '../with-repos.ts';
import { count, short } from '../words.ts';

interface PlanOptions extends RepoChoice {
  readonly facility?: string;
  readonly base?: string;
  readonly head?: string;
  readonly now?: Instant;
  readonly output: string;
  readonly exitCode?: true;
}

export const planCommand = (stage: Stage): Command =>
  withRepoOptions(
    new Command('plan')
      .description(
        'Shows what a revision would do to the machines of a facility, from manifests and committed status alone. ' +
          'It talks to the repository and to nothing else, and needs no secret: run it on every pull request.',
      )
      .option('-f, --facility <name>', 'the facility (default: the only one there is)', facilityName)
      .option('--head <rev>', 'branch, tag, ref or commit to plan for (default: HEAD; main of a remote)')
      .option('--base <rev>', 'show only what the head adds to this revision')
      .option('--now <time>', 'plan for this time (default: the date of the status commit)', time)
      .addOption(outputOption('text', 'json', 'markdown'))
      .option('--exit-code', 'exit 3 when there is something to do'),
  )
    .addHelpText(
      'after',
      `
Examples:
  $ nanometal plan -f ams1
  $ nanometal plan -f ams1 --base origin/main -o markdown
  $ nanometal plan --head rack-7 --repo https://git.example.org/fleet.git

Exit codes: 0 planned, 1 failed, 2 wrong usage,
3 something to do (with --exit-code), 4 rejected manifests.
The steps of clusters are only shown: nothing carries them out yet, and they
do not count for --exit-code.`,
    )
    .action((options: PlanOptions) => act(stage, 'plan', () => plan(options, stage.terminal)));

function plan(options: PlanOptions, terminal: Terminal): Promise<Result<ExitCode, Complaint>> {
  return withRepos(terminal, options, async (fleetRepo, statusRepo) => {
    const { repo } = fleetRepo;
    const head = await resolveRevision(fleetRepo, options.head ?? (fleetRepo.local === null ? 'main' : 'HEAD'));
    if (!head.ok) return head;
    const base = options.base === undefined ? ok(null) : await resolveRevision(fleetRepo, options.base);
    if (!base.ok) return base;
    const chosen = await chooseFacility(repo, head.value.commit.id, options.facility);
    if (!chosen.ok) return chosen;
    const facility = chosen.value;
    const status = await readLatest(statusRepo, facility);
    if (!status.ok) return status;
    const read = await readFleetAt(repo, facility, head.value.commit.id);
    if (!read.ok) {
      const folders = await facilitiesAt(repo, head.value.commit.id);
      if (status.value === null && !folders.includes(facility))
        return fail(await unknownFacility(repo, head.value.commit.id, facility));
      printProblems(terminal, options, facility, head.value, sortProblems(read.error));
      return ok(exitCode.rejected);
    }
    const from = base.value && (await readBase(terminal, fleetRepo, facility, base.value));
    const accepted = base.value?.commit.id ?? status.value?.status.memory.accepted;
    if (accepted !== undefined) await warnIfApart(terminal, fleetRepo, head.value, accepted);
    const now = options.now ?? (status.value?.commit ?? head.value.commit).at;
    const made = foresee(read.value, from, status.value?.status ?? null, driverVerbs, now);
    const shownBase = from === null ? null : base.value;
    const clusters = foreseeClusters(read.value, from, status.value?.status ?? null, now);
    const components = foreseeComponents(read.value, from, status.value?.status ?? null);
    const foreseen = { facility, head: head.value, base: shownBase, status: status.value, now, plan: made };
    print(terminal, options, { ...foreseen, clusters, components });
    const due = made.actions.length + components.filter(({ kind }) => kind === 'apply').length;
    return ok(options.exitCode && due > 0 ? exitCode.actions : exitCode.done);
  });
}

async function readLatest(
  statusRepo: OpenedRepo,
  facility: FacilityName,
): Promise<Result<StatusReading | null, Complaint>> {
  const heads = await findStatus(statusRepo, facility);
  if (!heads.ok) return heads;
  return heads.value.status === null ? ok(null) : readStatus(statusRepo.repo, facility, heads.value.status, 'all');
}

/** A base that is rejected is acted upon by nobody, so what counts is what was accepted before it. */
async function readBase(
  terminal: Terminal,
  { repo }: OpenedRepo,
  facility: FacilityName,
  base: NamedCommit,
): Promise<Revision | null> {
  const read = await readFleetAt(repo, facility, base.commit.id);
  if (read.ok) return read.value;
  terminal.err(
    `nanometal plan: the manifests at ${base.name} are rejected (${count(read.error.length, 'problem')}); ` +
      `the plan starts from what ${facility} has accepted\n`,
  );
  return null;
}

/** A reconciler takes only what descends from what it has; a branch that lags behind would seem to undo the others. */
async function warnIfApart(
  terminal: Terminal,
  { repo }: OpenedRepo,
  head: NamedCommit,
  accepted: CommitId,
): Promise<void> {
  if (await repo.isAncestor(accepted, head.commit.id)) return;
  terminal.err(
    `nanometal plan: ${head.name} does not contain ${short(accepted)}; this is the plan of ${head.name} as it stands, ` +
      'not of the merge. Merge or rebase first, or fetch more history.\n',
  );
}

function print(terminal: Terminal, { output }: PlanOptions, foreseen: Foreseen): void {
  if (output === 'json') terminal.out(renderJson(planAsJson(foreseen)));
  else if (output === 'markdown') terminal.out(planMarkdown(foreseen));
  else terminal.out(planText(foreseen), tintPlan);
}

function printProblems(
  terminal: Terminal,
  { output }: PlanOptions,
  facility: FacilityName,
  head: NamedCommit,
  problems: readonly Problem[],
): void {
  const title = `No plan for ${facility}: the manifests at ${short(head.commit.id)} are rejected`;
  if (output === 'json') terminal.out(renderJson(problemsJson(problems)));
  else if (output === 'markdown') terminal.out(problemsMarkdown(title, problems));
  else terminal.out(`${title}\n\n${problemsText(problems)}`);
}
