import { countsOf } from '../status/files.ts';
import { type FacilityReport, isFresh } from './facility-report.ts';
import type { Liveness } from './lease.ts';
import { instant } from './words.ts';

/** For programs: what the status branch says, with times as text, and whether anybody tends the facility. */
export const reportsJson = (reports: readonly FacilityReport[]): object => ({
  apiVersion: 'nanometal/v1alpha1',
  kind: 'StatusReport',
  facilities: reports.map(reportJson),
});

function reportJson(report: FacilityReport): object {
  const { facility, reading, lease, head } = report;
  const common = { facility, stale: !isFresh(report), lease: leaseJson(lease) };
  if (reading === null) return { ...common, status: null };
  const { commit, status } = reading;
  return {
    ...common,
    status: { commit: commit.id, at: instant(commit.at) },
    accepted: status.memory.accepted ?? null,
    head,
    rejected: status.rejected ?? null,
    counts: countsOf(status),
    conditions: status.conditions.map((condition) => ({ ...condition, since: instant(condition.since) })),
    underWay: [...status.memory.machines].flatMap(([machine, { open }]) =>
      open ? [{ machine, verb: open.args.verb, request: open.request, commit: open.commit }] : [],
    ),
    holds: status.holds.map(({ kind: _, until, ...hold }) => ({
      ...hold,
      ...(until === undefined ? {} : { until: instant(until) }),
    })),
    machines: [...status.machines.values()].map(({ name, rack, phase, overlays, observed, conditions }) => ({
      name,
      rack,
      phase,
      overlays,
      power: observed?.power ?? 'Unknown',
      conditions: conditions.map((condition) => ({ ...condition, since: instant(condition.since) })),
    })),
  };
}

function leaseJson(lease: Liveness): object {
  if (lease.kind === 'none' || lease.kind === 'foreign') return lease;
  const { fresh: _, ...told } = lease;
  return { ...told, since: instant(lease.since), renewed: instant(lease.renewed) };
}
