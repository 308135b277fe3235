import type { Facts, PowerState } from '../../../model/inventory.ts';
import { flag, isResource, part, type Resource, text } from '../../../redfish/fields.ts';
import { label } from '../../../redfish/printable.ts';
import { fromOwnTarget } from './boot-target.ts';

const powerStates: ReadonlySet<string> = new Set(['On', 'Off', 'PoweringOn', 'PoweringOff', 'Paused']);
const isPowerState = (value: string): value is PowerState => powerStates.has(value);

/** ComputerSystem.PowerState; what it does not say is `Unknown`, and never "off". */
export function readPower(system: Resource): PowerState {
  const state = text(system, 'PowerState') ?? '';
  return isPowerState(state) ? state : 'Unknown';
}

/** Whether a machine that is on is past POST: BootProgress (ComputerSystem schema), or HPE's PostState. */
export function readPastPost(system: Resource): boolean | undefined {
  if (readPower(system) !== 'On') return undefined;
  const progress = text(part(system, 'BootProgress'), 'LastState');
  // Dell says None for a machine that was on before its BMC started.
  if (progress !== undefined && progress !== 'None' && progress !== 'OEM') {
    return progress === 'OSBootStarted' || progress === 'OSRunning';
  }
  const vendors = Object.values(part(system, 'Oem') ?? {}).filter(isResource);
  const post = vendors.map((vendor) => text(vendor, 'PostState')).find((state) => state !== undefined);
  if (post === 'FinishedPost' || post === 'InPostDiscoveryComplete') return true;
  return post === 'InPost' || post === 'InPostDiscoveryStart' || post === 'Reset' ? false : undefined;
}

/** The boot override (ComputerSystem.Boot). */
export function readBoot(system: Resource): Facts['boot'] {
  const boot = part(system, 'Boot');
  const mode = label(boot, 'BootSourceOverrideMode');
  return {
    target: fromOwnTarget(system, label(boot, 'BootSourceOverrideTarget') ?? 'Unknown'),
    enabled: label(boot, 'BootSourceOverrideEnabled') ?? 'Unknown',
    ...(mode === undefined ? {} : { mode }),
  };
}

/** LocationIndicatorActive, and where that is missing the older IndicatorLED. */
export function readIndicator(system: Resource): Facts['indicator'] {
  const active = flag(system, 'LocationIndicatorActive');
  if (active !== undefined) return active ? 'Lit' : 'Off';
  const led = text(system, 'IndicatorLED');
  if (led === 'Lit' || led === 'Blinking') return 'Lit';
  return led === 'Off' ? 'Off' : 'Unknown';
}

export const hasIndicator = (system: Resource): boolean => readIndicator(system) !== 'Unknown';
