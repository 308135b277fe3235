import type { Requested } from './memory.ts';

/** For people: how far a request is that an agent carries out, while none of its steps is under way; null: it is not begun. */
export function progressOf({ verb, steps, work, state }: Requested): string | null {
  if (!work || state !== 'pending') return null;
  if (work.takenBack) return 'it was taken back, and what was begun is cleared away';
  const attempt = work.attempts ? ` (boot attempt ${work.attempts + 1})` : '';
  switch (steps[verb]) {
    case 'done':
      if (verb !== 'Install') return 'it is done; the agent is to end';
      if (work.iso && !steps.Reboot && !steps.PowerOn)
        return `${work.iso.name} is right; the machine is made to boot it`;
      return `the image is ${work.disks ? 'written' : 'there'}; what was installed is to show that it runs`;
    case 'failed':
      return 'it failed; the agent is to end';
    default:
      return Object.keys(steps).length > 0 || attempt !== ''
        ? `the machine is made to start our agent${attempt}`
        : null;
  }
}
