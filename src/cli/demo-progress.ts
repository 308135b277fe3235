import { wrap } from './words.ts';

/** An intent needs no line of its own: it is told as the commit that publishes it. */
const shown = new Set(['accepted', 'sent', 'ended', 'published', 'rejected', 'halted', 'applying', 'applied']);

interface LogLine {
  readonly event: string;
  readonly msg: string;
}

/** What a person wants to see of a line of the reconciler's log; null: nothing. */
export function progressOf(line: string): string | null {
  const entry = readLogLine(line);
  if (!entry || !shown.has(entry.event)) return null;
  // What does not fit goes on below, further in.
  return wrap(entry.msg, '    ').slice(2);
}

function readLogLine(line: string): LogLine | null {
  try {
    const value: unknown = JSON.parse(line);
    return isLogLine(value) ? value : null;
  } catch {
    return null;
  }
}

const isLogLine = (value: unknown): value is LogLine =>
  typeof value === 'object' && value !== null && 'event' in value && 'msg' in value && typeof value.msg === 'string';
