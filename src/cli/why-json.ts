import type { Step } from './history.ts';
import { holdRemedies, requestRemedies } from './remedies.ts';
import { waitingFor } from './waiting-for.ts';
import type { Explanation } from './why-text.ts';
import { instant } from './words.ts';

/** The same for programs. */
export function whyJson({
  facility,
  name,
  machine,
  known,
  holds,
  reading,
  lease,
  lastStep,
  intent,
}: Explanation): object {
  const { open } = known;
  return {
    apiVersion: 'nanometal/v1alpha1',
    kind: 'Explanation',
    facility,
    machine: name,
    rack: machine.rack,
    phase: machine.phase,
    overlays: machine.overlays,
    power: machine.observed?.power ?? 'Unknown',
    status: { commit: reading.commit.id, at: instant(reading.commit.at) },
    stale: lease.kind !== 'running',
    lastStep: lastStep && stepJson(lastStep),
    underWay: open
      ? {
          verb: open.args.verb,
          request: open.request,
          commit: open.commit,
          since: intent && instant(intent.commit.at),
          waitingFor: waitingFor(open.args),
        }
      : null,
    holds: holds.map(({ kind: _, until, ...hold }) => ({
      ...hold,
      ...(until === undefined ? {} : { until: instant(until) }),
      remedy: holdRemedies[hold.reason],
    })),
    requests: Object.entries(known.requests).map(([id, request]) => ({
      id,
      ...request,
      remedy: requestRemedies[request.state],
    })),
    conditions: machine.conditions
      .filter(({ status }) => status !== 'True')
      .map((condition) => ({ ...condition, since: instant(condition.since) })),
  };
}

const stepJson = ({ commit, told }: Step): object => ({ at: instant(commit.at), status: commit.id, told });
