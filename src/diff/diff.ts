import type { Fleet } from '../model/fleet.ts';
import type { Inventory } from '../model/inventory.ts';
import type { Memory } from '../model/memory.ts';
import type { CommitId, MachineName, RackName, Ticks } from '../model/names.ts';
import type { Difference, Hold, OperatorHold, Plan } from '../model/plan.ts';
import { finish, type Steps } from '../model/steps.ts';
import type { Verb } from '../model/verb.ts';
import { overreaching, ration, type Wanted } from './budget.ts';
import { candidatesOf } from './candidate.ts';
import type { Now } from './conclude.ts';
import { differences } from './differences.ts';
import { settledHolds } from './standing-holds.ts';

export interface DiffInput {
  readonly fleet: Fleet;
  readonly commit: CommitId;
  /** Already concluded: what was seen to be done is no longer asked for. */
  readonly memory: Memory;
  readonly inventory: Inventory;
  /** What each driver can do. */
  readonly verbs: ReadonlyMap<string, readonly Verb[]>;
  readonly operatorHolds: readonly OperatorHold[];
  readonly poweredOnAt: ReadonlyMap<RackName, Ticks>;
  /** Why no new password could be kept, of any machine or of one. */
  readonly unsealable: { readonly all: string | null; readonly machines: ReadonlyMap<MachineName, string> };
  /** Why no agent can be booted here, and whose token two runs of an agent have shown. */
  readonly agents: { readonly unable: string | null; readonly contested: ReadonlySet<MachineName> };
  readonly now: Now;
}

/** What is to be done now, what is not done and why. Pure: the same input gives the same plan, byte for byte (law 15). */
export const diff = (input: DiffInput): Plan => finish(diffing(input));

export function* diffing(input: DiffInput): Steps<Plan> {
  const { fleet, memory } = input;
  const overreach = overreaching(fleet, memory);
  const wanted: Wanted[] = [];
  const holds: Hold[] = [];
  const different: Difference[] = [];
  const resting = new Set<MachineName>();
  for (const machine of fleet.machines) {
    yield;
    const known = memory.machines.get(machine.name);
    if (!known) continue;
    if (machine.management !== 'manage') {
      different.push(...differences(machine, input.inventory.get(machine.name)));
      continue;
    }
    holds.push(...settledHolds(machine, known, input));
    const { candidates, holds: waiting } = candidatesOf(machine, known, input, overreach);
    holds.push(...waiting);
    // Not while anything else that was begun there goes on.
    const goesOn = candidates.some(({ stride }) => stride.started);
    if (!goesOn && waiting.some((hold) => hold.reason === 'WaitingForPower')) resting.add(machine.name);
    wanted.push(...candidates.map((candidate) => ({ ...candidate, bmc: machine.bmc.address })));
  }
  const bmcOf = new Map(fleet.machines.map((machine) => [machine.name, machine.bmc.address]));
  const dealt = ration(fleet, memory, wanted, {
    bmcOf,
    resting,
    poweredOnAt: input.poweredOnAt,
    ticks: input.now.ticks,
  });
  for (const [action, held] of dealt.held) {
    holds.push({
      kind: 'hold',
      machine: action.machine,
      rack: action.rack,
      verb: action.args.verb,
      request: action.request,
      ...held,
    });
  }
  const chosen = new Set(dealt.actions);
  return {
    commit: input.commit,
    actions: dealt.actions,
    holds: holds.sort(byMachineThenRequest),
    differences: different,
    later: wanted.filter(({ action }) => chosen.has(action)).flatMap(following),
  };
}

const following = ({ action: { machine, rack, request, because }, later }: Wanted): Plan['later'] =>
  later.map((args) => ({ machine, rack, request, args, because }));

function byMachineThenRequest(a: Hold, b: Hold): number {
  const key = (hold: Hold): string => `${hold.machine} ${hold.request} ${hold.verb} ${hold.message}`;
  return key(a) < key(b) ? -1 : 1;
}
