import { never } from '../../model/never.ts';
import type { Outcome, Started } from '../../model/outcome.ts';
import type { Action, Hold, Plan } from '../../model/plan.ts';
import type { Rejection } from '../../model/status.ts';
import type { Event } from '../../ports/events.ts';

export type Level = 'debug' | 'info' | 'warn' | 'error';

/** What a log says of one event. */
export interface Line {
  readonly level: Level;
  readonly text: string;
  /** Flat values, for programs. Never an argument of an action or a value of a manifest: those may hold anything. */
  readonly fields: Readonly<Record<string, string | number | readonly string[]>>;
  /** It is told again in each pass for as long as it is so: only news of it is worth a line. */
  readonly standing?: true;
}

const listMax = 20;

type Of<K extends Event['kind']> = Extract<Event, { readonly kind: K }>;

/** The fields that name the event are `event`, `machine`, `verb`, `commit`, wherever they apply. */
export function lineOf(event: Event): Line {
  switch (event.kind) {
    case 'started': {
      const { facility, holder } = event;
      return { level: 'info', text: `reconciling ${facility} as ${holder}`, fields: { facility, holder } };
    }
    case 'stopped':
      return { level: 'info', text: 'stopped', fields: {} };
    case 'accepted': {
      const { commit, machines } = event;
      const text = `accepted ${short(commit)}: ${count(machines, 'machine')}`;
      return { level: 'info', text, fields: { commit, machines }, standing: true };
    }
    case 'rejected':
      return rejectedLine(event.rejection);
    case 'memory':
      return { level: 'info', text: event.message, fields: {}, standing: true };
    case 'looked':
      return lookedLine(event);
    case 'planned':
      return plannedLine(event.plan);
    case 'intended':
      return intendedLine(event);
    case 'sent':
      return sentLine(event);
    case 'answered':
      return answeredLine(event.machine, event.action, event.started);
    case 'ended':
      return endedLine(event);
    case 'applying': {
      const { release, because } = event.action;
      const text = `${placeOf(release)}: applying (${because})`;
      return { level: 'info', text, fields: releaseFields(release) };
    }
    case 'called-home': {
      const { machine, evidence } = event;
      return { level: 'info', text: `${machine}: called home: ${evidence}`, fields: { machine } };
    }
    case 'reached': {
      const { machine, address, port, reached } = event;
      const text = reached.kind === 'taken' ? `${address} takes connections on port ${port}` : reached.message;
      return { level: 'info', text: `${machine}: ${text}`, fields: { machine } };
    }
    case 'applied':
      return appliedLine(event);
    case 'published': {
      const { status, subject } = event;
      return { level: 'info', text: `published ${short(status)}: ${subject}`, fields: { status } };
    }
    case 'leased': {
      const { holder, epoch } = event;
      return { level: 'info', text: `holding the lease, epoch ${epoch}`, fields: { holder, epoch }, standing: true };
    }
    case 'standby': {
      const { holder, since, epoch } = event;
      const text = `standing by: ${holder} has held the lease since ${since}, epoch ${epoch}`;
      return { level: 'warn', text, fields: { holder, since, epoch }, standing: true };
    }
    case 'handed-over': {
      const { holder, epoch } = event;
      return { level: 'info', text: `handed over to ${holder}, epoch ${epoch}`, fields: { holder, epoch } };
    }
    case 'repo-failed':
      return { level: 'warn', text: `the repository: ${event.message}`, fields: {}, standing: true };
    case 'halted':
      return { level: 'error', text: `halted, nothing is sent: ${event.message}`, fields: {}, standing: true };
    case 'passed': {
      const { ms, open, holds } = event;
      const text = `pass of ${Math.round(ms)} ms: ${open} open, ${holds} held`;
      return { level: 'debug', text, fields: { ms: Math.round(ms), open, holds } };
    }
    default:
      return never(event);
  }
}

function rejectedLine({ commit, reason, message, problems }: Rejection): Line {
  const places = problems.slice(0, listMax).map((problem) => {
    const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(':');
    return `${place} ${problem.message}`;
  });
  return {
    level: 'warn',
    text: `rejected ${commit === null ? 'the head' : short(commit)} (${reason}): ${message}`,
    fields: { commit: commit ?? '', reason, problems: places },
    standing: true,
  };
}

function lookedLine({ machine, look }: Of<'looked'>): Line {
  if (look.kind === 'seen') {
    return { level: 'debug', text: `looked at ${machine}: power ${look.facts.power}`, fields: { machine } };
  }
  const text = `looked at ${machine} in vain (${look.reason}): ${look.message}`;
  return { level: 'debug', text, fields: { machine, reason: look.reason } };
}

function plannedLine({ commit, actions, holds }: Plan): Line {
  const text = `plan of ${short(commit)}: ${count(actions.length, 'action')}, ${held(holds)}`;
  return {
    level: 'info',
    text,
    fields: { commit, actions: actions.length, holds: holds.length },
    standing: true,
  };
}

function intendedLine({ actions, status }: Of<'intended'>): Line {
  const what = actions.slice(0, listMax).map(({ args, machine }) => `${args.verb} ${machine}`);
  const more = actions.length > listMax ? ` and ${actions.length - listMax} more` : '';
  const text = `recorded in ${short(status)} before acting: ${what.join(', ')}${more}`;
  return { level: 'info', text, fields: { status, actions: actions.length } };
}

function sentLine({ machine, action, attempt }: Of<'sent'>): Line {
  const again = attempt > 1 ? ` (attempt ${attempt})` : '';
  const text = `${action.args.verb} ${machine}: sending${again}, because ${action.because}`;
  return { level: 'info', text, fields: { ...actionFields(machine, action), attempt } };
}

function endedLine({ machine, verb, request, outcome }: Of<'ended'>): Line {
  const text = `${verb} ${machine}: ${outcome.kind}, ${outcome.kind === 'done' ? outcome.evidence : outcome.message}`;
  return { level: levelOfOutcome(outcome), text, fields: { machine, verb, request, outcome: outcome.kind } };
}

function answeredLine(machine: string, action: Action, started: Started): Line {
  const fields = { ...actionFields(machine, action), answer: started.kind };
  const subject = `${action.args.verb} ${machine}`;
  switch (started.kind) {
    case 'accepted':
      return { level: 'info', text: `${subject}: accepted (${started.status})`, fields };
    case 'refused':
      return { level: 'warn', text: `${subject}: refused (${started.status}): ${started.message}`, fields };
    case 'unsent':
      return { level: 'warn', text: `${subject}: not sent: ${started.message}`, fields };
    case 'ambiguous':
      return { level: 'warn', text: `${subject}: it may have arrived: ${started.message}`, fields };
    default:
      return never(started);
  }
}

function levelOfOutcome(outcome: Outcome): Level {
  switch (outcome.kind) {
    case 'done':
    case 'withdrawn':
      return 'info';
    case 'lost':
    case 'unfinished':
    case 'failed':
      return 'warn';
    case 'unknown':
      return 'error';
    default:
      return never(outcome);
  }
}

function appliedLine({ release, applied }: Of<'applied'>): Line {
  const subject = placeOf(release);
  const fields = { ...releaseFields(release), outcome: applied.kind };
  switch (applied.kind) {
    case 'healthy':
      return { level: 'info', text: `${subject}: ${release.state === 'absent' ? 'removed' : 'healthy'}`, fields };
    case 'unapplied':
      return { level: 'warn', text: `${subject}: not applied (${applied.reason}): ${applied.message}`, fields };
    case 'rolled-back': {
      const now = applied.to === null ? 'nothing of it is left' : `${applied.to} runs again`;
      return { level: 'error', text: `${subject}: ${applied.message}; ${now}`, fields };
    }
    case 'interrupted':
      return { level: 'warn', text: `${subject}: interrupted: ${applied.message}`, fields };
    default:
      return never(applied);
  }
}

/** What is removed has no version. */
const placeOf = ({ component, version, host }: Of<'applied'>['release']): string =>
  `${version === '' ? component : `${component} ${version}`} on ${host}`;

const releaseFields = ({ component, host, version, digest }: Of<'applied'>['release']) => ({
  component,
  host,
  version,
  digest,
});

const actionFields = (machine: string, { args, request, grant, commit }: Action) => ({
  machine,
  verb: args.verb,
  request,
  grant,
  commit,
});

const short = (id: string): string => id.slice(0, 7);

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** `3 held (Parked 1, Window 2)` */
function held(holds: readonly Hold[]): string {
  const byReason = new Map<string, number>();
  for (const { reason } of holds) byReason.set(reason, (byReason.get(reason) ?? 0) + 1);
  const parts = [...byReason].sort(([a], [b]) => (a < b ? -1 : 1)).map(([reason, number]) => `${reason} ${number}`);
  return parts.length === 0 ? 'nothing held' : `${holds.length} held (${parts.join(', ')})`;
}
