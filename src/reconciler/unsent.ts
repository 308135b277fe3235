import type { Ended } from '../diff/conclude.ts';
import type { MachineMemory, Memory } from '../model/memory.ts';
import type { MachineName } from '../model/names.ts';
import { isUnsent, type Knowledge, type Tools } from './knowledge.ts';

/** Memory as if the intents that have not left had never been meant. */
export function withoutUnsent(memory: Memory): Memory {
  const machines = new Map<MachineName, MachineMemory>();
  for (const [name, known] of memory.machines) {
    const { open, ...rest } = known;
    machines.set(name, isUnsent(open) ? rest : known);
  }
  return { ...memory, machines };
}

/** And with them again: record.ts decides, plan in hand, which of them go on. */
export function withUnsent(memory: Memory, before: Memory): Memory {
  const machines = new Map(memory.machines);
  for (const [name, known] of before.machines) {
    const now = machines.get(name);
    if (now && isUnsent(known.open)) machines.set(name, { ...now, open: known.open });
  }
  return { ...memory, machines };
}

/** Of these nothing was concluded: one that left meanwhile was meant after all. */
export function asBefore(memory: Memory, before: Memory, names: readonly MachineName[]): Memory {
  const machines = new Map(memory.machines);
  for (const name of names) {
    const known = before.machines.get(name);
    if (known) machines.set(name, known);
  }
  return { ...memory, machines };
}

/** Makes what was concluded durable here; the next commit tells it. */
export async function journalEnds(tools: Tools, known: Knowledge, ended: readonly Ended[]): Promise<Knowledge> {
  if (ended.length === 0) return known;
  await tools.journal.append(
    ended.map(({ machine, open, outcome }) => ({ kind: 'OUTCOME', machine, grant: open.grant, outcome })),
  );
  for (const { machine, open, outcome } of ended) {
    // The disk is the fence now (docs/boot.md).
    if (outcome.kind === 'unfinished') tools.sentGrants.delete(open.grant);
    tools.events.emit({ kind: 'ended', machine, verb: open.args.verb, request: open.request, outcome });
  }
  return { ...known, untold: [...known.untold, ...ended] };
}
