import { renderProblem } from '../manifest/render.ts';
import type { Instant } from '../model/names.ts';
import type { Condition, MachineStatus, Status } from '../model/status.ts';
import { countsOf } from '../status/files.ts';
import type { FacilityReport } from './facility-report.ts';
import { describeLease, type Liveness } from './lease.ts';
import { renderTable } from './table.ts';
import type { Tint } from './terminal.ts';
import { count, instant, short, span, wrap } from './words.ts';

/** Above this many machines only those that somebody may want to look at are listed. */
const rowsMax = 100;
const problemsShown = 10;

/** One facility at length. */
export function facilityText(report: FacilityReport, now: Instant, all: boolean): string {
  const { facility, reading, lease } = report;
  const leaseText = wrap(describeLease(lease, now), '');
  if (reading === null)
    return `${facility}: no status yet; start a reconciler: nanometal run -f ${facility} --repo …\n${leaseText}\n`;
  const { commit, status } = reading;
  const age = span(now - commit.at);
  const parts = [
    [
      `${facility}: ${glance(status)}`,
      wrap(commitsText(report), ''),
      `Status commit ${short(commit.id)}, ${instant(commit.at)} (${age} ago).`,
      leaseText,
      ...conditionLines(status.conditions),
    ].join('\n'),
    rejectionText(status),
    underWayTable(status),
    holdsTable(status),
    componentsTable(status),
    machinesTable(status, all),
  ];
  return `${parts
    .filter((part) => part !== '')
    .map((part) => part.trimEnd())
    .join('\n\n')}\n`;
}

/** Many facilities at a glance. */
export const facilitiesText = (reports: readonly FacilityReport[], now: Instant): string =>
  renderTable(
    ['FACILITY', 'ACCEPTED', 'MACHINES', 'REACHABLE', 'DECLARED', 'UNDER WAY', 'HELD', 'RECONCILER'],
    reports.map((report) => {
      const { reading, facility } = report;
      const reconciler = tendedText(report.lease, now);
      if (reading === null) return [facility, '-', '-', '-', '-', '-', '-', reconciler];
      const { machines, reachable, asDeclared, underWay, holds } = countsOf(reading.status);
      const { accepted } = reading.status.memory;
      const commit = `${accepted === undefined ? '-' : short(accepted)}${reading.status.rejected ? ' !' : ''}`;
      return [facility, commit, ...[machines, reachable, asDeclared, underWay, holds].map(String), reconciler];
    }),
  );

const tendedText = (lease: Liveness, now: Instant): string => {
  if (lease.kind === 'running') return `for ${span(now - lease.since)}`;
  if (lease.kind === 'none' || lease.kind === 'foreign') return 'none';
  return lease.fresh ? `released ${span(now - lease.renewed)} ago` : 'Stale';
};

/** Where somebody has to look. */
export const tintStatus: Tint = (line) =>
  /^(?:Stale|No reconciler|No lease|Not acting on)\b| {2}(?:Stale|none)$/.test(line)
    ? 'red'
    : /^[A-Z][A-Z ]+$/.test(line)
      ? 'dim'
      : null;

function glance(status: Status): string {
  const { machines = 0, reachable, asDeclared, underWay, holds } = countsOf(status);
  return `${count(machines, 'machine')}, ${reachable} reachable, ${asDeclared} as declared, ${underWay} under way, ${holds} held`;
}

function commitsText({ reading, head }: FacilityReport): string {
  const accepted = reading?.status.memory.accepted;
  if (accepted === undefined) return 'No commit is accepted yet.';
  if (head === null) return `Acting on ${short(accepted)}.`;
  if (head.commit === accepted) return `Acting on ${short(accepted)}, the newest commit.`;
  return head.inForce
    ? `Acting on ${short(accepted)}; nothing of this facility has changed since, up to ${short(head.commit)}.`
    : `Acting on ${short(accepted)}, and not yet on ${short(head.commit)}, the newest commit.`;
}

/** Whatever is not as it should be with the facility as a whole; what it accepts has its own lines. */
const conditionLines = (conditions: readonly Condition[]): readonly string[] =>
  conditions
    .filter(({ type, status }) => (type === 'Paused' ? status === 'True' : type !== 'Accepted' && status === 'False'))
    .map(({ type, reason, message }) => wrap(`${type}: ${type === reason ? '' : `${reason}, `}${message}`, ''));

function rejectionText({ rejected }: Status): string {
  if (!rejected) return '';
  const what = rejected.commit === null ? 'the newest state' : short(rejected.commit);
  const lines = [wrap(`Not acting on ${what} (${rejected.reason}): ${rejected.message}`, '')];
  lines.push(...rejected.problems.slice(0, problemsShown).map(renderProblem));
  const more = rejected.problems.length - problemsShown;
  if (more > 0) lines.push(`… and ${count(more, 'more problem')}: nanometal validate --rev ${what}`);
  return lines.join('\n');
}

function underWayTable({ memory }: Status): string {
  const rows = [...memory.machines].flatMap(([name, { open }]) => (open ? [[name, open.args.verb, open.request]] : []));
  return rows.length === 0 ? '' : renderTable(['UNDER WAY', 'VERB', 'REQUEST'], rows);
}

function holdsTable({ holds }: Status): string {
  const rows = holds.map(({ machine, verb, reason, message, until }) => [
    machine,
    verb,
    reason,
    until === undefined ? message : `until ${instant(until)}: ${message}`,
  ]);
  const shown = rows.slice(0, rowsMax);
  if (rows.length > rowsMax) shown.push([`… ${rows.length - rowsMax} more`, '', '', '']);
  return rows.length === 0 ? '' : renderTable(['HELD', 'VERB', 'REASON', 'WHY'], shown);
}

function componentsTable({ memory, components }: Status): string {
  const rows = [...(components ?? [])].flatMap(([name, hosts]) =>
    [...hosts].map(([host, conditions]) => {
      const version = memory.components?.get(name)?.get(host)?.healthy?.version ?? '-';
      const health = conditions.find(({ type }) => type === 'Healthy')?.reason ?? 'Unknown';
      const off = conditions.find(({ status }) => status !== 'True');
      return [name, host, version, health, off === undefined ? '' : `${off.reason}: ${off.message}`];
    }),
  );
  return rows.length === 0 ? '' : renderTable(['COMPONENT', 'HOST', 'VERSION', 'HEALTH', 'NOTE'], rows);
}

function machinesTable({ machines }: Status, all: boolean): string {
  const managed = [...machines.values()].filter(({ phase }) => phase !== 'Unmanaged');
  const shown = all || managed.length <= rowsMax ? managed : managed.filter((machine) => noteOf(machine) !== '');
  const rows = [...shown]
    .sort(byPlace)
    .map((machine) => [
      machine.rack,
      machine.name,
      machine.observed?.power ?? 'Unknown',
      [machine.phase, ...machine.overlays].join(', '),
      noteOf(machine),
    ]);
  const left = managed.length - shown.length;
  const rest = left === 0 ? '' : `${count(left, 'machine')} as declared and not listed; --all lists them.\n`;
  return rows.length === 0 ? rest : renderTable(['RACK', 'MACHINE', 'POWER', 'PHASE', 'NOTE'], rows) + rest;
}

const byPlace = (a: MachineStatus, b: MachineStatus): number =>
  a.rack === b.rack ? (a.name < b.name ? -1 : 1) : a.rack < b.rack ? -1 : 1;

/** The first thing that is not as it should be. */
function noteOf({ conditions }: MachineStatus): string {
  const off =
    conditions.find(({ type, status }) => type === 'Reachable' && status !== 'True') ??
    conditions.find(({ status }) => status === 'False') ??
    conditions.find(({ status }) => status === 'Unknown');
  return off === undefined ? '' : `${off.type}: ${off.reason}`;
}
