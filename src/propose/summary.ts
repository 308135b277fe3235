import type { Findings } from '../model/discovery.ts';
import type { FacilityName, Instant } from '../model/names.ts';
import { plain } from '../model/plain.ts';
import { type Line, type LineKind, lineKinds, meanings } from './line.ts';
import type { Proposal } from './propose.ts';

/** Lines of one kind that stand in a commit message; the rest is counted. */
const linesMax = 500;

export const countByKind = (lines: readonly Line[]): ReadonlyMap<LineKind, number> =>
  new Map(
    lineKinds
      .map((kind) => [kind, lines.filter((line) => line.kind === kind).length] as const)
      .filter(([, count]) => count > 0),
  );

/** `180 new, 3 moved`, or that there is nothing: all is as it should be, or nobody is there. */
export function countsText({ findings }: Findings, lines: readonly Line[]): string {
  const counts = [...countByKind(lines)].map(([kind, count]) => `${count} ${kind}`).join(', ');
  if (counts !== '') return counts;
  return findings.every(({ kind }) => kind === 'silent') ? 'nobody answered' : 'everything as the manifests say';
}

/** `discover/<facility>/2026-11-26`, by the date in UTC. */
export const branchName = (facility: FacilityName, now: Instant): string =>
  `discover/${facility}/${new Date(now).toISOString().slice(0, 10)}`;

/** The message of the commit, which is the text of the pull request: a subject, and a line for everything that was found. */
export function renderProposal(findings: Findings, { lines, changes }: Proposal, now: Instant): string {
  const { facility, addresses } = findings;
  const day = new Date(now).toISOString().slice(0, 10);
  const subject = `${facility}: discovery of ${day}: ${countsText(findings, lines)}`;
  const files = `${changes.size} ${changes.size === 1 ? 'file' : 'files'}`;
  const intro = `${addresses} addresses were asked; ${files} proposed. New machines are only looked at\n(management: observe) until a commit says more.`;
  return `${subject.length <= 100 ? subject : `${subject.slice(0, 99)}…`}\n\n${intro}\n\n${renderLines(lines)}\nNanometal-Kind: discovery\n`;
}

/** By kind, under headings, each line with its place, its reason and what to do. */
export function renderLines(lines: readonly Line[]): string {
  return lineKinds
    .map((kind) => {
      const own = lines.filter((line) => line.kind === kind);
      if (own.length === 0) return '';
      const more = own.length > linesMax ? `  and ${own.length - linesMax} more\n` : '';
      return `${kind} (${own.length}): ${meanings[kind]}\n${own.slice(0, linesMax).map(renderLine).join('')}${more}\n`;
    })
    .join('');
}

function renderLine({ place, machine, message, remedy }: Line): string {
  const head = machine === undefined ? place : `${place} ${machine}`;
  return `  ${plain(head)}: ${plain(message)}\n${remedy === undefined ? '' : `    do: ${plain(remedy)}\n`}`;
}
