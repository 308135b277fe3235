import type { Machine } from '../model/fleet.ts';
import type { MachineMemory, Requested } from '../model/memory.ts';
import type { Digest, Instant, RequestId } from '../model/names.ts';
import { never } from '../model/never.ts';
import type { Hold } from '../model/plan.ts';
import type { Verb } from '../model/verb.ts';
import { accountHolds, whyNotOurs } from './account-holds.ts';
import { underWayOf } from './boot-attempt.ts';
import type { DiffInput } from './diff.ts';
import { correctionsMax, correctionsOf, driftsOf } from './drift.ts';
import { matches } from './identity.ts';

/** What a person asks for once, by its id. */
interface Consent {
  readonly id: RequestId;
  readonly verb: Verb;
  readonly spec: Digest;
  /** Absent: for ever. */
  readonly notAfter?: Instant;
}

const consentsOf = ({ operations, install }: Machine): readonly Consent[] => [
  ...operations,
  ...(install ? [{ id: install.id, verb: 'Install' as const, spec: install.spec }] : []),
];

/** Why a consent that still stands in the manifest is not acted upon any more. */
function whyOver(
  { state, spec, message }: Requested,
  { id, notAfter, spec: asked }: Consent,
  wall: Instant,
): { readonly reason: Hold['reason']; readonly message: string } | null {
  if (spec !== asked) {
    const used = `id ${id} was used before for something else; give this request an id of its own`;
    return { reason: 'Superseded', message: used };
  }
  switch (state) {
    case 'superseded':
      return {
        reason: 'Superseded',
        message:
          'it was given up after it had begun, because it was taken back or memory was lost; if it is still wanted, give it a new id',
      };
    case 'unknown':
      return {
        reason: 'OutcomeUnknown',
        message: `${message ?? 'its outcome is not known'}; look at the machine, then ask anew under a new id`,
      };
    case 'expired':
      return {
        reason: 'Expired',
        message: 'it was first seen, or first possible, after its notAfter; ask anew under a new id',
      };
    case 'assumed':
      return notAfter !== undefined && wall > notAfter
        ? null
        : {
            reason: 'Assumed',
            message:
              'it stood here before memory began, or before the machine was managed, and is taken as done; if it is still wanted, give it a new id',
          };
    case 'pending':
    case 'done':
    case 'failed':
      return null;
    default:
      return never(state);
  }
}

/** Requests that came to an end and that people still ask for: why nothing more happens, and the remedy. */
export function settledHolds(machine: Machine, known: MachineMemory, input: DiffInput): readonly Hold[] {
  const holds: Hold[] = [];
  const hold = (request: RequestId, verb: Verb, reason: Hold['reason'], message: string): void => {
    holds.push({ kind: 'hold', machine: machine.name, rack: machine.rack, verb, request, reason, message });
  };
  for (const consent of consentsOf(machine)) {
    const request = known.requests[consent.id];
    const why = request && whyOver(request, consent, input.now.wall);
    if (why) hold(consent.id, consent.verb, why.reason, why.message);
  }
  const released = known.declared.release?.request;
  if (released?.startsWith('assumed:')) {
    hold(
      released,
      'Erase',
      'Assumed',
      'lifecycle: decommission stood here before memory began, or before the machine was managed, and nothing is done because of it; to release the machine, say active, and then decommission again',
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
  if (known.open || underWayOf(known) || !facts || !matches(machine.identity, facts.identity)) return holds;
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
