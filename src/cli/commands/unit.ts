import { Command, InvalidArgumentError } from 'commander';
import { readIp, readRange, tidyRange } from '../../manifest/ip.ts';
import { parseFile } from '../../manifest/parse.ts';
import type { FacilityName } from '../../model/names.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import { act, type Stage } from '../act.ts';
import { facilityName } from '../arguments.ts';
import { type Complaint, failed } from '../complaint.ts';
import { type ExitCode, exitCode } from '../exit-code.ts';
import { unknownFacility } from '../facility.ts';
import { type OpenedRepo, openToRead } from '../open-repo.ts';
import { problemsText } from '../problems.ts';
import { readPath } from '../read-path.ts';
import { type RepoChoice, withFleetRepoOptions } from '../repo-choice.ts';
import { resolveRevision } from '../revision.ts';
import type { Terminal } from '../terminal.ts';

interface UnitOptions extends RepoChoice {
  readonly facility: string;
  readonly head?: string;
  readonly allow: readonly string[];
}

export const unitCommand = (stage: Stage): Command =>
  withFleetRepoOptions(
    new Command('unit')
      .description(
        'Prints a drop-in for nanometal.service: a wall of systemd around the reconciler of a facility, open to the ' +
          'ranges in facility.yaml, to this host, and to what is named here. Say it again when one of them changes.',
      )
      .requiredOption('-f, --facility <name>', 'the facility that the unit reconciles', facilityName)
      .option('--head <rev>', 'branch, tag, ref or commit (default: HEAD; main of a remote)')
      .option(
        '--allow <address>',
        'also let through: the Git host, a proxy, a resolver, Prometheus; may be repeated',
        alsoAllowed,
        [],
      ),
  )
    .addHelpText(
      'after',
      `
Example:
  $ nanometal unit -f ams1 --allow 192.0.2.10 --allow 2001:db8::/64 \\
      > /etc/systemd/system/nanometal.service.d/addresses.conf
  $ systemctl daemon-reload && systemctl restart nanometal

Exit codes: 0 printed, 1 failed, 2 wrong usage, 4 rejected manifest.`,
    )
    .action((options: UnitOptions) => act(stage, 'unit', () => printUnit(options, stage.terminal)));

/** Names are refused: the wall is made of addresses, and what a name stands for may change behind it. */
function alsoAllowed(text: string, before: readonly string[]): readonly string[] {
  if (readIp(text) !== null || readRange(text) !== null) return [...before, text];
  const tidy = tidyRange(text);
  if (tidy !== null) throw new InvalidArgumentError(`Bits are set behind the prefix; ${tidy} is that range.`);
  throw new InvalidArgumentError('Expected an address or a range such as 192.0.2.10 or 2001:db8::/64.');
}

async function printUnit(options: UnitOptions, terminal: Terminal): Promise<Result<ExitCode, Complaint>> {
  const { facility } = options;
  const opened = await openToRead(terminal, options.repo, options);
  if (!opened.ok) return opened;
  try {
    const ranges = await rangesOf(opened.value, facility, options.head, terminal);
    if (!ranges.ok) return ranges;
    if (ranges.value === null) return ok(exitCode.rejected);
    terminal.out(dropIn(facility, ranges.value, options.allow));
    return ok(exitCode.done);
  } finally {
    await opened.value.close();
  }
}

/** By sort, as the manifest has them. Null: it is rejected, which was told. */
async function rangesOf(
  opened: OpenedRepo,
  facility: FacilityName,
  rev: string | undefined,
  terminal: Terminal,
): Promise<Result<ReadonlyMap<string, readonly string[]> | null, Complaint>> {
  const head = await resolveRevision(opened, rev ?? (opened.local === null ? 'main' : 'HEAD'));
  if (!head.ok) return head;
  const path = `facilities/${facility}/facility.yaml`;
  const { id, tree } = head.value.commit;
  const bytes = await readPath(opened.repo, tree, path);
  if (bytes === null) return fail(await unknownFacility(opened.repo, id, facility));
  const parsed = parseFile(path, bytes);
  if (!parsed.ok) {
    terminal.out(problemsText(parsed.error));
    return ok(null);
  }
  const { manifest } = parsed.value;
  return manifest.kind === 'Facility'
    ? ok(new Map(Object.entries(manifest.spec.ranges)))
    : fail(failed(`${path} is no Facility`));
}

function dropIn(
  facility: FacilityName,
  ranges: ReadonlyMap<string, readonly string[]>,
  allow: readonly string[],
): string {
  const file = `facilities/${facility}/facility.yaml`;
  return [
    `# Whom the reconciler of ${facility} may talk to, made by \`nanometal unit -f ${facility}\`.`,
    '[Service]',
    'IPAddressDeny=any',
    '# This host: its resolver, the page with health and metrics.',
    'IPAddressAllow=localhost',
    ...[...ranges].flatMap(([sort, list]) => [`# ranges.${sort} of ${file}`, ...list.map(allowed)]),
    allow.length === 0 ? '# Nothing by --allow: Git must be on this host, or in a range.' : '# --allow',
    ...allow.map(allowed),
    '',
  ].join('\n');
}

const allowed = (addresses: string): string => `IPAddressAllow=${addresses}`;
