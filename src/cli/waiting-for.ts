import { never } from '../model/never.ts';
import type { Arguments } from '../model/plan.ts';

/** The evidence that ends an intent, as somebody standing at the rack would see it. */
export function waitingFor(args: Arguments): string {
  switch (args.verb) {
    case 'PowerOn':
      return 'the BMC to report that the power is On';
    case 'PowerOff':
      return 'the BMC to report that the power is Off';
    case 'Reboot':
    case 'PowerCycle':
      return 'the BMC to report a new time of the last reset, and the host to be past POST';
    case 'Identify':
      return `the indicator to be ${args.indicator}`;
    case 'SetBootOnce':
      return `the BMC to report ${args.target} as the boot source, once`;
    case 'SetBios':
      return `the BMC to hold the values of ${Object.keys(args.attributes).sort().join(', ')}`;
    case 'ResetBmc':
      return 'the BMC to come back and report a new time of its last reset';
    case 'ClearTasks':
      return 'the BMC to have no open task';
    case 'RotateCredentials':
      return `a login of ${args.username} with the new password`;
    case 'InsertMedia':
      return 'the BMC to show our medium as inserted';
    case 'EjectMedia':
      return 'the BMC to show no medium of ours';
    case 'Inspect':
    case 'Install':
    case 'Erase':
      return 'the agent on the machine to call, and to report';
    default:
      return never(args);
  }
}
