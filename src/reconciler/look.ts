import { underWayOf } from '../diff/boot-attempt.ts';
import type { Restraint } from '../manifest/restraint.ts';
import type { Heard } from '../model/boot.ts';
import type { Fleet } from '../model/fleet.ts';
import type { Inventory } from '../model/inventory.ts';
import type { MachineName, Ticks } from '../model/names.ts';
import { isPulled } from '../model/verb.ts';
import type { Knowledge, Tools } from './knowledge.ts';
import { settle } from './tell.ts';
import { unhurried } from './unhurried.ts';

/** The accepted fleet, with whatever a newer, rejected head says to do less. */
export function restrain(fleet: Fleet, restraint: Restraint): Fleet {
  if (restraint.parked.size + restraint.protected.size === 0 && !restraint.paused) return fleet;
  const machines = fleet.machines.map((machine) => {
    const parked = restraint.parked.get(machine.name);
    const isProtected = machine.protected || restraint.protected.has(machine.name);
    return { ...machine, protected: isProtected, ...(parked ? { parked } : {}) };
  });
  return { ...fleet, machines, ...(restraint.paused ? { paused: restraint.paused } : {}) };
}

/** What came in within a few seconds; the rest arrives for a later pass. */
export async function observe(tools: Tools, known: Knowledge, fleet: Fleet, signal: AbortSignal): Promise<Knowledge> {
  tools.sweeps.tend(fleet, signal);
  const active = new Set<MachineName>();
  const full = new Map<MachineName, Ticks>();
  // What is held for longer than moments is not looked at every second meanwhile: a window may be hours away.
  const held = new Set(known.published.status?.holds.map((hold) => `${hold.machine} ${hold.request}`));
  for (const [name, memory] of known.memory.machines) {
    const pending = Object.entries(memory.requests).filter(([, request]) => request.state === 'pending');
    // While an agent works, it is the agent that tells; and what it leaves behind takes its time.
    const [, work] = underWayOf(memory) ?? [];
    const isAgents = memory.open
      ? isPulled(memory.open.args.verb)
      : work?.steps[work.verb] !== undefined && !work.work.iso;
    const isDue = memory.open !== undefined || pending.some(([id]) => !held.has(`${name} ${id}`));
    // Whoever took a connection only has to be seen to be on.
    const isUp = known.inventory.get(name)?.listens !== undefined;
    if (isUp || (isDue && !isAgents)) active.add(name);
    // One that misses its class is looked at whole each time, so that it need not wait for long once it is put right.
    const conditions = known.published.status?.machines.get(name)?.conditions;
    if (conditions?.some(({ type, status }) => type === 'HardwareMatches' && status === 'False'))
      full.set(name, tools.clock.monotonic());
    if (known.accepted && !fleet.boot && pending.some(([, { verb }]) => verb === 'Inspect'))
      full.set(name, known.accepted.at);
  }
  for (const [name, doubt] of known.doubts) full.set(name, doubt.since + doubtMs);
  const paused = besideRotations(known, fleet);
  const looked = await tools.watch.look(fleet, { active, full, paused }, tools.settings.lookMs, signal);
  const inventory = tools.reaches.land(withReports(looked, known.inventory, tools.agents.reports()));
  return unhurried(settle(tools, { ...known, inventory }), tools.clock);
}

/** What an agent said last is kept when it is not expected any more: a look from before it shows what was there before. */
function withReports(looked: Inventory, before: Inventory, reports: ReadonlyMap<MachineName, Heard>): Inventory {
  const merged = new Map(looked);
  for (const [name, { agent }] of before) {
    const sighting = looked.get(name);
    if (agent && sighting) merged.set(name, { ...sighting, agent });
  }
  for (const [name, agent] of reports) merged.set(name, { ...merged.get(name), agent });
  return merged;
}

/** Others behind a BMC whose password is being changed: each wrong try of theirs would count. */
function besideRotations({ memory }: Knowledge, { machines }: Fleet): ReadonlySet<MachineName> {
  const rotating = new Map<string, MachineName>();
  for (const { name, bmc } of machines) {
    const open = memory.machines.get(name)?.open;
    if (open?.args.verb === 'RotateCredentials' && open.sentAt !== undefined) rotating.set(bmc.address, name);
  }
  if (rotating.size === 0) return new Set();
  const beside = machines.filter(({ name, bmc }) => (rotating.get(bmc.address) ?? name) !== name);
  return new Set(beside.map(({ name }) => name));
}

/** A part that seems gone is looked for again after this long. */
const doubtMs = 2 * 60_000;
