import { createHash } from 'node:crypto';
import { canonical } from '../model/canonical.ts';
import type { Digest, FacilityName, MachineName, RequestId } from '../model/names.ts';
import type { Arguments } from '../model/plan.ts';

export const sha256 = (text: string): Digest => `sha256:${createHash('sha256').update(text).digest('hex')}`;

export const digestOf = (value: unknown): Digest => sha256(canonical(value));

/**
 * What one effect is ever allowed for (design §5). A forced power-off after a graceful one in vain is an effect of its
 * own, so its request carries a suffix; so does one that follows a request that was lost in a crash, without effect, and
 * one that belongs to another turn of the same request (boot-attempt.ts).
 */
export function grantOf(
  facility: FacilityName,
  machine: MachineName,
  args: Arguments,
  request: RequestId,
  lost: number,
  turn = '',
): Digest {
  const forced = args.verb === 'PowerOff' && args.force ? '/force' : '';
  const again = lost > 0 ? `/again-${lost}` : '';
  return digestOf([facility, machine, args.verb, `${request}${forced}${turn}${again}`]);
}
