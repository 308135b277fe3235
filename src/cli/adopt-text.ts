import type { CommitId, FacilityName, MachineName } from '../model/names.ts';
import { enumerate } from '../status/commit-message.ts';
import type { Adoption, Written } from './adoption.ts';
import { count, short, wrap } from './words.ts';

/** A machine whose manifest cannot be made true now. */
export interface Refused {
  readonly machine: MachineName;
  readonly reason: string;
}

export interface Adopting {
  readonly facility: FacilityName;
  readonly base: CommitId;
  readonly status: CommitId;
  /** With something to write. */
  readonly adoptions: readonly Adoption[];
  /** True as they are, and as far as they were asked to go. */
  readonly done: readonly MachineName[];
  readonly refused: readonly Refused[];
  /** Null: nothing was written. */
  readonly pushed: { readonly branch: string; readonly commit: CommitId } | null;
}

/** `management: observe → adopt`. */
export const editWords = ({ path, from, to, because }: Written): string => {
  const field = path.slice(1).join('.');
  const why = because === undefined ? '' : ` (it ${because})`;
  return `${field}: ${from === undefined ? '' : `${from} → `}${to}${why}`;
};

/** What is done with a machine by its edits, in a word or a few. */
function deed(edits: readonly Written[]): string {
  const step = edits.find(({ path }) => path[1] === 'management')?.to;
  if (step !== undefined) return String(step);
  if (edits.some(({ path, from }) => path[1] === 'identity' && from !== undefined)) return 'enrol another board of';
  return edits.some(({ path }) => path[1] === 'hardware') ? 'acknowledge the hardware of' : 'correct the manifest of';
}

/** What a reviewer reads first: how many, how far, and each change by name. */
export function adoptMessage(facility: FacilityName, adoptions: readonly Adoption[], status: CommitId): string {
  const steps = new Map<string, MachineName[]>();
  for (const { machine, edits } of adoptions) {
    const verb = deed(edits);
    steps.set(verb, [...(steps.get(verb) ?? []), machine]);
  }
  const subject = [...steps].map(([verb, names]) => `${verb} ${enumerate(names)}`).join('; ');
  const lines = adoptions.map(({ machine, edits }) => `${machine}: ${edits.map(editWords).join('; ')}`);
  const why = wrap(
    `The manifests say what was observed, as of status commit ${short(status)}. Nothing is done to hardware by this.`,
    '',
  );
  return `${facility}: ${subject}\n\n${why}\n\n${lines.join('\n')}\n`;
}

export function adoptText({ adoptions, done, refused, pushed, facility, status }: Adopting): string {
  const parts = [`Adopting in ${facility}, as of status commit ${short(status)}:`];
  const said = adoptions.map(
    ({ machine, edits, note }) =>
      `+ ${machine}\n${edits.map((one) => wrap(editWords(one), '    ')).join('\n')}${note === '' ? '' : `\n${wrap(`(${note})`, '    ')}`}`,
  );
  if (said.length > 0) parts.push(said.join('\n'));
  if (refused.length > 0)
    parts.push(refused.map(({ machine, reason }) => `= ${machine} refused\n${wrap(reason, '    ')}`).join('\n'));
  const counts = [
    `${count(adoptions.length, 'manifest')} to write`,
    `${done.length} true already`,
    `${refused.length} refused`,
  ];
  parts.push(`${counts.join(', ')}.`);
  if (pushed) parts.push(`Pushed as ${short(pushed.commit)} to the branch ${pushed.branch}.`);
  return `${parts.join('\n\n')}\n`;
}

export const adoptJson = ({ facility, base, status, adoptions, done, refused, pushed }: Adopting): object => ({
  apiVersion: 'nanometal/v1alpha1',
  kind: 'Adoption',
  facility,
  base,
  status,
  machines: adoptions.map(({ machine, file, edits, note }) => ({
    machine,
    file,
    edits: edits.map(({ path, from, to }) => ({ path: path.join('.'), from: from ?? null, to })),
    ...(note === '' ? {} : { note }),
  })),
  done,
  refused,
  pushed,
});
