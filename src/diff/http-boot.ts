import type { Fleet, Machine } from '../model/fleet.ts';
import type { Facts } from '../model/inventory.ts';
import type { MachineMemory } from '../model/memory.ts';
import { methodOf } from './boot-attempt.ts';
import { correctionsOf } from './drift.ts';
import { held, type Standing, waits } from './standing.ts';

interface Asked {
  readonly fleet: Fleet;
  readonly machine: Machine;
  readonly known: MachineMemory;
  readonly facts: Facts;
}

/**
 * Why a machine that UEFI HTTP boot is to start, by a BIOS attribute of its class, would fetch something else than our agent.
 * Only before anything was begun: what was begun lets nothing else be written to the machine, so that the attribute would
 * never be put right. From then on the attempts go on as they can, and the last of them is the end.
 */
export function whyNotFetched({ fleet, machine, known, facts }: Asked): Standing | null {
  const key = machine.class.httpBootAttribute;
  if (key === undefined || !Object.hasOwn(machine.bios, key) || facts.capabilities.httpBootUri) return null;
  const chosen = fleet.boot && methodOf(fleet.boot, facts);
  if (!chosen || !('method' in chosen) || chosen.method !== 'UefiHttp') return null;
  const { attributes, pending, complete } = facts.bios;
  const wanted = machine.bios[key];
  // What waits is applied at the power-on that the boot begins with.
  if (attributes[key] === wanted || (facts.power === 'Off' && pending[key] === wanted)) return null;
  const fetches = `UEFI HTTP boot fetches from BIOS attribute ${key}`;
  if (!Object.hasOwn(attributes, key)) {
    if (!complete) return waits('Stale', `${fetches}, and what it holds is not known yet`);
    return { kind: 'unsupported', message: `${fetches}, which this BIOS has not` };
  }
  const holds = attributes[key] === '' ? 'nothing' : attributes[key];
  const message = `${fetches}, which holds ${holds} and is to be ${wanted}`;
  return held(isAskedFor(known, `bios/${key}`) ? 'Budget' : 'Drifted', message);
}

/** A request that makes it so is on its way, or held itself. */
function isAskedFor(known: MachineMemory, field: string): boolean {
  const base = known.declared[field]?.request;
  if (base === undefined) return false;
  const requests = [known.requests[base], ...correctionsOf(known, base).map(([, request]) => request)];
  return requests.some((request) => request?.state === 'pending');
}
