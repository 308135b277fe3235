import type { Started } from '../../../model/outcome.ts';
import { findAction } from '../../../redfish/action.ts';
import { etagOf } from '../../../redfish/etag.ts';
import type { BootMedium } from '../../define.ts';
import { type Approach, notReached } from './approach.ts';
import { holdsOurs, readMedia } from './media.ts';
import { notOffered, send } from './send.ts';

/** Ours only: whose image is another's, or is not told, stays in. */
export async function ejectMedia(to: Approach, medium: BootMedium | undefined): Promise<Started> {
  if (medium === undefined) return { kind: 'unsent', message: 'there is no medium that would be ours' };
  const media = await readMedia(to.reader, to.system.body, to.manager?.body);
  if (!media.ok) return notReached(media.error);
  const slot = media.value.slots.find((one) => holdsOurs(one, medium));
  if (slot === undefined) return { kind: 'unsent', message: 'no medium of ours is inserted' };
  const { path, body, insert } = slot;
  const etag = etagOf({}, body);
  const known = etag === undefined ? {} : { etag };
  const action = await findAction(to.reader, body, '#VirtualMedia.EjectMedia', '');
  if (!action.ok) return notReached(action.error);
  // Without a body iLO refuses it.
  if (action.value !== null) return send(to, { method: 'POST', path: action.value.target, body: {}, ...known });
  if (insert?.kind !== 'patch') return notOffered('this BMC does not eject what it inserted');
  return send(to, { method: 'PATCH', path, body: { Image: null, Inserted: false }, ...known });
}
