import type { Started } from '../../../model/outcome.ts';
import type { Approach } from './approach.ts';
import { notOffered, send } from './send.ts';

/** Manager.Reset. A BMC that does not say which types it takes is asked for a graceful one. */
export async function resetBmc(to: Approach): Promise<Started> {
  const { managerReset } = to.place;
  if (managerReset === null) return notOffered('this BMC offers no reset of itself');
  const { values, target } = managerReset;
  const type = ['GracefulRestart', 'ForceRestart'].find((value) => values.length === 0 || values.includes(value));
  if (type === undefined) return notOffered(`a reset of this BMC is not offered; offered is ${values.join(', ')}`);
  const body = to.forms.has('reset-type-none') ? {} : { ResetType: type };
  const etag = to.manager?.etag === undefined ? {} : { etag: to.manager.etag };
  const otherwise = () => (values.length === 0 ? ('reset-type-none' as const) : undefined);
  return send(to, { method: 'POST', path: target, body, otherwise, ...etag });
}
