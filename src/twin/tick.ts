import type { Instant } from '../model/names.ts';
import { never } from '../model/never.ts';
import type { Bmc, Due } from './bmc.ts';
import { chooseBootSource } from './boot-source.ts';
import { drawMishap } from './faults.ts';

/**
 * Lets everything happen that is due by `now`, each at its own time. `receive` begins with it, so nobody needs to
 * call it for the answers to be right.
 */
export function tick(bmc: Bmc, now: Instant): Bmc {
  let next = bmc;
  for (const due of bmc.agenda) {
    if (due.at > now) break;
    next = take(next, due);
  }
  if (next !== bmc) next = { ...next, agenda: bmc.agenda.filter((due) => due.at > now) };
  if (next.sessions.some((session) => now - session.usedAt >= bmc.spec.timings.sessionMs)) {
    next = { ...next, sessions: next.sessions.filter((session) => now - session.usedAt < bmc.spec.timings.sessionMs) };
  }
  if (next.tasks.some((task) => task.state === 'Running' && task.endsAt !== null && task.endsAt <= now)) {
    next = {
      ...next,
      tasks: next.tasks.map((task) =>
        task.endsAt !== null && task.endsAt <= now ? { ...task, state: 'Completed' } : task,
      ),
    };
  }
  return next.stranger === null ? next : { ...next, stranger: tick(next.stranger, now) };
}

function take(bmc: Bmc, due: Due): Bmc {
  switch (due.step) {
    case 'PoweringOff':
      return { ...bmc, host: { ...bmc.host, power: 'PoweringOff' } };
    case 'Off':
      return { ...bmc, host: { ...bmc.host, power: 'Off', progress: 'None', progressAt: due.at } };
    case 'PoweringOn':
      return { ...bmc, host: { ...bmc.host, power: 'PoweringOn' } };
    case 'Boot':
      return boot(bmc, due.at);
    case 'OsRunning':
      return { ...bmc, host: { ...bmc.host, progress: 'OSRunning', progressAt: due.at } };
    default:
      return never(due.step);
  }
}

/**
 * The reset itself: pending BIOS settings become current, the firmware chooses by them what to boot from, and a one-time
 * override is used up, also one that was missed.
 */
export function boot(before: Bmc, at: Instant): Bmc {
  const { current, pending } = before.bios;
  const bmc = { ...before, bios: { current: { ...current, ...pending }, pending: {} } };
  const once = bmc.boot.enabled === 'Once';
  const chosen = chooseBootSource(bmc);
  const { struck, dice } =
    chosen.kind === 'Hdd' ? { struck: false, dice: bmc.dice } : drawMishap(bmc.faults, bmc.dice, 'missed-boot', at);
  return {
    ...bmc,
    dice,
    host: {
      power: 'On',
      lastReset: Math.max(at, bmc.host.lastReset + 1),
      progress: 'SystemHardwareInitializationComplete',
      progressAt: at,
      bootedFrom: struck ? { kind: 'Hdd' } : chosen,
    },
    boot: once ? { ...bmc.boot, target: 'None', enabled: 'Disabled' } : bmc.boot,
  };
}
