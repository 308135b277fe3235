import type { Facts } from '../model/inventory.ts';
import type { Requested } from '../model/memory.ts';
import type { Arguments, HoldReason } from '../model/plan.ts';

/** Where a request stands, seen from the hardware. */
export type Standing =
  /** What was asked for is so. `evidence`: what shows it, where that is not the end of a step. */
  | { readonly kind: 'satisfied'; readonly evidence?: string }
  /** The next thing to send, and what is foreseen after it. */
  | { readonly kind: 'next'; readonly args: Arguments; readonly later: readonly Arguments[]; readonly because: string }
  /** Nothing to send now; it goes on by itself, or when somebody turns the machine on. */
  | { readonly kind: 'waits'; readonly reason: 'WaitingForPower' | 'TaskOpen' | 'Stale'; readonly message: string }
  /** Something is in the way that people have to see to. */
  | { readonly kind: 'held'; readonly reason: HoldReason; readonly message: string }
  /** It was tried, and what was asked for is not so. An empty message: that of its last step says it all. */
  | { readonly kind: 'failed'; readonly message: string }
  /** This hardware cannot do it. */
  | { readonly kind: 'unsupported'; readonly message: string };

export const satisfied: Standing = { kind: 'satisfied' };
export const failed = (message: string): Standing => ({ kind: 'failed', message });
export const next = (args: Arguments, because: string, later: readonly Arguments[] = []): Standing => ({
  kind: 'next',
  args,
  later,
  because,
});
export const waits = (reason: 'WaitingForPower' | 'TaskOpen' | 'Stale', message: string): Standing => ({
  kind: 'waits',
  reason,
  message,
});
export const held = (reason: HoldReason, message: string): Standing => ({ kind: 'held', reason, message });

export const between = (facts: Facts): Standing => ({
  kind: 'waits',
  reason: facts.power === 'PoweringOn' || facts.power === 'PoweringOff' ? 'TaskOpen' : 'Stale',
  message: `its power state is ${facts.power}; nothing is sent until it is On or Off`,
});

/** As the operating system does it, and where it does not, by cutting the power. */
export function powerDown(because: string, request: Requested, facts: Facts): Standing {
  if (facts.power !== 'On' && facts.power !== 'Off') return between(facts);
  const graceful = facts.capabilities.resetTypes.includes('GracefulShutdown');
  if (graceful && !request.steps.PowerOff) return next({ verb: 'PowerOff', force: false }, because);
  if (request.steps['PowerOff/force']) return failed('the power was cut and the machine stayed on');
  const why = graceful ? 'the operating system did not shut down in time' : 'no graceful shutdown is offered';
  return next({ verb: 'PowerOff', force: true }, `${because}; ${why}`);
}

/**
 * One reset where the BMC tells when the last one was, because that is the evidence. Elsewhere power off, seen, and
 * power on, seen: a reset that leaves no trace could never be called done.
 */
export function reset(because: string, request: Requested, facts: Facts): Standing {
  if (facts.lastReset !== undefined || !facts.bios.complete) return next({ verb: 'Reboot' }, because);
  const why = `${because}; this BMC does not tell when it was reset, so the power goes off and on`;
  if (facts.power === 'On' && !request.steps['PowerOff/force']) {
    return next({ verb: 'PowerOff', force: true }, why, [{ verb: 'PowerOn' }]);
  }
  if (facts.power === 'Off') return next({ verb: 'PowerOn' }, why);
  return facts.power === 'On' ? failed('the power was cut and the machine stayed on') : between(facts);
}

/** How long an agent is given to do what it was told when its work had ended. */
export const obeyMs = 5 * 60_000;

export const noBoot = 'facility.yaml has no `boot`: nothing is installed, erased or inspected here';
export const unsupported = (message: string): Standing => ({ kind: 'unsupported', message });
