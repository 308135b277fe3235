import { applyOutcome } from '../diff/conclude.ts';
import { matches } from '../diff/identity.ts';
import type { Look } from '../model/inventory.ts';
import type { MachineMemory } from '../model/memory.ts';
import type { Digest, MachineName, Ticks } from '../model/names.ts';
import { never } from '../model/never.ts';
import type { Outcome, Started } from '../model/outcome.ts';
import type { Action } from '../model/plan.ts';
import { backoffMs } from '../status/backoff.ts';
import type { Accepted, Knowledge, Tools } from './knowledge.ts';
import { isFenced } from './lease.ts';
import { subjectOf } from './observe.ts';
import { stillStands } from './read.ts';

/** Sends of one grant, definite refusals included (law 2). */
const attemptsMax = 4;

/**
 * Carries out what is recorded: one request a machine, no choices left. The head, the lease and the status branch are
 * read again first; then, machine by machine, a fresh look, `SENT` on disk, and the one request. What came of it is
 * seen by later looks; only what surely did not happen ends here.
 */
export async function execute(
  tools: Tools,
  known: Knowledge,
  accepted: Accepted,
  ready: readonly Action[],
  signal: AbortSignal,
): Promise<Knowledge> {
  if (ready.length === 0) return known;
  const stands = await stillStands(tools, known, accepted);
  if (stands.kind === 'moved') {
    tools.events.emit({ kind: 'repo-failed', message: stands.message });
    return known;
  }
  const ends = await Promise.all(ready.map((action) => carryOut(tools, known, accepted, action, signal)));
  return ends.reduce((next, end) => end(next), known);
}

/** What one action changes in what is known; applied after all have come back. */
type Change = (known: Knowledge) => Knowledge;

async function carryOut(
  tools: Tools,
  known: Knowledge,
  accepted: Accepted,
  action: Action,
  signal: AbortSignal,
): Promise<Change> {
  const { clock, events, journal, settings } = tools;
  const machine = accepted.fleet.machines.find((m) => m.name === action.machine);
  const driver = machine && tools.drivers.get(machine.bmc.driver);
  if (!machine || !driver) return (unchanged) => unchanged;
  let quirk: string | undefined;
  for (let attempt = 1; attempt <= attemptsMax; attempt++) {
    const look = await tools.watch.lookNow(accepted.fleet, machine, signal);
    // Not as planned any more: nothing leaves, and the next pass plans from what is so now.
    if (!isAsExpected(action, look) || signal.aborted) return (unchanged) => unchanged;
    if (!isFenced(known.lease, settings.leaseTermMs, clock.monotonic())) return (unchanged) => unchanged;
    if (attempt === 1) assertFirst(tools, action.grant);
    await journal.append([
      { kind: 'SENT', machine: action.machine, grant: action.grant, attempt, ...(quirk ? { quirk } : {}) },
    ]);
    tools.sentGrants.add(action.grant);
    const sentAt = clock.monotonic();
    events.emit({ kind: 'sent', machine: action.machine, action, attempt });
    const started = await driver.perform(subjectOf(accepted.fleet, machine), action.args, quirk, signal);
    events.emit({ kind: 'answered', machine: action.machine, action, started });
    if (started.kind === 'accepted' || started.kind === 'ambiguous') {
      await journal.append([{ kind: 'ANSWERED', machine: action.machine, grant: action.grant }]);
      return withSent(action, sentAt);
    }

    tools.sentGrants.delete(action.grant);
    await journal.append([
      { kind: 'NOT_SENT', machine: action.machine, grant: action.grant, message: started.message },
    ]);
    if (started.kind === 'unsent') return withRetry(action, clock.monotonic());
    if (started.quirk === undefined || attempt === attemptsMax) return refused(tools, action, started);
    quirk = started.quirk;
  }
  return (unchanged) => unchanged;
}

/** Runtime assertion of law 2: it must hold whatever else is wrong. */
function assertFirst(tools: Tools, grant: Digest): void {
  if (tools.sentGrants.has(grant)) throw new Error(`law 2: ${grant} was sent before`);
}

function isAsExpected({ args, expect }: Action, look: Look): boolean {
  if (look.kind === 'missed') return false;
  const { facts } = look;
  if (!matches(expect.identity, facts.identity) || facts.power !== expect.power) return false;
  switch (args.verb) {
    case 'PowerOn':
    case 'PowerOff':
    case 'Reboot':
    case 'PowerCycle':
      return facts.tasks.length === 0 && facts.lastReset === expect.lastReset;
    case 'SetBios':
    case 'SetBootOnce':
      return facts.tasks.length === 0;
    case 'ResetBmc':
      return facts.bmcLastReset === expect.bmcLastReset;
    case 'Identify':
    case 'ClearTasks':
      return true;
    default:
      return never(args);
  }
}

const withMachine =
  (name: MachineName, change: (memory: MachineMemory) => MachineMemory): Change =>
  (known) => {
    const memory = known.memory.machines.get(name);
    if (!memory) return known;
    return {
      ...known,
      memory: { ...known.memory, machines: new Map(known.memory.machines).set(name, change(memory)) },
    };
  };

function withSent(action: Action, sentAt: Ticks): Change {
  const sent = withMachine(action.machine, (memory) =>
    memory.open ? { ...memory, open: { ...memory.open, sentAt } } : memory,
  );
  if (action.args.verb !== 'PowerOn') return sent;
  return (known) => sent({ ...known, poweredOnAt: new Map(known.poweredOnAt).set(action.rack, sentAt) });
}

const withRetry =
  (action: Action, now: Ticks): Change =>
  (known) => {
    const failures = (known.retries.get(action.grant)?.failures ?? 0) + 1;
    return { ...known, retries: new Map(known.retries).set(action.grant, { failures, at: now + backoffMs(failures) }) };
  };

/** A definite no, and no other form to try: nothing happened, and nothing more will under this grant. */
async function refused(tools: Tools, action: Action, started: Extract<Started, { kind: 'refused' }>): Promise<Change> {
  const outcome: Outcome = { kind: 'failed', message: `refused with ${started.status}: ${started.message}` };
  const { machine, grant, args, request } = action;
  await tools.journal.append([{ kind: 'OUTCOME', machine, grant, outcome }]);
  tools.events.emit({ kind: 'ended', machine, verb: args.verb, request, outcome });
  const ended = withMachine(machine, (memory) => {
    if (!memory.open) return memory;
    const after = applyOutcome(memory, memory.open, outcome);
    const asked = after.requests[request];
    if (!asked) return after;
    return { ...after, requests: { ...after.requests, [request]: { ...asked, message: outcome.message } } };
  });
  return (known) => {
    const open = known.memory.machines.get(machine)?.open;
    return { ...ended(known), untold: open ? [...known.untold, { machine, open, outcome }] : known.untold };
  };
}
