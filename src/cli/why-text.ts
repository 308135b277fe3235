import { sentence } from '../diff/render.ts';
import type { MachineMemory } from '../model/memory.ts';
import type { FacilityName, Instant, MachineName } from '../model/names.ts';
import type { Hold } from '../model/plan.ts';
import { progressOf } from '../model/progress.ts';
import type { Condition, MachineStatus } from '../model/status.ts';
import { isPulled } from '../model/verb.ts';
import type { Step } from './history.ts';
import { describeLease, type Liveness } from './lease.ts';
import type { StatusReading } from './read-status.ts';
import { holdRemedies, requestRemedies } from './remedies.ts';
import { renderTable } from './table.ts';
import { waitingFor } from './waiting-for.ts';
import { instant, short, span, wrap } from './words.ts';

/** Everything that is known of why one machine is as it is. */
export interface Explanation {
  readonly facility: FacilityName;
  readonly name: MachineName;
  readonly machine: MachineStatus;
  readonly known: MachineMemory;
  readonly holds: readonly Hold[];
  readonly reading: StatusReading;
  readonly lease: Liveness;
  /** The newest commits that tell of something done, or meant to be done, to it. */
  readonly lastStep: Step | null;
  readonly intent: Step | null;
}

export function whyText(explanation: Explanation, now: Instant): string {
  const { name, machine, lease } = explanation;
  const head = [
    `${name}, rack ${machine.rack}: ${[machine.phase, ...machine.overlays].join(', ')}, power ${machine.observed?.power ?? 'Unknown'}`,
    wrap(groundsOf(explanation, now), ''),
    ...(lease.kind === 'running' ? [] : [wrap(describeLease(lease, now), '')]),
  ].join('\n');
  const parts = [
    head,
    paragraph('Last step', lastStepOf(explanation, now)),
    paragraph('Under way', underWayOf(explanation, now)),
    paragraph('Waiting for', waitingOf(explanation)),
    ...explanation.holds.map((hold) => paragraph('Held because', holdOf(hold))),
    requestsOf(explanation.known),
    conditionsOf(machine.conditions),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

const paragraph = (title: string, text: string): string => (text === '' ? '' : `${title}\n${indent(text)}`);
const indent = (text: string): string =>
  text
    .split('\n')
    .map((line) => wrap(line, '  '))
    .join('\n');

function groundsOf({ facility, reading, known }: Explanation, now: Instant): string {
  const { commit, status } = reading;
  const acting =
    status.memory.accepted === undefined ? 'nothing is accepted' : `acting on ${short(status.memory.accepted)}`;
  const rejected = status.rejected?.commit ? `, and not on ${short(status.rejected.commit)}, which is rejected` : '';
  const deleted = known.managed ? '' : ' Its manifest is gone: nothing is done to it.';
  return `As of status commit ${short(commit.id)} (${instant(commit.at)}, ${span(now - commit.at)} ago); ${facility} is ${acting}${rejected}.${deleted}`;
}

function lastStepOf({ lastStep }: Explanation, now: Instant): string {
  if (lastStep === null) return 'Nothing was ever done to it, as far as the status commits tell.';
  const { commit, told } = lastStep;
  return `${told.join('; ')}, ${instant(commit.at)} (${span(now - commit.at)} ago, status commit ${short(commit.id)})`;
}

function underWayOf({ known, intent }: Explanation, now: Instant): string {
  const { open } = known;
  if (!open) return '';
  const since =
    intent === null ? '' : `, meant since ${instant(intent.commit.at)} (${span(now - intent.commit.at)} ago)`;
  return `${sentence(open.args)} for ${open.request}, asked by ${short(open.commit)}${since}`;
}

function waitingOf({ known, holds, lease }: Explanation): string {
  if (known.open) {
    const { args, patienceMs } = known.open;
    const after = isPulled(args.verb)
      ? `the machine is started anew after 30 min without a call, or ${span(patienceMs)} of silence`
      : `for ${span(patienceMs)} from when it was sent, then it counts as failed or unknown`;
    const patience = `${waitingFor(args)}; ${after}`;
    return lease.kind === 'running' ? patience : `a reconciler: none is tending this facility. Then for ${patience}`;
  }
  const due = Object.entries(known.requests).filter(
    ([id, { state }]) => state === 'pending' && !holds.some((hold) => hold.request === id),
  );
  if (due.length === 0) return holds.length > 0 ? '' : 'Nothing.';
  const begun = due.flatMap(([id, request]) => {
    const progress = progressOf(request);
    return progress === null ? [] : [`${request.verb} for ${id}: ${progress}`];
  });
  const names = begun.length > 0 ? begun.join('; ') : due.map(([id, { verb }]) => `${verb} for ${id}`).join('; ');
  if (begun.length > 0 && lease.kind === 'running') return names;
  return lease.kind === 'running' ? `its turn: ${names}` : `a reconciler: none is tending this facility. Due: ${names}`;
}

function holdOf({ verb, request, reason, message, until }: Hold): string {
  const end = until === undefined ? '' : ` It ends at ${instant(until)}.`;
  return `${reason}: ${message} (${verb} for ${request}).${end}\nWhat to do: ${holdRemedies[reason]}.`;
}

function requestsOf({ requests }: MachineMemory): string {
  const entries = Object.entries(requests);
  if (entries.length === 0) return '';
  const rows = entries.map(([id, { verb, state, commit, steps, message }]) => [
    id,
    verb,
    state,
    short(commit),
    message ??
      Object.entries(steps)
        .map(([step, end]) => `${step} ${end}`)
        .join(', '),
  ]);
  const states = new Set(entries.map(([, { state }]) => state));
  const remarks = [...states].flatMap((state) => {
    const remedy = requestRemedies[state];
    return remedy === null ? [] : [wrap(`${state}: ${remedy}.`, '  ')];
  });
  return [renderTable(['REQUEST', 'VERB', 'STATE', 'ASKED BY', 'HOW IT WENT'], rows).trimEnd(), ...remarks].join('\n');
}

function conditionsOf(conditions: readonly Condition[]): string {
  const off = conditions.filter(({ status }) => status !== 'True');
  if (off.length === 0) return '';
  const rows = off.map(({ type, status, reason, message, since }) => [
    type,
    status,
    instant(since),
    message === '' ? reason : `${reason}: ${message}`,
  ]);
  return renderTable(['NOT SO', 'STATUS', 'SINCE', 'WHY'], rows).trimEnd();
}
