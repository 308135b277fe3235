import type { Event } from '../../ports/events.ts';
import type { Line } from './line.ts';

/**
 * Tells news from what was so in the pass before: a rejected commit, a lease held, a repository that is down are told
 * again in each pass. What a whole pass did not repeat is forgotten, so that its return is news again.
 */
export function rememberNews(): (kind: Event['kind'], line: Line) => boolean {
  let before = new Map<string, string>();
  let now = new Map<string, string>();
  return (kind, line) => {
    if (kind === 'passed') {
      before = now;
      now = new Map();
    }
    if (line.standing === undefined) return true;
    const known = (now.get(kind) ?? before.get(kind)) === line.text;
    now.set(kind, line.text);
    return !known;
  };
}
