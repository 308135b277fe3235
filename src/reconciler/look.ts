import type { Restraint } from '../manifest/restraint.ts';
import type { Fleet } from '../model/fleet.ts';
import type { MachineName, Ticks } from '../model/names.ts';
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
    if (memory.open || pending.some(([id]) => !held.has(`${name} ${id}`))) active.add(name);
    if (known.accepted && pending.some(([, { verb }]) => verb === 'Inspect')) full.set(name, known.accepted.at);
  }
  for (const [name, doubt] of known.doubts) full.set(name, doubt.since + doubtMs);
  const inventory = await tools.watch.look(fleet, { active, full }, tools.settings.lookMs, signal);
  return unhurried(settle(tools, { ...known, inventory }), tools.clock);
}

/** A part that seems gone is looked for again after this long. */
const doubtMs = 2 * 60_000;
