import type { Requested } from './memory.ts';

/** For people: how far a request is that an agent carries out, while none of its steps is under way; null: it is not begun. */
export function progressOf({ verb, steps, work, state }: Requested): string | null {
  if (!work || state !== 'pending') return null;
  if (work.takenBack) return 'it was taken back, and what was begun is cleared away';
  const attempt = work.attempts ? ` (boot attempt ${work.attempts + 1})` : '';
  switch (steps[verb]) {
    case 'done':
      return verb === 'Install'
        ? 'the image is written; what was installed is to show that it runs'
        : 'it is done; the agent is to end';
    case 'failed':
      return 'it failed; the agent is to end';
    default:
      return Object.keys(steps).length > 0 || attempt !== ''
        ? `the machine is made to start our agent${attempt}`
        : null;
  }
}
