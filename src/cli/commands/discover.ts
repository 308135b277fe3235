import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import { listBytesMax, readAddressList } from '../../discover/address-list.ts';
import { readRange } from '../../manifest/ip.ts';
import type { Findings, Listed, Target } from '../../model/discovery.ts';
import type { Fleet } from '../../model/fleet.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import type { Commit } from '../../ports/repo.ts';
import { type Proposal, propose } from '../../propose/propose.ts';
import { countByKind, countsText, renderLines, renderProposal } from '../../propose/summary.ts';
import { act, type Stage } from '../act.ts';
import { facilityName, outputOption } from '../arguments.ts';
import { findBranch } from '../branch.ts';
import { type Complaint, failed, misused } from '../complaint.ts';
import { type PushedBranch, pushProposal } from '../discovery-branch.ts';
import { checkProposal, readGround } from '../discovery-ground.ts';
import { findingsFromStatus } from '../discovery-status.ts';
import { sweepNow } from '../discovery-sweep.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { renderJson } from '../json.ts';
import { findUnreadable } from '../named-files.ts';
import type { OpenedRepo } from '../open-repo.ts';
import { problemsText } from '../problems.ts';
import { type RepoChoice, withRepoOptions } from '../repo-choice.ts';
import type { Terminal } from '../terminal.ts';
import { withRepos } from '../with-repos.ts';
import { count, wrap } from '../words.ts';

export interface DiscoverOptions extends RepoChoice {
  readonly facility: string;
  readonly branch: string;
  readonly csv?: string;
  readonly secrets?: string;
  readonly ageKey?: string;
  readonly state?: string;
  readonly fromStatus?: true;
  readonly dryRun?: true;
  readonly output: string;
}

export const discoverCommand = (stage: Stage): Command =>
  withRepoOptions(
    new Command('discover')
      .description(
        'Looks for machines where facilities/<f>/discovery.yaml says, and pushes what it finds as one branch ' +
          'discover/<facility>/<date>: new machines with management: observe, and what changed of those that are ' +
          'known. Nothing is changed on any BMC, logins aside; each account is tried once an hour at most.',
      )
      .requiredOption('-f, --facility <name>', 'the facility to look at', facilityName)
      .option('--csv <file>', 'ask these addresses: address, name, rack, unit, credentials; with a header')
      .addOption(
        new Option('--secrets <dir>', 'credentials: <dir>/<name>.yaml with username and password').conflicts('ageKey'),
      )
      .option('--age-key <file>', 'credentials: facilities/<f>/secrets/<name>.age, opened with this key')
      .option('--state <dir>', 'what was asked, and which account was tried when (default: in ~/.local/state)')
      .addOption(
        new Option('--from-status', 'what the running reconciler found, without asking any BMC').conflicts([
          'csv',
          'secrets',
          'ageKey',
        ]),
      )
      .option('--dry-run', 'look and tell, and push nothing')
      .addOption(outputOption('text', 'json'))
      .option('--branch <name>', 'the branch that people write', 'main'),
  )
    .addHelpText(
      'after',
      `
Examples:
  $ nanometal discover -f ams1 --secrets ./secrets --dry-run
  $ nanometal discover -f ams1 --secrets ./secrets --csv racks.csv \\
      --repo https://git.example.org/fleet.git --git-token-file ~/.token
  $ nanometal discover -f ams1 --from-status

A sweep that is stopped goes on where it was, if it is started again within the
hour. Open a pull request from the branch: its commit message is the summary.

Exit codes: 0 proposed, or nothing to propose; 1 failed or stopped; 2 wrong
usage; 4 rejected manifests or list.`,
    )
    .action((options: DiscoverOptions) => act(stage, 'discover', () => discover(options, stage.terminal)));

function discover(options: DiscoverOptions, terminal: Terminal): Promise<Result<ExitCode, Complaint>> {
  const unreadable = findUnreadable(terminal.cwd, [
    { option: '--csv', kind: 'file', path: options.csv },
    { option: '--secrets', kind: 'folder', path: options.secrets },
    { option: '--age-key', kind: 'file', path: options.ageKey },
  ]);
  if (unreadable) return Promise.resolve(fail(unreadable));
  if (!options.fromStatus && options.secrets === undefined && options.ageKey === undefined) {
    const remedy = 'name --secrets DIR or --age-key FILE, or take what the reconciler found: --from-status';
    return Promise.resolve(fail(misused('there are no credentials to log in with', remedy)));
  }
  return withRepos(terminal, options, async (fleetRepo, statusRepo) => {
    const base = await readBase(fleetRepo, options.branch);
    if (!base.ok) return base;
    const read = await readGround(fleetRepo.repo, options.facility, base.value);
    if (!read.ok) {
      terminal.err(problemsText(read.error));
      return fail({
        ...failed(`${options.branch} is not acceptable as it is`, 'mend it first: a proposal is laid over it'),
        exit: exitCode.rejected,
      });
    }
    const { fleet } = read.value.ground;
    const { discovery } = fleet;
    if (discovery === undefined) return fail(noDiscovery(options.facility));
    const list = readList(options, terminal, fleet);
    if (!list.ok) return list;
    const findings = options.fromStatus
      ? await findingsFromStatus(statusRepo, options.facility)
      : await sweepNow(options, terminal, fleetRepo.repo, base.value, fleet, discovery, list.value);
    if (!findings.ok) return findings;
    const proposal = propose(read.value.ground, discovery, findings.value, listedBy(list.value));
    const wrong = await checkProposal(read.value, proposal.changes);
    if (wrong.length > 0) {
      terminal.err(problemsText(wrong));
      return fail(
        failed('what would be proposed is not acceptable, so nothing was pushed', 'report this with the above'),
      );
    }
    return finish(options, terminal, fleetRepo, base.value, findings.value, proposal);
  });
}

async function readBase(opened: OpenedRepo, branch: string): Promise<Result<Commit, Complaint>> {
  const head = await findBranch(opened, branch);
  if (!head.ok) return head;
  const commit = head.value === null ? null : await opened.repo.commit(head.value);
  return commit === null
    ? fail(failed(`there is no branch ${branch} at ${opened.address}`, 'name another with --branch'))
    : ok(commit);
}

const noDiscovery = (facility: string): Complaint =>
  failed(
    `facilities/${facility}/discovery.yaml is missing: nothing says where to look, and with which credentials`,
    `commit it: kind Discovery, metadata.name ${facility}, spec.ranges and spec.credentials; docs/first-day.md shows one`,
  );

/** Null: the declared ranges are asked. */
function readList(
  { csv, fromStatus }: DiscoverOptions,
  terminal: Terminal,
  { ranges, discovery }: Fleet,
): Result<readonly Target[] | null, Complaint> {
  if (csv === undefined) {
    const none = !fromStatus && discovery?.ranges.length === 0;
    return none
      ? fail(misused(`${discovery.file} names no ranges`, 'add spec.ranges, or give a list: --csv FILE'))
      : ok(null);
  }
  const file = resolve(terminal.cwd, csv);
  const { size } = statSync(file);
  const bytes = size > listBytesMax ? new Uint8Array(0) : readFileSync(file);
  if (size > listBytesMax) {
    return fail({
      ...failed(`${csv} has ${size} bytes, at most ${listBytesMax} are read`, 'split it'),
      exit: exitCode.rejected,
    });
  }
  const list = readAddressList(
    csv,
    bytes,
    ranges.bmc.flatMap((text) => readRange(text) ?? []),
  );
  if (list.ok) return list;
  terminal.err(problemsText(list.error));
  return fail({ ...failed(`${csv} is not taken as it is`, 'no address was asked'), exit: exitCode.rejected });
}

const listedBy = (list: readonly Target[] | null): ReadonlyMap<string, Listed> =>
  new Map((list ?? []).flatMap(({ address, listed }) => (listed ? [[address, listed] as const] : [])));

async function finish(
  options: DiscoverOptions,
  terminal: Terminal,
  fleetRepo: OpenedRepo,
  base: Commit,
  findings: Findings,
  proposal: Proposal,
): Promise<Result<ExitCode, Complaint>> {
  const message = renderProposal(findings, proposal, terminal.now());
  const wanted = proposal.changes.size > 0 && !options.dryRun;
  const pushed = wanted
    ? await pushProposal(fleetRepo, terminal, options.facility, base, proposal.changes, message)
    : ok(null);
  if (!pushed.ok) return pushed;
  if (options.output === 'json') terminal.out(renderJson(asJson(options, base, findings, proposal, pushed.value)));
  else terminal.out(`${renderLines(proposal.lines)}${ending(options, fleetRepo, findings, proposal, pushed.value)}`);
  return ok(exitCode.done);
}

function ending(
  { facility, dryRun }: DiscoverOptions,
  { address, local }: OpenedRepo,
  findings: Findings,
  { lines, changes }: Proposal,
  pushed: PushedBranch | null,
): string {
  const { addresses } = findings;
  const asked = `${addresses} ${addresses === 1 ? 'address' : 'addresses'} asked`;
  const head = `${facility}: ${asked}: ${countsText(findings, lines)}.`;
  if (pushed === null) {
    const why = changes.size === 0 ? 'nothing to propose' : `${count(changes.size, 'file')} would be proposed`;
    return `${wrap(head, '')}\n${why}${dryRun && changes.size > 0 ? '; nothing was pushed (--dry-run)' : ''}\n`;
  }
  const files = count(changes.size, 'file');
  if (!pushed.isNew) return `${wrap(head, '')}\nthe same is proposed already: ${pushed.branch}\n`;
  const next = local === null ? '' : `if this is a clone: git push origin ${pushed.branch}\n`;
  return `${wrap(head, '')}\n${files} on the branch ${pushed.branch}\nat ${address}\n${next}`;
}

const asJson = (
  { facility }: DiscoverOptions,
  base: Commit,
  findings: Findings,
  { changes, lines }: Proposal,
  pushed: PushedBranch | null,
): object => ({
  apiVersion: 'nanometal/v1alpha1',
  kind: 'DiscoveryProposal',
  facility,
  base: base.id,
  addresses: findings.addresses,
  ...(pushed === null ? {} : { branch: pushed.branch, commit: pushed.commit, pushed: pushed.isNew }),
  counts: Object.fromEntries(countByKind(lines)),
  files: [...changes.keys()].sort(),
  lines,
});
