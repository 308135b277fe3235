import { never } from '../../../model/never.ts';
import type { Started } from '../../../model/outcome.ts';
import type { Arguments } from '../../../model/plan.ts';
import type { Approach } from './approach.ts';
import { notOffered, send } from './send.ts';

type PowerArguments = Extract<Arguments, { verb: 'PowerOn' | 'PowerOff' | 'Reboot' | 'PowerCycle' }>;

/** ResetType values that do it, the best first (Resource schema, ResetType). */
function resetTypesFor(args: PowerArguments): readonly string[] {
  switch (args.verb) {
    case 'PowerOn':
      return ['On'];
    case 'PowerOff':
      return args.force ? ['ForceOff'] : ['GracefulShutdown'];
    case 'Reboot':
      // GracefulRestart is a hard reset on some, and on some ends with the machine off.
      return ['ForceRestart', 'GracefulRestart', 'PowerCycle'];
    case 'PowerCycle':
      return ['PowerCycle', 'ForceRestart'];
    default:
      return never(args);
  }
}

/** ComputerSystem.Reset. */
export async function resetSystem(to: Approach, args: PowerArguments): Promise<Started> {
  const { reset } = to.place;
  if (reset === null) return notOffered('this system offers no reset');
  const wanted = resetTypesFor(args);
  const type = wanted.find((value) => reset.values.includes(value));
  if (type === undefined) {
    const offered = reset.values.join(', ') || 'nothing that it names';
    return notOffered(`${args.verb} needs ${wanted.join(' or ')}; offered is ${offered}`);
  }
  const etag = to.system.etag === undefined ? {} : { etag: to.system.etag };
  return send(to, { method: 'POST', path: reset.target, body: { ResetType: type }, ...etag });
}
