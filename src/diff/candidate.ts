import type { Fleet, Machine } from '../model/fleet.ts';
import type { Facts, Sighting } from '../model/inventory.ts';
import type { MachineMemory, Requested } from '../model/memory.ts';
import type { CommitId, RequestId } from '../model/names.ts';
import { never } from '../model/never.ts';
import type { Action, Arguments, Hold, HoldReason } from '../model/plan.ts';
import { impactOf, isDisruptive, isPulled, type Verb } from '../model/verb.ts';
import { grantFor, hasBegun, isPulledRequest, underWayOf } from './boot-attempt.ts';
import type { DiffInput } from './diff.ts';
import type { Ground } from './ground.ts';
import { type Held, type Stride, whyNotNow, whyNotSure, whyNotThis } from './safety.ts';
import type { Standing } from './standing.ts';
import { standingOf } from './steps.ts';
import { disrupts } from './take-in.ts';

export interface Candidate {
  readonly action: Action;
  readonly stride: Stride;
  readonly later: readonly Arguments[];
}

/** What could be sent to this machine next, the most urgent first; and what its other requests wait for. */
export function candidatesOf(
  machine: Machine,
  known: MachineMemory,
  input: DiffInput,
  overreach: ReadonlyMap<CommitId, number>,
): { readonly candidates: readonly Candidate[]; readonly holds: readonly Hold[] } {
  const pending = Object.entries(known.requests).filter(([, request]) => request.state === 'pending');
  const holds: Hold[] = [];
  const candidates: Candidate[] = [];
  if (pending.length === 0 || known.open) return { candidates, holds };
  const seen = input.inventory.get(machine.name);
  const stop = whyNotNow(input.fleet, machine, input.operatorHolds, input.now.wall);
  const unsure = whyNotSure(machine, seen, input.now.ticks);
  // Between the steps of what an agent does, nothing else happens to its machine.
  const busy = underWayOf(known);
  for (const [id, request] of pending) {
    const hold = (held: Held, verb: Verb = request.verb): void => {
      holds.push({ kind: 'hold', machine: machine.name, rack: machine.rack, verb, request: id, ...held });
    };
    const facts = seen?.last?.facts;
    if (stop || !facts) {
      hold(stop ?? unsure ?? { reason: 'Stale', message: 'not seen yet', settling: true });
      continue;
    }
    if (busy && busy[0] !== id && disrupts(busy[1], input.fleet)) {
      hold({ reason: 'Budget', message: `${busy[1].verb} for ${busy[0]} is under way on this machine` });
      continue;
    }
    const standing = standingOf(id, groundOf(machine, known, facts, seen, input));
    const awaitsAgent = standing.kind === 'next' && isPulled(standing.args.verb);
    const doubt = awaitsAgent && unsure && bmcOnly.has(unsure.reason) ? null : unsure;
    const held = doubt ?? whyNotStep(machine, request, standing, seen, facts, input, overreach);
    if (held) hold(held, standing.kind === 'next' ? standing.args.verb : request.verb);
    else if (standing.kind === 'next') candidates.push(candidateOf(machine, id, request, standing, facts, input));
  }
  return { candidates: candidates.sort(byUrgency), holds };
}

/** Its agent is heard without the BMC. */
const bmcOnly: ReadonlySet<HoldReason> = new Set(['Unreachable', 'Stale', 'CredentialsRefused']);

const groundOf = (
  machine: Machine,
  known: MachineMemory,
  facts: Facts,
  seen: Sighting | undefined,
  { fleet, memory, now }: DiffInput,
): Ground => {
  const { clusters } = memory;
  return { fleet, machine, known, clusters, facts, seen, wall: now.wall, since: now.acceptedAt };
};

function whyNotStep(
  machine: Machine,
  request: Requested,
  standing: Standing,
  seen: Sighting | undefined,
  facts: Facts,
  input: DiffInput,
  overreach: ReadonlyMap<CommitId, number>,
): Held | null {
  switch (standing.kind) {
    case 'satisfied':
    case 'failed':
      return null;
    case 'waits':
      return standing.reason === 'WaitingForPower'
        ? { reason: standing.reason, message: standing.message }
        : { reason: standing.reason, message: standing.message, settling: true };
    case 'unsupported':
      return { reason: 'Unsupported', message: standing.message };
    case 'held':
      return { reason: standing.reason, message: standing.message };
    case 'next': {
      const { verb } = standing.args;
      const { agents } = input;
      if (isPulledRequest(request) && !hasBegun(request) && agents.unable !== null) {
        return { reason: 'Unsupported', message: agents.unable };
      }
      if (isPulled(verb) && (request.work?.contested || agents.contested.has(machine.name))) {
        const message =
          'its token was shown by two runs of an agent, so that one of them runs elsewhere; nothing is handed out';
        return { reason: 'TokenContested', message };
      }
      if (!isPulled(verb) && !input.verbs.get(machine.bmc.driver)?.includes(verb)) {
        return { reason: 'Unsupported', message: `driver ${machine.bmc.driver} does not know ${verb}` };
      }
      if (verb === 'RotateCredentials') {
        const locked = input.unsealable.machines.get(machine.name) ?? input.unsealable.all;
        if (locked) return { reason: 'Unsupported', message: locked };
      }
      if (!hasBegun(request) && showsInReset.has(verb) && isBeforeAgent(seen)) {
        const message = 'it is looked at once more first, because its agent was there since';
        return { reason: 'Stale', message, settling: true };
      }
      const taskOpenMs = seen?.taskSince === undefined ? 0 : input.now.ticks - seen.taskSince;
      const held = whyNotThis(
        input.fleet,
        machine,
        standing.args,
        facts,
        taskOpenMs,
        strideOf(request, verb, input.fleet),
        input.now.wall,
      );
      if (held) return held;
      const count = overreach.get(request.commit);
      if (count === undefined || !disrupts(request, input.fleet) || hasBegun(request)) return null;
      const message = `commit ${request.commit.slice(0, 12)} asks for ${count} disruptive actions, policy.maxPerCommit is ${input.fleet.policy.maxPerCommit}; raise it or ask in smaller commits`;
      return { reason: 'BlastRadius', message };
    }
    default:
      return never(standing);
  }
}

/** What came of them is read off power and last reset, put beside what they were before: an agent that ends changes both. */
const showsInReset: ReadonlySet<Verb> = new Set(['PowerOn', 'PowerOff', 'Reboot', 'PowerCycle', 'SetBootOnce']);

const isBeforeAgent = (seen: Sighting | undefined): boolean =>
  seen?.last !== undefined && seen.agent !== undefined && seen.last.at <= seen.agent.at;

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
    grant: grantFor(input.fleet.facility, machine.name, args, id, request),
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
  return { action, stride: strideOf(request, args.verb, input.fleet), later };
}

function strideOf(request: Requested, verb: Verb, fleet: Fleet): Stride {
  const started = hasBegun(request);
  return { started, disruptive: isDisruptive(verb) || (!started && disrupts(request, fleet)) };
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
    case 'RotateCredentials':
    case 'EjectMedia':
      return 2 * 60_000;
    case 'InsertMedia':
      // Some fetch the whole of it before they say that it is in.
      return 5 * 60_000;
    case 'Inspect':
    case 'Install':
    case 'Erase':
      // From the last that was heard of the agent.
      return 10 * 60_000;
    default:
      return never(args);
  }
}

/** What was begun goes on first; then what only writes, so that one reboot serves all; then power, then the rest. */
function byUrgency(a: Candidate, b: Candidate): number {
  const rank = ({ stride, action }: Candidate): number => {
    if (stride.started) return 0;
    if (action.args.verb === 'SetBios') return 1;
    return impactOf[action.args.verb] === 'none' ? 2 : 3;
  };
  return rank(a) - rank(b) || (a.action.request < b.action.request ? -1 : 1);
}
