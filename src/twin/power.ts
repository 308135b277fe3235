import type { Instant } from '../model/names.ts';
import { never } from '../model/never.ts';
import { ask } from './behind.ts';
import type { Bmc, Due, Step } from './bmc.ts';
import type { Effect } from './effect.ts';
import { tick } from './tick.ts';
import type { Timings } from './timings.ts';

/** Reset.ResetType values that the twin takes (Redfish Resource schema). */
export const resetTypes = [
  'On',
  'ForceOff',
  'GracefulShutdown',
  'GracefulRestart',
  'ForceRestart',
  'PowerCycle',
] as const;
export type ResetType = (typeof resetTypes)[number];
export const isResetType = (value: unknown): value is ResetType => resetTypes.some((type) => type === value);

export type PowerOutcome =
  /** Effect `null`: it was so already. */
  | { readonly kind: 'accepted'; readonly bmc: Bmc; readonly effect: Effect | null }
  /** A change is on its way. */
  | { readonly kind: 'in-transition' }
  /** What is off cannot be restarted. */
  | { readonly kind: 'off' };

/** Between two states: the machine takes no second power action. POST is not a transition. */
export const isInTransition = (bmc: Bmc): boolean => bmc.agenda.some((due) => due.step !== 'OsRunning');

export function resetSystem(bmc: Bmc, type: ResetType, now: Instant): PowerOutcome {
  if (isInTransition(bmc)) return { kind: 'in-transition' };
  // Of a machine of its own, also one that is on its way.
  const on = bmc.host.power === 'On' || bmc.host.power === 'PoweringOn';
  switch (type) {
    case 'On':
      return on ? already(bmc) : begin(bmc, type, now, { power: 'Off→On' });
    case 'ForceOff':
    case 'GracefulShutdown':
      return on ? begin(bmc, type, now, { power: 'On→Off' }) : already(bmc);
    case 'ForceRestart':
    case 'GracefulRestart':
    case 'PowerCycle':
      return on ? begin(bmc, type, now, { power: 'On→On', reset: type }) : { kind: 'off' };
    default:
      return never(type);
  }
}

/** Somebody presses the button on the chassis, or pulls the plug: no request, and no line in the effect log. */
export function pressPower(bmc: Bmc, power: 'On' | 'Off', now: Instant): Bmc {
  const outcome = resetSystem(tick(bmc, now), power === 'On' ? 'On' : 'ForceOff', now);
  return outcome.kind === 'accepted' ? outcome.bmc : bmc;
}

const already = (bmc: Bmc): PowerOutcome => ({ kind: 'accepted', bmc, effect: null });

/** What is still to come of an earlier boot (POST) is forgotten. */
const begin = (bmc: Bmc, type: ResetType, now: Instant, effect: Effect): PowerOutcome => ({
  kind: 'accepted',
  bmc: bmc.spec.real ? ask(bmc, type) : tick({ ...bmc, agenda: agendaOf(type, now, bmc.spec.timings) }, now),
  effect,
});

function agendaOf(type: ResetType, now: Instant, timings: Timings): readonly Due[] {
  const { onMs, offMs, gracefulMs, postMs } = timings;
  const plan = (...steps: readonly (readonly [Step, number])[]): readonly Due[] => {
    let at = now;
    return steps.map(([step, afterMs]) => {
      at += afterMs;
      return { at, step };
    });
  };
  switch (type) {
    case 'On':
      return plan(['PoweringOn', 0], ['Boot', onMs], ['OsRunning', postMs]);
    case 'ForceOff':
      return plan(['PoweringOff', 0], ['Off', offMs]);
    case 'GracefulShutdown':
      return plan(['PoweringOff', 0], ['Off', gracefulMs]);
    // A warm restart: the power stays on, and PowerState says so all along.
    case 'ForceRestart':
      return plan(['Boot', offMs], ['OsRunning', postMs]);
    case 'GracefulRestart':
      return plan(['Boot', gracefulMs], ['OsRunning', postMs]);
    case 'PowerCycle':
      return plan(['PoweringOff', 0], ['Off', offMs], ['PoweringOn', offMs], ['Boot', onMs], ['OsRunning', postMs]);
    default:
      return never(type);
  }
}
