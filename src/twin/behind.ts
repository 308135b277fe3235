import type { Instant } from '../model/names.ts';
import { never } from '../model/never.ts';
import type { Bmc } from './bmc.ts';
import type { ResetType } from './power.ts';
import { boot } from './tick.ts';

/**
 * A BMC with a machine of its own behind it: no clock decides when that is on, off or past POST. It is asked for
 * something, and whoever runs it takes that (`takeAsked`) and tells what came to pass (`happen`), asked for or not.
 */

/** Always accepted: the machine takes one thing after the other, and a power-off is never in the way of another. */
export function ask(bmc: Bmc, type: ResetType): Bmc {
  const asked = [...bmc.asked, type];
  switch (type) {
    case 'On':
      return { ...bmc, asked, host: { ...bmc.host, power: 'PoweringOn' } };
    case 'ForceOff':
      return { ...bmc, asked, host: { ...bmc.host, power: 'PoweringOff' } };
    // An operating system may ignore it, and until it is off, it is on.
    case 'GracefulShutdown':
    case 'GracefulRestart':
    case 'ForceRestart':
    case 'PowerCycle':
      return { ...bmc, asked };
    default:
      return never(type);
  }
}

/** What was asked for since the last time, oldest first. */
export const takeAsked = (bmc: Bmc): { readonly bmc: Bmc; readonly asked: readonly ResetType[] } =>
  bmc.asked.length === 0 ? { bmc, asked: [] } : { bmc: { ...bmc, asked: [] }, asked: bmc.asked };

export type Happening =
  /** It comes out of reset: an override for once is used up. `tells`: its firmware will say when it is past POST. */
  | { readonly kind: 'Reset'; readonly tells: boolean }
  /** The firmware has handed over to what it found to boot. */
  | { readonly kind: 'OsBootStarted' }
  /** What it found came back, and it looks on. */
  | { readonly kind: 'OsBootFailed' }
  | { readonly kind: 'Off' };

export function happen(bmc: Bmc, happening: Happening, at: Instant): Bmc {
  switch (happening.kind) {
    case 'Reset':
      return progress(boot(bmc, at), happening.tells ? 'SystemHardwareInitializationComplete' : 'None', at);
    case 'OsBootStarted':
      return progress(bmc, 'OSBootStarted', at);
    case 'OsBootFailed':
      return progress(bmc, 'SystemHardwareInitializationComplete', at);
    case 'Off':
      return progress({ ...bmc, host: { ...bmc.host, power: 'Off' } }, 'None', at);
    default:
      return never(happening);
  }
}

const progress = (bmc: Bmc, state: Bmc['host']['progress'], at: Instant): Bmc => ({
  ...bmc,
  host: { ...bmc.host, progress: state, progressAt: at },
});
