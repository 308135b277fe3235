import type { ImageFile } from '../model/boot.ts';
import type { Fleet } from '../model/fleet.ts';
import type { Facts } from '../model/inventory.ts';
import type { RequestId } from '../model/names.ts';
import type { Arguments } from '../model/plan.ts';
import { brokenStepOf, brokenWords, isBooted, isOurMediumIn, type PulledRequest, targetOf } from './boot-attempt.ts';
import type { Ground } from './ground.ts';
import { isoMethodOf } from './iso-boot.ts';
import { hasGone, isoReady } from './ready.ts';
import { failed, held, next, noBoot, obeyMs, type Standing, waits } from './standing.ts';
import { startFrom } from './start-from.ts';

/** What is foreseen for an ISO after its agent. */
export function isoSteps(service: Fleet['boot'], facts: Facts): readonly Arguments[] {
  const chosen = service && isoMethodOf(service, facts);
  if (!chosen || 'reason' in chosen) return [];
  const insert: readonly Arguments[] = chosen.method === 'VirtualMedia' ? [{ verb: 'InsertMedia' }] : [];
  return [...insert, { verb: 'SetBootOnce', target: targetOf[chosen.method] }, { verb: 'Reboot' }];
}

/** Its agent has found the ISO to be right: the machine is made to boot it, once. Its medium stays in while it runs. */
export function isoStanding(id: RequestId, request: PulledRequest, { name }: ImageFile, ground: Ground): Standing {
  const { fleet, facts } = ground;
  const { steps, work } = request;
  if (isBooted(request)) {
    // It may read its medium for as long as it runs.
    if (work.takenBack) return { kind: 'satisfied' };
    const ready = isoReady(name, request, ground);
    if (ready.kind !== 'failed' || !isOurMediumIn(request, facts) || steps.EjectMedia) return ready;
    return next({ verb: 'EjectMedia' }, `install ${id} is over`);
  }
  const broken = brokenStepOf(request);
  if (broken) return isoGivenUp(id, request, brokenWords(broken, steps[broken]), ground);
  const chosen = fleet.boot ? isoMethodOf(fleet.boot, facts) : { reason: 'Unsupported' as const, message: noBoot };
  if ('reason' in chosen) return held(chosen.reason, chosen.message);
  const method = steps.InsertMedia ? 'VirtualMedia' : chosen.method;
  return startFrom(
    method,
    request,
    facts,
    true,
    `install ${id} asks for ${name}, which its agent found to be right`,
    [],
  );
}

/** Our medium goes out, and the agent that still waits restarts the machine. */
function isoGivenUp(id: RequestId, request: PulledRequest, why: string, ground: Ground): Standing {
  const { steps, work } = request;
  if (isOurMediumIn(request, ground.facts)) {
    if (steps.EjectMedia && steps.InsertMedia) return failed('our medium could not be ejected');
    return next({ verb: 'EjectMedia' }, `install ${id} is over`);
  }
  if (hasGone(ground) || ground.wall - (work.endedAt ?? 0) >= obeyMs) return failed(why);
  return waits('Stale', 'the agent is to restart the machine');
}
