import type { Fleet, Machine, Pause } from '../model/fleet.ts';
import type { Facts, Sighting } from '../model/inventory.ts';
import type { Instant, Ticks } from '../model/names.ts';
import type { Arguments, HoldReason, OperatorHold } from '../model/plan.ts';
import type { Verb } from '../model/verb.ts';
import { matches } from './identity.ts';
import { whoAnswers } from './judge.ts';
import { mismatches } from './match.ts';
import { isOpen } from './windows.ts';

export interface Held {
  readonly reason: HoldReason;
  readonly message: string;
  readonly until?: Instant;
  readonly settling?: true;
}

/** The longest jobs of BMCs, firmware and RAID, take less. */
const taskStuckMs = 3600_000;

/** A reading older than this decides nothing. */
export const freshMs = 10 * 60_000;

/** Why nothing at all is sent to this machine now, whatever is asked; null: nothing stands against it. */
export function whyNotNow(fleet: Fleet, machine: Machine, holds: readonly OperatorHold[], wall: Instant): Held | null {
  const paused = standing(fleet.paused, wall);
  if (paused) return { reason: 'Paused', message: `the facility is paused: ${paused.reason}`, ...ends(paused) };
  const parked = standing(machine.parked, wall);
  if (parked) return { reason: 'Parked', message: parked.reason, ...ends(parked) };
  const hold = holds.find((h) => h.until > wall && [machine.name, `rack/${machine.rack}`, 'all'].includes(h.what));
  if (hold)
    return { reason: 'Paused', message: `held by an operator (${hold.what}): ${hold.reason}`, until: hold.until };
  return null;
}

const standing = (pause: Pause | undefined, wall: Instant): Pause | null =>
  pause && (pause.until === undefined || pause.until > wall) ? pause : null;
const ends = (pause: Pause): { readonly until?: Instant } => (pause.until === undefined ? {} : { until: pause.until });

/** Why we cannot rely on what we know of this machine; null: it was seen just now, and it is the one that was enrolled. */
export function whyNotSure(machine: Machine, seen: Sighting | undefined, ticks: Ticks): Held | null {
  if (seen?.miss?.reason === 'CredentialsRefused') {
    return { reason: 'CredentialsRefused', message: seen.miss.message };
  }
  if (seen?.miss) return { reason: 'Unreachable', message: seen.miss.message };
  if (!seen?.last) return { reason: 'Stale', message: 'not seen yet', settling: true };
  if (ticks - seen.last.at > freshMs) return { reason: 'Stale', message: 'not seen for more than ten minutes' };
  const { facts } = seen.last;
  if (!matches(machine.identity, facts.identity)) {
    return {
      reason: 'Identity',
      message: whoAnswers(machine, facts.identity),
    };
  }
  const wrong = seen.hardware ? mismatches(machine.class.expects, seen.hardware) : [];
  const dark = facts.power === 'On' ? '' : '; what is in it is looked at again once somebody has turned it on';
  if (wrong.length > 0)
    return { reason: 'Quarantined', message: `not a ${machine.class.name}: ${wrong.join('; ')}${dark}` };
  return null;
}

/** How a step stands to the request that it is taken for. */
export interface Stride {
  /** It continues what was begun, so that no window or budget stops it half-way. */
  readonly started: boolean;
  /** It disrupts, or is the first of a request that will: a boot source is not set hours before the reboot that it is for. */
  readonly disruptive: boolean;
}

/** What an agent asks for is no business of the BMC. */
const goesBesideTasks: ReadonlySet<Verb> = new Set([
  'ResetBmc',
  'ClearTasks',
  'Identify',
  'Inspect',
  'Install',
  'Erase',
]);

/** Why this step is not taken now. */
export function whyNotThis(
  fleet: Fleet,
  machine: Machine,
  args: Arguments,
  facts: Facts,
  taskOpenMs: number,
  { started, disruptive }: Stride,
  wall: Instant,
): Held | null {
  // BMCs refuse, or worse, when the power goes under a task that is running; ResetBmc and ClearTasks are the way out.
  if (facts.tasks.length > 0 && !goesBesideTasks.has(args.verb)) {
    const names = facts.tasks.map((task) => `${task.name} (${task.state})`).join(', ');
    if (taskOpenMs > taskStuckMs) {
      return {
        reason: 'TaskStuck',
        message: `the BMC has had an open task for more than an hour: ${names}; look at it, or ask for ResetBmc`,
      };
    }
    return { reason: 'TaskOpen', message: `the BMC has an open task: ${names}` };
  }
  if (!disruptive) return null;
  if (machine.protected) return { reason: 'Protected', message: 'spec.protected is true' };
  if (started) return null;
  if (!isOpen(fleet.policy.windows, wall)) {
    return { reason: 'Window', message: 'outside the maintenance windows of the facility' };
  }
  return null;
}
