import type { Machine } from '../model/fleet.ts';
import type { MachineMemory } from '../model/memory.ts';
import type { RequestId } from '../model/names.ts';
import type { Hold } from '../model/plan.ts';
import type { Verb } from '../model/verb.ts';
import { accountHolds, whyNotOurs } from './account-holds.ts';
import type { DiffInput } from './diff.ts';
import { correctionsMax, correctionsOf, driftsOf } from './drift.ts';
import { matches } from './identity.ts';

/** Requests that came to an end and that people still ask for: why nothing more happens, and the remedy. */
export function settledHolds(machine: Machine, known: MachineMemory, input: DiffInput): readonly Hold[] {
  const holds: Hold[] = [];
  const hold = (request: RequestId, verb: Verb, reason: Hold['reason'], message: string): void => {
    holds.push({ kind: 'hold', machine: machine.name, rack: machine.rack, verb, request, reason, message });
  };
  for (const operation of machine.operations) {
    const request = known.requests[operation.id];
    if (!request) continue;
    const { state } = request;
    const expired = input.now.wall > operation.notAfter;
    if (request.spec !== operation.spec) {
      hold(
        operation.id,
        operation.verb,
        'Superseded',
        `id ${operation.id} was used before for something else; give this request an id of its own`,
      );
    } else if (state === 'superseded') {
      hold(
        operation.id,
        operation.verb,
        'Superseded',
        'it was taken back after it had begun; if it is still wanted, give it a new id',
      );
    } else if (state === 'unknown') {
      hold(
        operation.id,
        operation.verb,
        'OutcomeUnknown',
        `${request.message ?? 'its outcome is not known'}; look at the machine, then ask anew under a new id`,
      );
    } else if (state === 'expired') {
      hold(
        operation.id,
        operation.verb,
        'Expired',
        'it was first seen, or first possible, after its notAfter; ask anew under a new id',
      );
    } else if (state === 'assumed' && !expired) {
      hold(
        operation.id,
        operation.verb,
        'Assumed',
        'it stood here before memory began, or before the machine was managed, and is taken as done; if it is still wanted, give it a new id',
      );
    }
  }
  if (machine.install && known.requests[machine.install.id]?.state === 'assumed') {
    hold(
      machine.install.id,
      'Install',
      'Unsupported',
      'this version does not install; once one does, give the install a new id',
    );
  }
  holds.push(...accountHolds(machine, known));
  const facts = input.inventory.get(machine.name)?.last?.facts;
  for (const [id, request] of Object.entries(known.requests)) {
    if (id.includes(':') && request.state === 'unknown') {
      hold(
        id,
        request.verb,
        'OutcomeUnknown',
        `${request.message ?? 'its outcome is not known'}; look at the machine, then declare the value anew`,
      );
    }
  }
  // A BMC that comes and goes must not make the hold come and go: what was seen last stands.
  if (known.open || !facts || !matches(machine.identity, facts.identity)) return holds;
  const entered = whyNotOurs(machine, known, facts);
  if (entered) hold(known.declared.account?.request ?? 'account', 'RotateCredentials', 'Drifted', entered);
  for (const drift of driftsOf(known, facts)) {
    const corrections = correctionsOf(known, drift.base);
    if (corrections.some(([, request]) => request.state === 'pending')) continue;
    const what = `${drift.field}: ${drift.declared} is declared, ${drift.observed} is observed`;
    const failed = known.requests[drift.base]?.message;
    if (corrections.length >= correctionsMax) {
      hold(drift.base, drift.verb, 'Fighting', `${what}; put right ${correctionsMax} times, and it changed back`);
    } else {
      hold(
        drift.base,
        drift.verb,
        'Drifted',
        `${what}${failed ? ` (${failed})` : ''}; change the manifest to what is so, or ask anew`,
      );
    }
  }
  return holds;
}
