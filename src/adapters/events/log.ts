import { pino } from 'pino';
import pretty from 'pino-pretty';
import type { Events } from '../../ports/events.ts';
import { type Level, lineOf } from './line.ts';
import { rememberNews } from './news.ts';
import { printable } from './printable.ts';

export interface LogOptions {
  /** Standard output or standard error: lines for people where it is a terminal, one JSON object a line elsewhere. */
  readonly to: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly level: Level | 'silent';
  /** Whether lines for people may have colour. */
  readonly colour?: boolean;
}

/** The lines are made of chosen fields; should a secret ever be among them, it is under one of these names. */
const secretNames = ['password', 'authorization', 'token', 'secret', 'credentials'];

/** One sensible line an event. */
export function openLog({ to, level, colour = false }: LogOptions): Events {
  const destination =
    to.isTTY === true
      ? // The text says it all but the problems of a rejected commit; the other fields are for programs.
        pretty({ destination: to, colorize: colour, include: 'time,level,problems', translateTime: 'SYS:HH:MM:ss' })
      : to;
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: secretNames, censor: '[secret]' },
    },
    destination,
  );
  const isNews = rememberNews();
  return {
    emit(event) {
      const line = lineOf(event);
      const as = isNews(event.kind, line) ? line.level : 'debug';
      logger[as]({ event: event.kind, ...clean(line.fields) }, printable(line.text));
    },
  };
}

const clean = (fields: Readonly<Record<string, string | number | readonly string[]>>) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, cleanValue(value)]));

function cleanValue(value: string | number | readonly string[]): string | number | readonly string[] {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? printable(value) : value.map(printable);
}
