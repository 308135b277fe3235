import type { Fleet, Machine } from '../model/fleet.ts';
import type { Facts, Inventory } from '../model/inventory.ts';
import type { MachineMemory, Memory, Requested } from '../model/memory.ts';
import type { CommitId, RackName, RequestId, Ticks } from '../model/names.ts';
import { never } from '../model/never.ts';
import type { Action, Arguments, Hold, OperatorHold, Plan } from '../model/plan.ts';
import { impactOf, type Verb } from '../model/verb.ts';
import { isStarted, overreaching, ration, type Wanted } from './budget.ts';
import type { Now } from './conclude.ts';
import { grantOf } from './digest.ts';
import { correctionsMax, correctionsOf, driftsOf } from './drift.ts';
import { matches } from './identity.ts';
import { type Held, whyNotNow, whyNotSure, whyNotThis } from './safety.ts';
import { type Standing, standingOf } from './steps.ts';
import { declaredFields, disrupts } from './take-in.ts';

export interface DiffInput {
  readonly fleet: Fleet;
  readonly commit: CommitId;
  /** Already concluded: what was seen to be done is no longer asked for. */
  readonly memory: Memory;
  readonly inventory: Inventory;
  /** What each driver can do. */
  readonly verbs: ReadonlyMap<string, readonly Verb[]>;
  readonly operatorHolds: readonly OperatorHold[];
  readonly poweredOnAt: ReadonlyMap<RackName, Ticks>;
  readonly now: Now;
}

/** What is to be done now, what is not done and why. Pure: the same input gives the same plan, byte for byte (law 15). */
export function diff(input: DiffInput): Plan {
  const { fleet, memory } = input;
  const overreach = overreaching(fleet, memory);
  const wanted: Wanted[] = [];
  const holds: Hold[] = [];
  const later: Plan['later'][number][] = [];
  let settling = false;
  for (const machine of fleet.machines) {
    const known = memory.machines.get(machine.name);
    if (!known || machine.management === 'observe') continue;
    if (machine.management === 'adopt') {
      holds.push(...adoptionHolds(machine, input));
      continue;
    }
    holds.push(...settledHolds(machine, known, input));
    const first = firstOf(machine, known, input, overreach, holds, () => {
      settling = true;
    });
    if (!first) continue;
    wanted.push({ action: first.action, bmc: machine.bmc.address, started: first.started });
    for (const args of first.later) {
      const { rack, request, because } = first.action;
      later.push({ machine: machine.name, rack, request, args, because });
    }
  }
  const bmcOf = new Map(fleet.machines.map((machine) => [machine.name, machine.bmc.address]));
  const dealt = ration(fleet, memory, wanted, bmcOf, input.poweredOnAt, input.now.ticks);
  for (const [action, held] of dealt.held) {
    holds.push({
      kind: 'hold',
      machine: action.machine,
      rack: action.rack,
      verb: action.args.verb,
      request: action.request,
      ...held,
    });
  }
  return { commit: input.commit, actions: dealt.actions, holds: holds.sort(byMachineThenRequest), later, settling };
}

interface Candidate {
  readonly action: Action;
  readonly started: boolean;
  readonly later: readonly Arguments[];
}

/** The one next thing for this machine; what its other requests wait for goes to `holds`. */
function firstOf(
  machine: Machine,
  known: MachineMemory,
  input: DiffInput,
  overreach: ReadonlyMap<CommitId, number>,
  holds: Hold[],
  settles: () => void,
): Candidate | null {
  const pending = Object.entries(known.requests).filter(([, request]) => request.state === 'pending');
  if (pending.length === 0 || known.open) return null;
  const seen = input.inventory.get(machine.name);
  const candidates: Candidate[] = [];
  const stop =
    whyNotNow(input.fleet, machine, input.operatorHolds, input.now.wall) ?? whyNotSure(machine, seen, input.now.ticks);
  for (const [id, request] of pending) {
    const hold = (held: Held, verb: Verb = request.verb): void => {
      holds.push({ kind: 'hold', machine: machine.name, rack: machine.rack, verb, request: id, ...held });
    };
    const facts = seen?.last?.facts;
    if (stop || !facts) {
      hold(stop ?? { reason: 'Stale', message: 'not seen yet' });
      continue;
    }
    const standing = standingOf(machine, known, id, facts);
    if (standing.kind === 'waits' && standing.reason !== 'WaitingForPower') settles();
    const held = whyNotStep(machine, request, standing, facts, input, overreach);
    if (held) hold(held, standing.kind === 'next' ? standing.args.verb : request.verb);
    else if (standing.kind === 'next') candidates.push(candidateOf(machine, id, request, standing, facts, input));
  }
  candidates.sort(byUrgency);
  return candidates[0] ?? null;
}

function whyNotStep(
  machine: Machine,
  request: Requested,
  standing: Standing,
  facts: Facts,
  input: DiffInput,
  overreach: ReadonlyMap<CommitId, number>,
): Held | null {
  switch (standing.kind) {
    case 'satisfied':
    case 'failed':
      return null;
    case 'waits':
      return { reason: standing.reason, message: standing.message };
    case 'unsupported':
      return { reason: 'Unsupported', message: standing.message };
    case 'next': {
      const { verb } = standing.args;
      if (!input.verbs.get(machine.bmc.driver)?.includes(verb)) {
        return { reason: 'Unsupported', message: `driver ${machine.bmc.driver} does not know ${verb}` };
      }
      const held = whyNotThis(input.fleet, machine, standing.args, facts, isStarted(request), input.now.wall);
      if (held) return held;
      const count = overreach.get(request.commit);
      if (count === undefined || !disrupts(request) || isStarted(request)) return null;
      const message = `commit ${request.commit.slice(0, 12)} asks for ${count} disruptive actions, policy.maxPerCommit is ${input.fleet.policy.maxPerCommit}; raise it or ask in smaller commits`;
      return { reason: 'BlastRadius', message };
    }
    default:
      return never(standing);
  }
}

function candidateOf(
  machine: Machine,
  id: RequestId,
  request: Requested,
  standing: Extract<Standing, { kind: 'next' }>,
  facts: Facts,
  input: DiffInput,
): Candidate {
  const { args, because, later } = standing;
  const { lastReset, bmcLastReset, power } = facts;
  const action: Action = {
    kind: 'action',
    machine: machine.name,
    rack: machine.rack,
    request: id,
    args,
    grant: grantOf(input.fleet.facility, machine.name, args, id),
    spec: request.spec,
    commit: request.commit,
    expect: {
      identity: machine.identity,
      power,
      ...(lastReset === undefined ? {} : { lastReset }),
      ...(bmcLastReset === undefined ? {} : { bmcLastReset }),
    },
    because,
    patienceMs: patienceOf(args, input.fleet),
  };
  return { action, started: isStarted(request), later };
}

/** How long evidence may take: POST of a server with much memory takes many minutes, a BMC restarts in about five. */
function patienceOf(args: Arguments, fleet: Fleet): number {
  switch (args.verb) {
    case 'PowerOff':
      return args.force ? 2 * 60_000 : fleet.policy.gracefulShutdownMs;
    case 'PowerOn':
      return 3 * 60_000;
    case 'Reboot':
    case 'PowerCycle':
      return 15 * 60_000;
    case 'ResetBmc':
      return 10 * 60_000;
    case 'Identify':
    case 'SetBootOnce':
    case 'SetBios':
    case 'ClearTasks':
      return 2 * 60_000;
    default:
      return never(args);
  }
}

/** What was begun goes on first; then what only writes, so that one reboot serves all; then power, then the rest. */
function byUrgency(a: Candidate, b: Candidate): number {
  const rank = ({ started, action }: Candidate): number => {
    if (started) return 0;
    if (action.args.verb === 'SetBios') return 1;
    return impactOf[action.args.verb] === 'none' ? 2 : 3;
  };
  return rank(a) - rank(b) || (a.action.request < b.action.request ? -1 : 1);
}

/** Requests that came to an end and that people still ask for: why nothing more happens, and the remedy. */
function settledHolds(machine: Machine, known: MachineMemory, input: DiffInput): readonly Hold[] {
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
        'it stood here before memory began and is taken as done; if it is still wanted, give it a new id',
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

/** Adopting writes nothing: every difference is shown, until the manifest says what the machine is. */
function adoptionHolds(machine: Machine, input: DiffInput): readonly Hold[] {
  const facts = input.inventory.get(machine.name)?.last?.facts;
  if (!facts) return [];
  return declaredFields(machine).flatMap(([field, value]): Hold[] => {
    const observed = field === 'power' ? facts.power : facts.bios.attributes[field.slice('bios/'.length)];
    if (observed === value) return [];
    const verb: Verb = field === 'power' ? (value === 'Off' ? 'PowerOff' : 'PowerOn') : 'SetBios';
    const message = `adopt: ${field} is ${observed ?? '(unknown)'}, the manifest says ${value}`;
    return [
      {
        kind: 'hold',
        machine: machine.name,
        rack: machine.rack,
        verb,
        request: `adopt:${field}`,
        reason: 'Drifted',
        message,
      },
    ];
  });
}

function byMachineThenRequest(a: Hold, b: Hold): number {
  const key = (hold: Hold): string => `${hold.machine} ${hold.request} ${hold.verb} ${hold.message}`;
  return key(a) < key(b) ? -1 : 1;
}
