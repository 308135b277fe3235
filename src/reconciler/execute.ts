import { applyOutcome } from '../diff/apply-outcome.ts';
import { matches } from '../diff/identity.ts';
import type { Look } from '../model/inventory.ts';
import type { MachineMemory } from '../model/memory.ts';
import type { Digest, MachineName, Ticks } from '../model/names.ts';
import { never } from '../model/never.ts';
import type { Outcome, Started } from '../model/outcome.ts';
import type { Action } from '../model/plan.ts';
import { isPulled } from '../model/verb.ts';
import { backoffMs } from '../status/backoff.ts';
import { handOut } from './claim.ts';
import type { Accepted, Change, Flight, Knowledge, Tools } from './knowledge.ts';
import { isFenced } from './lease.ts';
import { subjectOf } from './observe.ts';
import { stillStands } from './read.ts';

/** Sends of one grant, definite refusals included (law 2). */
const attemptsMax = 4;

/** From the plan to the request: what took longer to be looked at once more is planned anew. */
const preflightMsMax = 30_000;

/**
 * Carries out what is recorded: one request a machine, no choices left. The head, the lease and the status branch are
 * read again first; then, machine by machine, a fresh look, `SENT` on disk, and the one request. It waits some seconds for
 * the answers; a BMC that takes longer delays nobody, and its answer lands in a later pass. What came of a request is
 * seen by later looks; only what surely did not happen ends here.
 */
export async function execute(
  tools: Tools,
  known: Knowledge,
  accepted: Accepted,
  ready: readonly Action[],
  signal: AbortSignal,
): Promise<Knowledge> {
  const grounded = ready.filter((action) => !tools.flights.has(action.machine));
  if (grounded.length === 0) return known;
  const stands = await stillStands(tools, known, accepted);
  if (stands.kind === 'moved') {
    tools.events.emit({ kind: 'repo-failed', message: stands.message });
    // The next pass reads it at once, however short ago the last reading was.
    return { ...known, fetchedAt: Number.NEGATIVE_INFINITY };
  }
  const landings = grounded.flatMap((action) => {
    callOffNamesakes(tools, action);
    const landing = takeOff(tools, known, accepted, action, signal);
    // An agent may take half an hour to call: no pass waits for that.
    return isPulled(action.args.verb) ? [] : [landing];
  });
  const over = new AbortController();
  await Promise.race([Promise.all(landings), tools.clock.sleep(tools.settings.lookMs, over.signal)]);
  over.abort(null);
  return land(tools, known);
}

/** A machine that got another name: who waited for it under the old one waits in vain. */
function callOffNamesakes({ flights }: Tools, { machine, grant }: Action): void {
  for (const [name, flight] of flights) if (name !== machine && flight.action.grant === grant) callOff(flight);
}

/** It must not leave any more. */
export function callOff(flight: Flight): void {
  flight.withdrawn = true;
  flight.over.abort(null);
}

async function takeOff(
  tools: Tools,
  known: Knowledge,
  accepted: Accepted,
  action: Action,
  signal: AbortSignal,
): Promise<void> {
  const began = tools.clock.monotonic();
  const landing = Promise.resolve();
  const over = new AbortController();
  const flight: Flight = { action, began, sentAt: null, withdrawn: false, over, change: null, landing };
  tools.flights.set(action.machine, flight);
  // One of its own, because everything that a flight waits for listens to it: of many at one time that is many listeners.
  const own = AbortSignal.any([signal, over.signal]);
  const carried = isPulled(action.args.verb)
    ? awaitAgent(tools, flight, own)
    : carryOut(tools, known, accepted, flight, own);
  flight.landing = carried.then(
    (change) => {
      flight.change = change;
    },
    // Nobody may be waiting any more. A broken law, or a disk that is full, ends the pass that takes in what came back.
    (error: unknown) => {
      flight.change = () => {
        throw error;
      };
    },
  );
  await flight.landing;
}

/** What has come back since is taken in; what is still out is marked as such, so that its end is not guessed. */
export function land(tools: Tools, known: Knowledge): Knowledge {
  let next = known;
  for (const [name, flight] of [...tools.flights]) {
    next = withFlight(flight, flight.change === null)(next);
    if (flight.change === null) continue;
    next = flight.change(next);
    tools.flights.delete(name);
  }
  return next;
}

async function carryOut(
  tools: Tools,
  known: Knowledge,
  accepted: Accepted,
  flight: Flight,
  signal: AbortSignal,
): Promise<Change> {
  const { clock, events, journal, settings } = tools;
  const { action } = flight;
  const { machine: name, grant } = action;
  const machine = accepted.fleet.machines.find((m) => m.name === name);
  const driver = machine && tools.drivers.get(machine.bmc.driver);
  if (!machine || !driver) return unchanged;
  const earlier = known.retries.get(grant);
  let quirk = earlier?.quirk;
  for (let attempt = (earlier?.refusals ?? 0) + 1; attempt <= attemptsMax; attempt++) {
    const look = await tools.watch.lookNow(accepted.fleet, machine, signal);
    const now = clock.monotonic();
    const late = now - flight.began > preflightMsMax || !isFenced(known.lease, settings.leaseTermMs, now);
    // Not as planned any more: nothing leaves, and the next pass plans from what is so now.
    if (late || flight.withdrawn || signal.aborted || !isAsExpected(action, look)) {
      return attempt === 1 ? unchanged : withRefusals(action, attempt - 1, quirk);
    }
    assertRecorded(known, action);
    assertFirst(tools, grant);
    flight.sentAt = now;
    tools.sentGrants.add(grant);
    await journal.append([{ kind: 'SENT', machine: name, grant, attempt, ...(quirk ? { quirk } : {}) }]);
    events.emit({ kind: 'sent', machine: name, action, attempt });
    const subject = subjectOf(accepted.fleet, machine, tools.logins.get(name), tools.mediums.get(name));
    const next = known.keys.get(name)?.keys.find((key) => key.grant === grant);
    const started = await driver.perform(next ? { ...subject, next } : subject, action.args, quirk, signal);
    events.emit({ kind: 'answered', machine: name, action, started });
    if (started.kind === 'accepted' || started.kind === 'ambiguous') {
      // From here on its effect is waited for: between the decision and this the process may have been stopped for a while.
      flight.sentAt = clock.monotonic();
      await journal.append([{ kind: 'ANSWERED', machine: name, grant }]);
      return unchanged;
    }
    await journal.append([{ kind: 'NOT_SENT', machine: name, grant, message: started.message }]);
    tools.sentGrants.delete(grant);
    flight.sentAt = null;
    if (started.kind === 'unsent') return withRetry(action, clock.monotonic());
    if (started.quirk === undefined || attempt === attemptsMax) return refused(tools, action, started);
    quirk = started.quirk;
  }
  return unchanged;
}

async function awaitAgent(tools: Tools, flight: Flight, signal: AbortSignal): Promise<Change> {
  const handed = await handOut(tools, flight, signal);
  switch (handed.kind) {
    case 'handed':
      return handed.change;
    case 'called-off':
      return unchanged;
    case 'over':
      return endHere(tools, flight.action, handed.outcome);
    default:
      return never(handed);
  }
}

const unchanged: Change = (known) => known;

/** Runtime assertion of law 1: what leaves stands as an intent in the status that was pushed last. */
function assertRecorded(known: Knowledge, { machine, grant }: Action): void {
  const isOpen = known.memory.machines.get(machine)?.open?.grant === grant;
  if (known.published.head === null || !isOpen) throw new Error(`law 1: no intent stands for ${grant}`);
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
    case 'RotateCredentials':
    case 'InsertMedia':
    case 'EjectMedia':
    case 'Inspect':
    case 'Install':
    case 'Erase':
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

/** Where the intent stands now: under way, it follows its hardware to another name. */
const holderOf = ({ memory }: Knowledge, { machine, grant }: Action): MachineName => {
  if (memory.machines.get(machine)?.open?.grant === grant) return machine;
  return [...memory.machines].find(([, { open }]) => open?.grant === grant)?.[0] ?? machine;
};

const withHolder =
  (action: Action, change: (memory: MachineMemory) => MachineMemory): Change =>
  (known) =>
    withMachine(holderOf(known, action), change)(known);

/** Whether and when it left, as the one open intent of its machine knows it. */
function withFlight({ action, sentAt }: Flight, flying: boolean): Change {
  const told = withHolder(action, (memory) => {
    if (memory.open?.grant !== action.grant) return memory;
    const { sentAt: _, flying: __, ...open } = memory.open;
    return { ...memory, open: { ...open, ...(sentAt === null ? {} : { sentAt, ...(flying ? { flying } : {}) }) } };
  });
  if (action.args.verb !== 'PowerOn' || sentAt === null) return told;
  return (known) => told({ ...known, poweredOnAt: new Map(known.poweredOnAt).set(action.rack, sentAt) });
}

const withRetry =
  (action: Action, now: Ticks): Change =>
  (known) => {
    const before = known.retries.get(action.grant);
    const failures = (before?.failures ?? 0) + 1;
    const retry = { ...before, failures, at: now + backoffMs(failures) };
    return { ...known, retries: new Map(known.retries).set(action.grant, retry) };
  };

/** Definitely refused so often, and not yet tried in the form that was named last. */
const withRefusals =
  (action: Action, refusals: number, quirk: string | undefined): Change =>
  (known) => {
    const retry = { failures: 0, at: 0, ...known.retries.get(action.grant), refusals, ...(quirk ? { quirk } : {}) };
    return { ...known, retries: new Map(known.retries).set(action.grant, retry) };
  };

/** A definite no, and no other form to try: nothing happened, and nothing more will under this grant. */
const refused = (tools: Tools, action: Action, started: Extract<Started, { kind: 'refused' }>): Promise<Change> =>
  endHere(tools, action, { kind: 'failed', message: `refused with ${started.status}: ${started.message}` });

/** An end that no look has to show. */
async function endHere(tools: Tools, action: Action, outcome: Outcome): Promise<Change> {
  const { machine, grant, args, request } = action;
  const at = tools.clock.now();
  await tools.journal.append([{ kind: 'OUTCOME', machine, grant, outcome }]);
  tools.events.emit({ kind: 'ended', machine, verb: args.verb, request, outcome });
  const ended = withHolder(action, (memory) => {
    if (memory.open?.grant !== grant) return memory;
    return applyOutcome(memory, memory.open, outcome, at);
  });
  return (known) => {
    const holder = holderOf(known, action);
    const open = known.memory.machines.get(holder)?.open;
    if (open?.grant !== grant) return known;
    return { ...ended(known), untold: [...known.untold, { machine: holder, open, outcome }] };
  };
}
