import type { Release } from '../../../model/component.ts';
import type { Result } from '../../../model/result.ts';
import type { ServiceState } from './reading.ts';
import type { Step, Steps } from './step.ts';

/** A release as it lies on a host: its own unit file among the files, and every path where it really is. */
export interface Placed extends Release {
  /** As it was asked for, and as it is remembered. */
  readonly origin: Release;
  /** Position in `files` of the unit file that was made for it; -1: none. */
  readonly unitFile: number;
}

/** What differs between kinds of hosts; everything else is the same scripts. */
export interface Ground {
  /** Folder of the host's own records. */
  readonly base: string;
  /** Programs without which a look means nothing. */
  readonly needs: readonly string[];
  /** Packages are installed, rather than taken for granted. */
  readonly apt: boolean;
  /** The error says, for people, why this kind of host cannot have it. */
  place(release: Release): Result<Placed, string>;
  /** Told before anything is changed; null, or why not even a try would be of use. */
  objection(placed: Placed): Promise<{ readonly reason: 'package' | 'host'; readonly message: string } | null>;
  readonly services: Services;
}

export interface Services {
  /** Lines of the look that print `unit …` (`parseUnit`); empty: `state` tells. */
  look(placed: Placed): string;
  state(placed: Placed): ServiceState | null;
  /** Begins to remember how things were before us, once; nothing is changed. */
  remember(steps: Steps, placed: Placed): Promise<Step>;
  /** Ends the services of these, as far as `stays` does not have the same. */
  retire(steps: Steps, placed: readonly Placed[], stays: Placed | null): Promise<Step>;
  /** After files were put back or taken away: what was stopped and ran before us runs again. */
  settle(steps: Steps): Promise<Step>;
  start(steps: Steps, placed: Placed, how: 'start' | 'restart' | 'reload'): Promise<Step>;
}
