import { Command } from 'commander';
import { systemClock } from '../../adapters/clock.ts';
import type { FacilityName } from '../../model/names.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import { act, type Stage } from '../act.ts';
import { facilityName, leaseTermOption, outputOption } from '../arguments.ts';
import { findBranch } from '../branch.ts';
import { type Complaint, failed } from '../complaint.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { facilitiesAt, fleetHead, unknownFacility } from '../facility.ts';
import { type FacilityReport, isFresh, reportFacility } from '../facility-report.ts';
import { renderJson } from '../json.ts';
import type { OpenedRepo } from '../open-repo.ts';
import { type RepoChoice, withRepoOptions } from '../repo-choice.ts';
import { reportsJson } from '../status-json.ts';
import { facilitiesText, facilityText, tintStatus } from '../status-text.ts';
import type { Terminal } from '../terminal.ts';
import { withRepos } from '../with-repos.ts';

interface StatusOptions extends RepoChoice {
  readonly facility?: string;
  readonly branch: string;
  readonly leaseTerm: number;
  readonly all?: true;
  readonly watch?: true;
  readonly output: string;
}

export const statusCommand = (stage: Stage): Command =>
  withRepoOptions(
    new Command('status')
      .description('Shows how facilities are, out of their status branches and leases.')
      .option('-f, --facility <name>', 'one facility at length (default: all there are)', facilityName)
      .option('--watch', 'show it again whenever it changes, until stopped')
      .option('--all', 'list every machine, however many there are')
      .addOption(outputOption('text', 'json'))
      .option('--branch <name>', 'the branch that people write', 'main')
      .addOption(leaseTermOption),
  )
    .addHelpText(
      'after',
      `
Examples:
  $ nanometal status
  $ nanometal status -f ams1 --watch
  $ nanometal status --repo https://git.example.org/fleet.git -o json

Exit codes: 0 shown, 1 failed or Stale (untended for three lease terms), 2 wrong
usage.`,
    )
    .action((options: StatusOptions) => act(stage, 'status', () => showStatus(options, stage.terminal)));

function showStatus(options: StatusOptions, terminal: Terminal): Promise<Result<ExitCode, Complaint>> {
  return withRepos(terminal, options, async (fleetRepo, statusRepo) => {
    const look = () => reportAll(options, terminal, fleetRepo, statusRepo);
    if (options.watch) return watch(options, terminal, look);
    const reports = await look();
    if (!reports.ok) return reports;
    terminal.out(render(options, terminal, reports.value), tintStatus);
    return ok(reports.value.every(isFresh) ? exitCode.done : exitCode.failed);
  });
}

async function reportAll(
  { facility, branch, leaseTerm }: StatusOptions,
  terminal: Terminal,
  fleetRepo: OpenedRepo,
  statusRepo: OpenedRepo,
): Promise<Result<readonly FacilityReport[], Complaint>> {
  const head = await findBranch(fleetRepo, branch);
  if (!head.ok) return head;
  const names = facility === undefined ? await allFacilities(fleetRepo, branch) : ok([facility]);
  if (!names.ok) return names;
  const reports: FacilityReport[] = [];
  for (const name of names.value) {
    const report = await reportFacility(fleetRepo, statusRepo, name, head.value, leaseTerm, terminal.now());
    if (!report.ok) return report;
    const { reading, lease } = report.value;
    if (reading === null && lease.kind === 'none' && head.value !== null) {
      const folders = await facilitiesAt(fleetRepo.repo, head.value);
      if (!folders.includes(name)) return fail(await unknownFacility(fleetRepo.repo, head.value, name));
    }
    reports.push(report.value);
  }
  return ok(reports);
}

async function allFacilities(
  fleetRepo: OpenedRepo,
  branch: string,
): Promise<Result<readonly FacilityName[], Complaint>> {
  const head = await fleetHead(fleetRepo, branch);
  if (!head.ok) return head;
  const names = await facilitiesAt(fleetRepo.repo, head.value);
  return names.length > 0
    ? ok(names)
    : fail(failed(`there is no facility at ${fleetRepo.address}`, 'name a fleet repo with --repo'));
}

function render({ output, all }: StatusOptions, terminal: Terminal, reports: readonly FacilityReport[]): string {
  if (output === 'json') return renderJson(reportsJson(reports));
  const [only, ...others] = reports;
  return only && others.length === 0
    ? facilityText(only, terminal.now(), all === true)
    : facilitiesText(reports, terminal.now());
}

const watchEveryMs = 5_000;

/** Written over on a screen, one after the other in a pipe. A look that fails is told and does not end it. */
async function watch(
  options: StatusOptions,
  terminal: Terminal,
  look: () => Promise<Result<readonly FacilityReport[], Complaint>>,
): Promise<Result<ExitCode, Complaint>> {
  const stop = terminal.untilStopped();
  let shown = '';
  while (!stop.aborted) {
    const reports = await look();
    if (!reports.ok) terminal.err(`nanometal status: ${reports.error.message}\n`);
    const seen = reports.ok
      ? JSON.stringify(reports.value.map(({ reading, lease, head }) => [reading?.commit.id, lease.kind, head]))
      : shown;
    if (reports.ok && seen !== shown) {
      terminal.clear();
      terminal.out(render(options, terminal, reports.value), tintStatus);
    }
    shown = seen;
    await systemClock.sleep(watchEveryMs, stop);
  }
  return ok(exitCode.done);
}
