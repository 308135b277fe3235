import type { BootMethod } from '../model/boot.ts';
import type { Facts } from '../model/inventory.ts';
import type { Arguments } from '../model/plan.ts';
import { isOurMediumIn, type PulledRequest, targetOf } from './boot-attempt.ts';
import { between, failed, held, next, reset, type Standing, waits } from './standing.ts';

/**
 * What makes a machine start what we have for it, up to and with its reset: the medium of this attempt, where it is one, then
 * the boot source. `stale`: a medium of ours that is in is not this attempt's. `later`: what is foreseen afterwards.
 */
export function startFrom(
  method: BootMethod,
  request: PulledRequest,
  facts: Facts,
  stale: boolean,
  because: string,
  later: readonly Arguments[],
): Standing {
  const { steps } = request;
  const start: Arguments = facts.power === 'Off' ? { verb: 'PowerOn' } : { verb: 'Reboot' };
  const override: Arguments = { verb: 'SetBootOnce', target: targetOf[method] };
  if (stale && !steps.InsertMedia && !steps.SetBootOnce && isOurMediumIn(request, facts)) {
    if (steps.EjectMedia) return failed('the medium of an earlier boot attempt could not be ejected');
    const insert: readonly Arguments[] = method === 'VirtualMedia' ? [{ verb: 'InsertMedia' }] : [];
    return next({ verb: 'EjectMedia' }, because, [...insert, override, start, ...later]);
  }
  if (method === 'VirtualMedia' && !steps.InsertMedia) {
    if (!facts.media && facts.bios.complete) return waits('Stale', 'what its BMC has inserted is not known yet');
    const foreign = facts.media?.find(({ inserted, ours }) => inserted && !ours);
    if (foreign) {
      const from = foreign.host === undefined ? '' : ` from ${foreign.host}`;
      return held('MediaInUse', `the BMC has something inserted${from} (${foreign.id}); eject it`);
    }
    if (!isOurMediumIn(request, facts)) return next({ verb: 'InsertMedia' }, because, [override, start, ...later]);
  }
  if (!steps.SetBootOnce) return next(override, because, [start, ...later]);
  if (facts.power !== 'On' && facts.power !== 'Off') return between(facts);
  if (facts.power === 'Off') return next({ verb: 'PowerOn' }, because, later);
  return followedBy(reset(because, request, facts), later);
}

/** With what is foreseen after it. */
export const followedBy = (standing: Standing, later: readonly Arguments[]): Standing =>
  standing.kind === 'next' ? { ...standing, later: [...standing.later, ...later] } : standing;
