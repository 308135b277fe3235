import type { MachineName } from '../model/names.ts';
import type { MachineStatus, Status } from '../model/status.ts';
import { enumerate } from './commit-message.ts';
import { isOtherBoard } from './hardware-change.ts';
import { changesBetween, changeWords, isOther, partsOf, partWords, placeOf } from './parts.ts';

/** What a status commit has to name, because somebody will look for it in history: a part, a board, a missed class. */
export interface News {
  readonly machine: MachineName;
  /** "lost memory module DIMM A3 (32 GiB, serial 4711)". */
  readonly said: readonly string[];
}

/** What is new between two states of the status branch. A machine that is new there is no news of this sort. */
export function newsBetween(before: Status | null, after: Status): readonly News[] {
  const news: News[] = [];
  for (const [machine, is] of after.machines) {
    const was = before?.machines.get(machine);
    if (!was || was === is) continue;
    const said = [...boardNews(was, is), ...partNews(was, is), ...gateNews(was, is)];
    if (said.length > 0) news.push({ machine, said });
  }
  return news;
}

/** For a subject, where nothing else is to be said: the one thing, or which machines it is about. */
export function headline(news: readonly News[]): string {
  const [only] = news;
  if (news.length === 1 && only?.said.length === 1) return `${only.machine} ${only.said[0]}`;
  return `hardware news of ${enumerate(news.map(({ machine }) => machine))}`;
}

/** All of it, a line each; beyond that it is only counted. */
export function bodyOf(news: readonly News[]): readonly string[] {
  const lines = news.flatMap(({ machine, said }) => said.map((one) => `${machine} ${one}`));
  return lines.length <= linesMax ? lines : [...lines.slice(0, linesMax), `and ${lines.length - linesMax} more`];
}

const linesMax = 200;

function boardNews(was: MachineStatus, is: MachineStatus): readonly string[] {
  const [old, now] = [was.inventory?.identity, is.inventory?.identity];
  if (old && now && isOtherBoard(old, now)) {
    const fields = (['serial', 'uuid'] as const).filter((field) => old[field] !== now[field]);
    return [`is enrolled with another board: ${fields.map((f) => `${f} ${old[f]} → ${now[f]}`).join(', ')}`];
  }
  const differs = falseCondition(is, 'IdentityMatches');
  if (differs !== undefined && differs !== falseCondition(was, 'IdentityMatches'))
    return [`is not who answers: ${differs}`];
  return was.answers && !is.answers && differs === undefined ? ['answers again as enrolled'] : [];
}

function partNews(was: MachineStatus, is: MachineStatus): readonly string[] {
  const [old, now] = [was.inventory, is.inventory];
  if (!old?.hardware || !now?.hardware || old === now) return [];
  const before = new Map(
    (old.changes ?? []).flatMap((change) => (change.was ? [[placeOf(change.was), change.was]] : [])),
  );
  const said = changesBetween(partsOf(old.hardware), partsOf(now.hardware)).map((change) => {
    const known = change.is && before.get(placeOf(change.is));
    return known && change.is && !isOther(known, change.is) ? `has ${partWords(change.is)} again` : changeWords(change);
  });
  const acknowledged = said.length === 0 && old.changes !== undefined && now.changes === undefined;
  return acknowledged ? ['hardware is acknowledged as it is'] : said;
}

function gateNews(was: MachineStatus, is: MachineStatus): readonly string[] {
  const [old, now] = [falseCondition(was, 'HardwareMatches'), falseCondition(is, 'HardwareMatches')];
  if (old === now) return [];
  if (now !== undefined) return [`is quarantined: ${now}`];
  const matches = is.conditions.some(({ type, status }) => type === 'HardwareMatches' && status === 'True');
  return matches ? ['is of its class again'] : [];
}

const falseCondition = ({ conditions }: MachineStatus, type: string): string | undefined =>
  conditions.find((condition) => condition.type === type && condition.status === 'False')?.message;
