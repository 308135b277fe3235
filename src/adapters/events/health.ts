import type { Clock } from '../../ports/clock.ts';
import type { Events } from '../../ports/events.ts';

export interface HealthState {
  readonly good: boolean;
  /** One line for people; holds no secret and no machine name. */
  readonly message: string;
}

export interface Health extends Events {
  /** Passes come to their end: otherwise a restart may help. */
  live(): HealthState;
  /** It holds the lease and has a fleet to act upon, or it stands by for one that does. */
  ready(): HealthState;
}

/** `passMsMax`: a process without a finished pass for longer than this is stuck; well above the longest wait between two. */
export function openHealth(clock: Pick<Clock, 'monotonic'>, passMsMax: number): Health {
  let passedAt = clock.monotonic();
  let accepted = false;
  let lease: 'held' | 'standby' | null = null;
  let halted: string | null = null;

  return {
    emit(event) {
      if (event.kind === 'passed') passedAt = clock.monotonic();
      if (event.kind === 'accepted') accepted = true;
      if (event.kind === 'leased') lease = 'held';
      if (event.kind === 'standby') lease = 'standby';
      if (event.kind === 'halted') halted = event.message;
    },
    live() {
      const seconds = Math.round((clock.monotonic() - passedAt) / 1000);
      const good = clock.monotonic() - passedAt <= passMsMax;
      return { good, message: good ? 'alive' : `no pass came to its end for ${seconds} s` };
    },
    ready() {
      if (halted !== null) return { good: false, message: `halted: ${halted}` };
      // Who stands by reads no manifests: that is for the one who acts.
      if (lease === 'standby') return { good: true, message: 'standing by' };
      if (lease === null) return { good: false, message: 'it is not known yet who holds the lease' };
      return accepted ? { good: true, message: 'acting' } : { good: false, message: 'no commit has been accepted yet' };
    },
  };
}
