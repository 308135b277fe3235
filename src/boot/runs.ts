import type { Ticks } from '../model/names.ts';

/** Which run of an agent holds the token of an attempt, as far as we can tell. */
export interface Run {
  readonly boot: string;
  /** When it was heard last. */
  readonly at: Ticks;
  /** It was given work, or reported some. */
  readonly handed: boolean;
  /** Another run that showed the token while this one was fresh. */
  readonly other?: string;
}

/** A live agent asks or reports more often than this. */
export const freshMs = 60_000;

/**
 * `ours`: go on. `later`: the machine may have been reset, which is known once the first run has been silent for a while.
 * `contested`: two of them are alive, or another came after work was handed out: nobody can say which is the machine.
 */
export type Shown = { readonly kind: 'ours' | 'later'; readonly run: Run } | { readonly kind: 'contested' };

export function show(run: Run | null, boot: string, now: Ticks): Shown {
  if (run === null) return { kind: 'ours', run: { boot, at: now, handed: false } };
  if (run.boot === boot) {
    return run.other === undefined ? { kind: 'ours', run: { ...run, at: now } } : { kind: 'contested' };
  }
  if (run.handed) return { kind: 'contested' };
  if (now - run.at < freshMs) return { kind: 'later', run: { ...run, other: boot } };
  return { kind: 'ours', run: { boot, at: now, handed: false } };
}
