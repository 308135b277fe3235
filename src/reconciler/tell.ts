import { isOwn } from '../diff/identity.ts';
import { judge } from '../diff/judge.ts';
import type { Hardware, Sighting } from '../model/inventory.ts';
import type { MachineName } from '../model/names.ts';
import type { Plan } from '../model/plan.ts';
import type { Status } from '../model/status.ts';
import type { Steps } from '../model/steps.ts';
import type { NewCondition } from '../status/conditions.ts';
import { type Doubt, settleHardware } from '../status/hardware.ts';
import { type Steadiness, steady } from '../status/reachability.ts';
import { summarize } from '../status/summarize.ts';
import type { Knowledge, Tools } from './knowledge.ts';
import { unhurried } from './unhurried.ts';

/** Everything that is to be said now; whether it differs from what was said is for publish.ts to see. */
export async function statusOf(tools: Tools, known: Knowledge, plan: Plan | null): Promise<Status> {
  const { fleet } = known.accepted ?? { fleet: null };
  const status = summarize({
    memory: known.memory,
    fleet,
    inventory: known.inventory,
    verdicts: fleet ? judge(fleet, known.inventory) : new Map(),
    steadiness: known.steadiness,
    hardware: known.hardware,
    differences: plan?.differences ?? [],
    holds: plan ? plan.holds.filter((hold) => !hold.settling) : (known.published.status?.holds ?? []),
    rejected: known.rejected,
    sealed: new Map([...known.keys].map(([name, { sealed }]) => [name, sealed])),
    components: {
      controlPlane: fleet?.controlPlane,
      looks: fleet?.controlPlane ? tools.hosts.looks(fleet.controlPlane) : new Map(),
      plan: known.components.plan,
    },
    conditions: facilityConditions(tools, known),
    previous: known.published.status,
    now: tools.clock.now(),
  });
  const said = await unhurried(status, tools.clock);
  const discovered = tools.sweeps.findings(fleet, known.published.status?.discovered);
  return discovered ? { ...said, discovered } : said;
}

function facilityConditions(tools: Tools, known: Knowledge): readonly NewCondition[] {
  const { damage } = tools.journal;
  const apart = tools.fleetRepo !== tools.statusRepo;
  return [
    damage === null
      ? { type: 'JournalIntact', status: 'True', reason: 'Intact', message: '' }
      : { type: 'JournalIntact', status: 'False', reason: 'Damaged', message: damage },
    {
      type: 'StatusKeyConfined',
      status: 'Unknown',
      reason: apart ? 'OtherRepository' : 'SameRepository',
      message: apart
        ? 'status lives in a repository of its own; that its key cannot write the fleet repo was not tried'
        : 'status lives in the fleet repo; confine the key to status/* there, or use --status-repo',
    },
    ...(known.restraint.paused || known.accepted?.fleet.paused
      ? [pausedCondition((known.restraint.paused ?? known.accepted?.fleet.paused)?.reason ?? '')]
      : []),
  ];
}

const pausedCondition = (message: string): NewCondition => ({
  type: 'Paused',
  status: 'True',
  reason: 'Paused',
  message,
});

/** Takes the newest looks into what is published of reachability and hardware: only what two looks agree on. */
export function* settle(tools: Tools, known: Knowledge): Steps<Knowledge> {
  const now = tools.clock.monotonic();
  const steadiness = new Map<MachineName, Steadiness>();
  const hardware = new Map<MachineName, Hardware>();
  const doubts = new Map<MachineName, Doubt>();
  const inventory = new Map<MachineName, Sighting>();
  const manifests = new Map(known.accepted?.fleet.machines.map((machine) => [machine.name, machine]));
  for (const [name, looked] of known.inventory) {
    const published = known.published.status?.machines.get(name);
    const inside = known.inside.get(name) ?? published?.inventory?.inside;
    const seen = inside ? { ...looked, inside } : looked;
    inventory.set(name, seen);
    // What was once seen in it stays so until two looks say otherwise, whether it was seen by this process or not.
    const before = known.hardware.get(name) ?? published?.inventory?.hardware;
    if (!seen.last && !seen.miss) {
      if (before) hardware.set(name, before);
      continue;
    }
    const reachable = published?.conditions.find((c) => c.type === 'Reachable')?.status;
    const said = reachable === 'True' ? 'Reachable' : reachable === 'False' ? 'Unreachable' : undefined;
    steadiness.set(name, steady(known.steadiness.get(name), said, seen, now));
    const machine = manifests.get(name);
    // What sits in another machine that answers here is not this one's.
    const settled =
      seen.last && machine && isOwn(machine, seen.last.facts.identity)
        ? settleHardware(before, known.doubts.get(name), seen.last.facts, seen.fullAt)
        : { hardware: before, doubt: undefined };
    if (settled.hardware) {
      hardware.set(name, settled.hardware);
      inventory.set(name, { ...seen, hardware: settled.hardware });
    }
    if (settled.doubt) doubts.set(name, settled.doubt);
    yield;
  }
  return { ...known, inventory, steadiness, hardware, doubts };
}
