import type { Fleet } from '../model/fleet.ts';
import type { Memory, Requested } from '../model/memory.ts';
import type { CommitId, MachineName, RackName, Ticks } from '../model/names.ts';
import type { Action } from '../model/plan.ts';
import { isDisruptive, isPulled } from '../model/verb.ts';
import { hasBegun } from './boot-attempt.ts';
import type { Candidate } from './candidate.ts';
import type { Held } from './safety.ts';
import { disrupts } from './take-in.ts';

/**
 * A request that has sent something disruptive and is not at its end: it occupies its place until it is. One that was taken
 * back only has its medium to be ejected, perhaps long after, when its machine is managed again.
 */
const underWay = (request: Requested, fleet: Fleet): boolean =>
  request.state === 'pending' && !request.work?.takenBack && hasBegun(request) && disrupts(request, fleet);

/** Commits that newly authorise more disruptive requests than policy lets one commit do, with how many (law 9). */
export function overreaching(fleet: Fleet, memory: Memory): ReadonlyMap<CommitId, number> {
  const counts = new Map<CommitId, number>();
  for (const known of memory.machines.values()) {
    for (const request of Object.values(known.requests)) {
      const counted = request.state === 'pending' || hasBegun(request);
      if (counted && disrupts(request, fleet)) counts.set(request.commit, (counts.get(request.commit) ?? 0) + 1);
    }
  }
  return new Map([...counts].filter(([, count]) => count > fleet.policy.maxPerCommit));
}

/** What could be sent to a machine next, and the BMC that would get it. */
export interface Wanted extends Candidate {
  readonly bmc: string;
}

export interface Circumstances {
  readonly bmcOf: ReadonlyMap<MachineName, string>;
  /** Begun, and waiting for somebody to turn the power on: they disturb nobody. */
  readonly resting: ReadonlySet<MachineName>;
  readonly poweredOnAt: ReadonlyMap<RackName, Ticks>;
  readonly ticks: Ticks;
}

/**
 * Deals out the places: one action for each machine, disruptions at one time, one mutation for each BMC service, power-ons
 * one after another in a rack. What was started goes first, then machines by name, and of each what is most urgent; where
 * there is no place for that, what needs none does not wait for it.
 */
export function ration(
  fleet: Fleet,
  memory: Memory,
  wanted: readonly Wanted[],
  { bmcOf, resting, poweredOnAt, ticks }: Circumstances,
): { readonly actions: readonly Action[]; readonly held: readonly (readonly [Action, Held])[] } {
  const disrupted = new Set<MachineName>();
  let rotating = 0;
  const busyBmcs = new Set<string>();
  const pacedRacks = new Set<RackName>();
  for (const [rack, at] of poweredOnAt) if (ticks - at < fleet.policy.powerOnPaceMs) pacedRacks.add(rack);
  for (const [name, known] of memory.machines) {
    if (known.open?.args.verb === 'RotateCredentials') rotating += 1;
    if (known.open && !isPulled(known.open.args.verb)) busyBmcs.add(bmcOf.get(name) ?? name);
    if (known.open?.args.verb === 'PowerOn') pacedRacks.add(known.rack);
    // The first step of a request may disturb nobody, and its place is taken all the same.
    const request = known.open && known.requests[known.open.request];
    const open =
      known.open !== undefined && (isDisruptive(known.open.args.verb) || (request && disrupts(request, fleet)));
    const begun = !resting.has(name) && Object.values(known.requests).some((one) => underWay(one, fleet));
    if (open || begun) disrupted.add(name);
  }
  const actions: Action[] = [];
  const held: (readonly [Action, Held])[] = [];
  const { maxConcurrent } = fleet.policy;
  const behind = new Map<string, MachineName[]>();
  for (const [name, bmc] of bmcOf) behind.set(bmc, [...(behind.get(bmc) ?? []), name]);
  const served = new Set<MachineName>();
  const inOrder = [...wanted].sort((a, b) => Number(b.stride.started) - Number(a.stride.started));
  for (const { action, bmc, stride } of inOrder) {
    if (served.has(action.machine)) continue;
    // A BMC that restarts leaves every machine behind it without management (law 8).
    const touched = action.args.verb === 'ResetBmc' ? (behind.get(bmc) ?? []) : [action.machine];
    const newly = stride.disruptive && !stride.started ? touched.filter((name) => !disrupted.has(name)) : [];
    // What an agent asks for is no business of the BMC.
    const pulled = isPulled(action.args.verb);
    if (busyBmcs.has(bmc) && !pulled) {
      held.push([action, { reason: 'Budget', message: 'one change at a time for each BMC' }]);
    } else if (newly.length > 0 && disrupted.size + newly.length > maxConcurrent) {
      held.push([
        action,
        { reason: 'Budget', message: `at most ${maxConcurrent} disruptions at one time (policy.maxConcurrent)` },
      ]);
    } else if (action.args.verb === 'RotateCredentials' && rotating >= maxConcurrent) {
      // It disturbs nobody; but what goes wrong with one BMC would go wrong with all of its kind.
      held.push([
        action,
        {
          reason: 'Budget',
          message: `at most ${maxConcurrent} passwords are changed at one time (policy.maxConcurrent)`,
        },
      ]);
    } else if (action.args.verb === 'PowerOn' && pacedRacks.has(action.rack)) {
      held.push([
        action,
        { reason: 'Budget', message: `power-on in rack ${action.rack} is paced (policy.powerOnPace)` },
      ]);
    } else {
      if (!pulled) busyBmcs.add(bmc);
      if (action.args.verb === 'RotateCredentials') rotating += 1;
      for (const name of newly) disrupted.add(name);
      if (action.args.verb === 'PowerOn') pacedRacks.add(action.rack);
      served.add(action.machine);
      actions.push(action);
    }
  }
  actions.sort((a, b) => (a.machine < b.machine ? -1 : 1));
  return { actions, held };
}
