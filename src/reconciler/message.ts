import type { Ended } from '../diff/conclude.ts';
import { digestOf } from '../diff/digest.ts';
import { sentence } from '../diff/render.ts';
import type { ReleaseAction } from '../model/component.ts';
import type { MachineName } from '../model/names.ts';
import type { Action, Arguments, Plan } from '../model/plan.ts';
import type { Status } from '../model/status.ts';
import { type CommitKind, enumerate, grantTrailer } from '../status/commit-message.ts';
import { countsOf } from '../status/files.ts';

/** What a status commit says of itself; facility, fleet commit and epoch are added where it is pushed. */
export interface Message {
  readonly kind: CommitKind;
  readonly subject: string;
  readonly trailers: readonly (readonly [string, string])[];
  /** What it tells the end of. */
  readonly ends: readonly Ended[];
}

/** Before anything is sent. Ends that no commit has told yet go along. */
export const intentMessage = (plan: Plan, actions: readonly Action[], untold: readonly Ended[]): Message => ({
  kind: 'intent',
  subject: gather(actions.map((action) => [words(action.args), action.machine])),
  trailers: [
    ...planTrailer(plan),
    ...untold.map(outcomeTrailer),
    ...actions.map((a) => grantTrailer({ grant: a.grant, verb: a.args.verb, machine: a.machine })),
  ],
  ends: untold,
});

export const outcomeMessage = (plan: Plan | null, untold: readonly Ended[]): Message => ({
  kind: 'outcome',
  subject: gather(untold.map(({ machine, open, outcome }) => [`${endWords(open.args)} ${outcome.kind}:`, machine])),
  trailers: [...planTrailer(plan), ...untold.map(outcomeTrailer)],
  ends: untold,
});

/** Before anything is sent to a host. */
export const applyMessage = (actions: readonly ReleaseAction[]): Message => ({
  kind: 'intent',
  subject: gather(
    actions.map(({ release: { component, version, host }, because }) => [
      [because, component, version, 'on'].filter((part) => part !== '').join(' '),
      host,
    ]),
  ),
  trailers: actions.map(({ release: { digest, component, host } }) => ['Release', `${digest} ${component} ${host}`]),
  ends: [],
});

/** "12 machines, 12 reachable, 12 as declared". */
export function observationMessage(plan: Plan | null, status: Status): Message {
  const { machines, reachable, asDeclared, holds } = countsOf(status);
  const held = holds ? `, ${holds} held` : '';
  const rejected = status.rejected ? `, head not accepted (${status.rejected.reason.toLowerCase()})` : '';
  const subject = `${machines} machines, ${reachable} reachable, ${asDeclared} as declared${held}${rejected}`;
  return { kind: 'observation', subject, trailers: planTrailer(plan), ends: [] };
}

const planTrailer = (plan: Plan | null): Message['trailers'] => (plan ? [['Plan', digestOf(plan)]] : []);

const outcomeTrailer = ({ machine, open, outcome }: Ended): readonly [string, string] => [
  'Outcome',
  `${open.grant} ${outcome.kind} ${open.args.verb} ${machine}`,
];

/** "shut down ams1-r01-u01; reboot ams1-r01-u02, ams1-r01-u03". */
function gather(parts: readonly (readonly [string, MachineName])[]): string {
  const byWords = new Map<string, MachineName[]>();
  for (const [text, name] of parts) byWords.set(text, [...(byWords.get(text) ?? []), name]);
  return [...byWords].map(([text, names]) => `${text} ${enumerate(names)}`).join('; ');
}

/** The attribute names of a BIOS write are for the plan; a subject has little room. */
const endWords = (args: Arguments): string => (args.verb === 'SetBios' ? words(args) : sentence(args));

/** So that the name of the machine may follow. */
function words(args: Arguments): string {
  switch (args.verb) {
    case 'SetBios':
      return 'set BIOS of';
    case 'InsertMedia':
      return 'insert our CD in';
    case 'EjectMedia':
      return 'eject our CD from';
    case 'Install':
      return `${args.disk === undefined ? 'run' : 'install'} ${args.image} on`;
    case 'Erase':
      return `${sentence(args)} of`;
    default:
      return sentence(args);
  }
}
