import type { Fleet } from '../model/fleet.ts';
import type { Facts, Inventory, Sighting } from '../model/inventory.ts';
import type { Memory } from '../model/memory.ts';
import type { CommitId, Instant, MachineName } from '../model/names.ts';
import type { Plan } from '../model/plan.ts';
import type { MachineStatus, Status } from '../model/status.ts';
import type { Verb } from '../model/verb.ts';
import { conclude } from './conclude.ts';
import { diff } from './diff.ts';
import { takeIn } from './take-in.ts';

export interface Revision {
  readonly fleet: Fleet;
  readonly commit: CommitId;
}

/**
 * What merging `head` would do, from manifests and committed status alone: no BMC, no secret, nothing but these values
 * (law 15). With `base`, only what `head` adds to it.
 */
export function foresee(
  head: Revision,
  base: Revision | null,
  status: Status | null,
  verbs: ReadonlyMap<string, readonly Verb[]>,
  now: Instant,
): Plan {
  const { fleet, commit } = head;
  let memory: Memory = status?.memory ?? { facility: fleet.facility, machines: new Map() };
  // Without memory a reconciler begins by looking: what stands there already is taken as done.
  const start = base ?? (memory.accepted === undefined ? head : null);
  if (start) memory = takeIn(memory, start.fleet, start.commit, { fleet: start.fleet, ever: new Map() });
  memory = takeIn(memory, fleet, commit, null);
  const inventory = inventoryOf(status);
  const at = { wall: now, ticks: 0, acceptedAt: 0 };
  const concluded = conclude(memory, fleet, inventory, at);
  return diff({
    fleet,
    commit,
    memory: concluded.memory,
    inventory,
    verbs,
    operatorHolds: [],
    poweredOnAt: new Map(),
    unsealable: { all: null, machines: new Map() },
    agents: { unable: null, contested: new Set() },
    now: at,
  });
}

function inventoryOf(status: Status | null): Inventory {
  const inventory = new Map<MachineName, Sighting>();
  for (const [name, machine] of status?.machines ?? []) {
    const facts = factsOf(machine);
    if (!facts) continue;
    const reachable = machine.conditions.find((condition) => condition.type === 'Reachable');
    const miss = {
      since: 0,
      at: 0,
      count: 1,
      reason: 'Timeout',
      message: reachable?.message ?? 'unreachable',
    } as const;
    const { hardware } = facts;
    inventory.set(name, {
      last: { at: 0, facts },
      fullAt: -1,
      ...(hardware ? { hardware } : {}),
      ...(machine.inventory?.inside ? { inside: machine.inventory.inside } : {}),
      ...(reachable?.status === 'False' ? { miss } : {}),
    });
  }
  return inventory;
}

/** What was committed of the hardware, as a look: only the declared BIOS keys are known. */
function factsOf(machine: MachineStatus): Facts | null {
  const { inventory, observed } = machine;
  if (!inventory || !observed) return null;
  return {
    identity: machine.answers ?? inventory.identity,
    power: observed.power,
    ...(inventory.tellsResets ? { lastReset: 'told' } : {}),
    boot: observed.boot,
    indicator: 'Unknown',
    bios: { complete: false, attributes: observed.bios, pending: {} },
    tasks: [],
    capabilities: inventory.capabilities,
    ...(inventory.hardware ? { hardware: inventory.hardware } : {}),
  };
}
