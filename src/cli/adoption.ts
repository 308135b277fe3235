import { compareIdentity, explainMismatch, identityFields, matches } from '../diff/identity.ts';
import { declaredFields } from '../diff/take-in.ts';
import type { Edit } from '../manifest/edit.ts';
import type { Machine, Management } from '../model/fleet.ts';
import type { BiosValue, Identity } from '../model/inventory.ts';
import type { MachineMemory } from '../model/memory.ts';
import type { MachineName } from '../model/names.ts';
import { fail, ok, type Result } from '../model/result.ts';
import type { MachineStatus } from '../model/status.ts';
import { changeWords, markOf } from '../status/parts.ts';

/** What `nanometal adopt` is asked for. */
export interface AdoptionWish {
  /** How far to go; absent: one step. */
  readonly to?: 'adopt' | 'manage';
  /** What answers is the machine now: write its identity down. */
  readonly identity: boolean;
}

export interface Written extends Edit {
  /** Absent: it was not there. */
  readonly from?: BiosValue;
  /** What the value alone does not say. */
  readonly because?: string;
}

/** What makes one manifest true. Without edits it is true already. */
export interface Adoption {
  readonly machine: MachineName;
  readonly file: string;
  readonly edits: readonly Written[];
  /** Why it does not go as far as it was asked to, yet; empty: it does. */
  readonly note: string;
}

/**
 * What was seen, as committed, goes into the manifest where that differs, and the machine goes one step from `observe` over
 * `adopt` to `manage`. Managed it becomes only by a commit that declares nothing new, so that what changes in between is
 * drift and no command. An error is a reason for people why this manifest cannot be made true now.
 */
export function adoptionOf(
  machine: Machine,
  status: MachineStatus | undefined,
  known: MachineMemory | undefined,
  wish: AdoptionWish,
): Result<Adoption, string> {
  const { name, file } = machine;
  const unready = whyNotReady(machine, status, known);
  if (unready !== null || !status) return fail(unready ?? 'it has not been seen yet');
  const seen = status.answers ?? status.inventory?.identity;
  if (!seen) return fail('nothing is known of who it is');
  const identity = identityEdits(machine, seen, wish.identity);
  if (!identity.ok) return identity;
  // Another board: what was observed is of the one before, and waits for the next look.
  if (status.answers) return ok({ machine: name, file, edits: identity.value, note: '' });
  const state = stateEdits(machine, status);
  if (!state.ok) return state;
  const acknowledged = acknowledgement(machine, status);
  const next = stepFrom(machine.management, wish.to);
  const misses = next === 'manage' && machine.management !== 'manage' ? missed(status) : null;
  if (misses !== null) return fail(misses);
  // Values and `manage` in one commit would be a command, should they no longer be so when it is accepted.
  const first = next === 'manage' && state.value.length > 0 && machine.management !== 'manage';
  const management = first ? 'adopt' : next;
  const step = management === machine.management ? [] : [edit(['management'], machine.management, management)];
  const note = first ? 'managed by a next commit: first its manifest has to be true' : '';
  return ok({ machine: name, file, edits: [...step, ...identity.value, ...acknowledged, ...state.value], note });
}

function whyNotReady(machine: Machine, status: MachineStatus | undefined, known: MachineMemory | undefined) {
  if (!status || !known) return 'it is not in the status: the reconciler has not taken in its manifest yet';
  if (status.specDigest !== machine.specDigest)
    return 'the reconciler has not taken in this manifest, or its class, yet; wait until it has';
  const reachable = status.conditions.find(({ type }) => type === 'Reachable');
  if (reachable?.status !== 'True')
    return `it is not seen now: ${reachable?.message || reachable?.reason || 'nothing was committed of it'}`;
  if (known.open) return `${known.open.args.verb} is under way on it`;
  const due = Object.values(known.requests).find(({ state }) => state === 'pending');
  if (due) return `${due.verb} is due on it, or held`;
  if (!status.answers && (!status.inventory || !status.observed)) return 'it has not been seen yet';
  return null;
}

function identityEdits(machine: Machine, seen: Identity, isMeant: boolean): Result<readonly Written[], string> {
  const { identity, management } = machine;
  const differs = compareIdentity(identity, seen).differing.length > 0;
  if (differs && !isMeant)
    return fail(`${explainMismatch(identity, seen)}; if that is the machine, say so with --identity`);
  if (management === 'manage' && !isMeant) return ok([]);
  const after: Identity = { ...identity, ...seen };
  if (!matches(after, seen)) return fail(`it does not tell enough to be enrolled: ${explainMismatch(after, seen)}`);
  return ok(
    identityFields.flatMap((field): readonly Written[] => {
      const [from, to] = [identity[field], seen[field]];
      if (to === undefined || from?.toLowerCase() === to.toLowerCase()) return [];
      return [edit(['identity', field], from, to)];
    }),
  );
}

/** Only what is declared: what the manifest is silent about stays nobody's business. */
function stateEdits(machine: Machine, { observed }: MachineStatus): Result<readonly Written[], string> {
  const edits: Written[] = [];
  for (const [field, declared] of declaredFields(machine)) {
    const key = field.slice('bios/'.length);
    const value = field === 'power' ? observed?.power : observed?.bios[key];
    if (value === declared) continue;
    if (field === 'power') {
      if (value !== 'On' && value !== 'Off') return fail(`its power is ${value ?? 'unknown'}, neither On nor Off`);
      edits.push(edit(['power'], declared, value));
    } else if (value === undefined || value === null) {
      const what = `its BMC shows no BIOS attribute ${key}, which is declared`;
      return fail(`${what}; take it out of the manifest, or out of class ${machine.class.name}`);
    } else edits.push(edit(['bios', key], declared, value));
  }
  return ok(edits);
}

function acknowledgement(machine: Machine, { inventory }: MachineStatus): readonly Written[] {
  if (!inventory?.hardware || !inventory.changes?.length) return [];
  const because = inventory.changes.map(changeWords).join(', ');
  return [{ ...edit(['hardware', 'acknowledged'], machine.acknowledged, markOf(inventory.hardware)), because }];
}

/** Never a step back. */
function stepFrom(now: Management, to: AdoptionWish['to']): Management {
  if (now === 'manage' || (now === 'adopt' && to === 'adopt')) return now;
  return to ?? (now === 'observe' ? 'adopt' : 'manage');
}

function missed({ conditions }: MachineStatus): string | null {
  const hardware = conditions.find(({ type, status }) => type === 'HardwareMatches' && status === 'False');
  return hardware ? `it misses its class: ${hardware.message}` : null;
}

const edit = (path: readonly string[], from: BiosValue | undefined, to: Edit['to']): Written => ({
  path: ['spec', ...path],
  ...(from === undefined ? {} : { from }),
  to,
});
