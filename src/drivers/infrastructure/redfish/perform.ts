import { never } from '../../../model/never.ts';
import type { Started } from '../../../model/outcome.ts';
import type { Arguments } from '../../../model/plan.ts';
import type { RedfishLimits } from '../../../redfish/limits.ts';
import { openReader } from '../../../redfish/reader.ts';
import { isMachine, type Subject } from '../../define.ts';
import { type Approach, notReached } from './approach.ts';
import { setBootOnce } from './boot-once.ts';
import { type Connection, settle } from './connections.ts';
import { ejectMedia } from './eject-media.ts';
import { readForms } from './form.ts';
import { identify } from './identify.ts';
import { readIdentity } from './identity.ts';
import { insertMedia } from './insert-media.ts';
import { stand } from './place.ts';
import { resetBmc } from './reset-bmc.ts';
import { resetSystem } from './reset-system.ts';
import { rotateCredentials } from './rotate-credentials.ts';
import { notOffered } from './send.ts';
import { setBios } from './set-bios.ts';

/**
 * Reads what the request depends on, which also shows that the session is still good, and then sends the one request.
 * What cannot be read beforehand is not sent.
 */
export async function perform(
  connection: Connection,
  subject: Subject,
  args: Arguments,
  quirk: string | undefined,
  limits: RedfishLimits,
  signal: AbortSignal,
): Promise<Started> {
  if (args.verb === 'ClearTasks') return notOffered('there is no standard way to clear the tasks of a BMC');
  const reader = await openReader(connection.client, limits, signal);
  if (!reader.ok) return notReached(reader.error);
  const seen = connection.place;
  const standing = await stand(reader.value, subject.bmc.system, seen);
  if (!standing.ok) return notReached(standing.error);
  const { place, system } = standing.value;
  // Whoever asked has judged the machine that was seen last, and knows nothing of this one.
  if (seen !== null && seen.machine !== place.machine) return otherMachine(subject);
  if (!isMachine(subject.identity, readIdentity(system.body, place))) return otherMachine(subject);
  settle(connection, place);
  const { client } = connection;
  return dispatch({ ...standing.value, client, reader: reader.value, forms: readForms(quirk), signal }, subject, args);
}

const otherMachine = ({ machine }: Subject): Started => ({
  kind: 'unsent',
  message: `another machine answers than the one that is enrolled as ${machine}; it is to be looked at first`,
});

function dispatch(to: Approach, subject: Subject, args: Exclude<Arguments, { verb: 'ClearTasks' }>): Promise<Started> {
  switch (args.verb) {
    case 'PowerOn':
    case 'PowerOff':
    case 'Reboot':
    case 'PowerCycle':
      return resetSystem(to, args);
    case 'Identify':
      return identify(to, args.indicator);
    case 'SetBootOnce':
      return setBootOnce(to, args.target, subject.medium);
    case 'SetBios':
      return setBios(to, args.attributes);
    case 'ResetBmc':
      return resetBmc(to);
    case 'RotateCredentials':
      return rotateCredentials(to, subject.next);
    case 'InsertMedia':
      return insertMedia(to, subject.medium);
    case 'EjectMedia':
      return ejectMedia(to, subject.medium);
    case 'Inspect':
    case 'Install':
    case 'Erase':
      throw new Error(`${args.verb} is for the agent on the machine, and not for its BMC`);
    default:
      return never(args);
  }
}
