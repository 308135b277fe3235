import type { Memory, Open } from '../model/memory.ts';
import type { Action, Plan } from '../model/plan.ts';
import { same } from '../model/same.ts';
import { isPulled } from '../model/verb.ts';
import { callOff } from './execute.ts';
import { dropKeys, stageKeys } from './keys.ts';
import { isUnsent, type Knowledge, type Tools } from './knowledge.ts';
import { holdLease } from './lease.ts';
import { intentMessage } from './message.ts';
import { publish } from './publish.ts';
import { statusOf } from './tell.ts';
import { asBefore } from './unsent.ts';

export interface Recorded {
  readonly known: Knowledge;
  /** Every one with a durable, pushed intent, under a lease renewed after that push. */
  readonly ready: readonly Action[];
}

/**
 * Makes every action of the plan an intent: fsynced here, then pushed in one commit, then the lease renewed. Only then may
 * anything be sent (laws 1, 2 and 5). Intents left over from before that the plan no longer wants are withdrawn. `before`: what
 * was known before anything was concluded as if those had never been meant.
 */
export async function record(tools: Tools, known: Knowledge, plan: Plan, before: Memory): Promise<Recorded> {
  const { journal, clock } = tools;
  const wanted = new Map(plan.actions.map((action) => [action.machine, action]));
  const unwanted = [...known.memory.machines].flatMap(([machine, { open }]) =>
    isUnsent(open) && !stands(open, wanted.get(machine)) ? [{ machine, open }] : [],
  );
  // By their grants: a machine may have got another name since its request set out.
  const gone = new Set(unwanted.map(({ open }) => open.grant));
  const flights = [...tools.flights.values()].filter(({ action }) => gone.has(action.grant));
  // One left while this pass was thinking, so that the plan rests on what is no longer so: the next pass makes another.
  if (flights.some((flight) => flight.sentAt !== null)) {
    const names = unwanted.map(({ machine }) => machine);
    return { known: { ...known, memory: asBefore(known.memory, before, names) }, ready: [] };
  }
  for (const flight of flights) callOff(flight);
  const machines = new Map(known.memory.machines);
  for (const { machine } of unwanted) {
    const memory = machines.get(machine);
    if (!memory) continue;
    const { open: _, ...rest } = memory;
    machines.set(machine, rest);
  }
  const outcome = { kind: 'withdrawn', message: 'no longer asked for, or no longer possible' } as const;
  await journal.append(unwanted.map(({ machine, open }) => ({ kind: 'OUTCOME', machine, grant: open.grant, outcome })));
  for (const { machine, open } of unwanted) {
    tools.events.emit({ kind: 'ended', machine, verb: open.args.verb, request: open.request, outcome });
  }
  let next = await dropKeys(tools, { ...known, memory: { ...known.memory, machines } }, gone);
  // One that waits for an agent was recorded when the wait began.
  const actions = plan.actions.filter((action) => !isAwaited(tools, action));
  if (actions.length === 0 || journal.damage !== null) return { known: next, ready: [] };
  next = await stageKeys(tools, next, actions);

  const fresh = actions.filter((action) => !stands(known.memory.machines.get(action.machine)?.open, action));
  await journal.append(fresh.map((action) => ({ kind: 'INTENT', machine: action.machine, open: openOf(action) })));
  next = { ...next, memory: withOpen(next.memory, actions) };

  const message = intentMessage(plan, actions, next.untold);
  const told = await publish(tools, next, await statusOf(tools, next, plan), message);
  next = told.known;
  if (!told.isSaid) return { known: next, ready: [] };
  const { head } = next.published;
  if (fresh.length > 0 && head) tools.events.emit({ kind: 'intended', actions: fresh, status: head });
  const now = clock.monotonic();
  const ready = actions.filter((action) => (known.retries.get(action.grant)?.at ?? 0) <= now);
  // A request that waits for its next try needs no lease renewed for it.
  if (ready.length === 0) return { known: next, ready };
  const turn = await holdLease(tools, next.lease, next.published.head, next.memory.accepted ?? null, true);
  next = { ...next, lease: turn.view };
  return { known: next, ready: turn.kind === 'standby' ? [] : ready };
}

const isAwaited = ({ flights }: Tools, { machine, grant, args }: Action): boolean =>
  isPulled(args.verb) && flights.get(machine)?.action.grant === grant;

/** Under one grant a newer commit may ask for other keys: what was decided before it must not leave any more. */
const stands = (open: Open | undefined, action: Action | undefined): boolean =>
  open !== undefined && open.grant === action?.grant && same(open.args, action.args);

const openOf = ({ grant, request, spec, commit, args, expect, patienceMs }: Action): Open => ({
  grant,
  request,
  spec,
  commit,
  args,
  expect,
  patienceMs,
});

function withOpen(memory: Memory, actions: readonly Action[]): Memory {
  const machines = new Map(memory.machines);
  for (const action of actions) {
    const known = machines.get(action.machine);
    if (known) machines.set(action.machine, { ...known, open: openOf(action) });
  }
  return { ...memory, machines };
}
