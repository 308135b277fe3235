import type { Fleet, Machine } from '../model/fleet.ts';
import type { BiosValue, Facts, Sighting } from '../model/inventory.ts';
import type { MachineMemory, Requested } from '../model/memory.ts';
import type { CommitId, RequestId } from '../model/names.ts';
import type { Verb } from '../model/verb.ts';
import { verbOf } from './take-in.ts';

/** A declared field that was settled once and is no longer so, or never was since memory began. */
export interface Drift {
  readonly field: string;
  readonly declared: BiosValue;
  readonly observed: BiosValue | undefined;
  readonly verb: Verb;
  /** Of the declared value; no request of ours where memory began with it. */
  readonly base: RequestId;
}

/** Corrections of one declared value before we stop: somebody, or something, wants it otherwise. */
export const correctionsMax = 3;

export function driftsOf(known: MachineMemory, facts: Facts): readonly Drift[] {
  const drifts: Drift[] = [];
  for (const [field, declared] of Object.entries(known.declared)) {
    // What password is in force, and what was erased, is seen by no look.
    if (field === 'account' || field === 'release') continue;
    const isPower = field === 'power';
    const base = declared.request;
    const state = known.requests[base]?.state;
    if (state === 'pending' || state === 'unknown') continue;
    const key = field.slice('bios/'.length);
    // Between On and Off, and before the first look at a key, there is nothing to compare.
    if (isPower ? facts.power !== 'On' && facts.power !== 'Off' : !Object.hasOwn(facts.bios.attributes, key)) continue;
    const observed = isPower ? facts.power : facts.bios.attributes[key];
    if (observed === declared.value) continue;
    const verb = verbOf(field, declared.value);
    drifts.push({ field, declared: declared.value, observed, verb, base });
  }
  return drifts;
}

/** The corrections of a base request, oldest first: `<base>#1`, `<base>#2`, … */
export const correctionsOf = (known: MachineMemory, base: RequestId): readonly (readonly [RequestId, Requested])[] =>
  Object.entries(known.requests).filter(([id]) => id.startsWith(`${base}#`));

/**
 * The request that puts drift right by itself, or null where it is left to people. By itself only what disrupts
 * nothing: a BIOS key of ours, written on a machine that is off. The rest when `policy.drift` says `correct`, and then
 * only after two looks have agreed.
 */
export function correct(
  fleet: Fleet,
  machine: Machine,
  accepted: CommitId,
  known: MachineMemory,
  seen: Sighting,
): MachineMemory {
  const facts = seen.last?.facts;
  if (!facts || machine.management !== 'manage' || !known.managed) return known;
  const added: Record<RequestId, Requested> = {};
  for (const drift of driftsOf(known, facts)) {
    const harmless = drift.verb === 'SetBios' && facts.power === 'Off' && known.requests[drift.base] !== undefined;
    if (!harmless && fleet.policy.drift !== 'correct') continue;
    if ((seen.powerLooks ?? 0) < 2) continue;
    const earlier = correctionsOf(known, drift.base);
    if (earlier.some(([, request]) => request.state === 'pending' || request.state === 'unknown')) continue;
    if (earlier.length >= correctionsMax) continue;
    const base = known.requests[drift.base];
    added[`${drift.base}#${earlier.length + 1}`] = {
      verb: drift.verb,
      spec: base?.spec ?? machine.specDigest,
      commit: base?.commit ?? accepted,
      state: 'pending',
      steps: {},
    };
  }
  return Object.keys(added).length > 0 ? { ...known, requests: { ...known.requests, ...added } } : known;
}
