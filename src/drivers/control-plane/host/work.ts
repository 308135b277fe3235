import type { Clock } from '../../../ports/clock.ts';
import type { Shell } from '../../../ports/shell.ts';
import type { Ground } from './ground.ts';
import type { Steps } from './step.ts';

/** Everything that the steps of one apply have in common. */
export interface Work {
  readonly ground: Ground;
  readonly shell: Shell;
  readonly clock: Clock;
  readonly steps: Steps;
  readonly signal: AbortSignal;
  /** Packages that other components of this host need. */
  readonly foreign: readonly string[];
}
