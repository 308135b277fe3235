import { checkDisks, mayYetShow } from '../diff/find-disks.ts';
import { whyNotNow } from '../diff/safety.ts';
import { isCaller, workItemOf } from '../diff/work-item.ts';
import type { DiskState } from '../model/boot.ts';
import type { Machine } from '../model/fleet.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Action } from '../model/plan.ts';
import type { Claim } from '../ports/agents.ts';
import { insideOf } from './inside.ts';
import type { Change, Flight, Knowledge, Tools } from './knowledge.ts';
import { isFenced } from './lease.ts';
import { restrain } from './look.ts';
import { readNotes } from './operator.ts';
import { stillStands } from './read.ts';

/** How long an agent may take to call, from when its intent was pushed: after the reset, that is. */
const callMs = 30 * 60_000;
/** Between a claim that could not be answered and the next. */
const againMs = 1_000;

/** How the wait for an agent ended. */
export type Handed =
  | { readonly kind: 'handed'; readonly change: Change }
  /** It is not wanted any more: nothing was handed out. */
  | { readonly kind: 'called-off' }
  | { readonly kind: 'over'; readonly outcome: Outcome };

/**
 * Waits in the background for the agent of one machine to ask for work, and hands it out. All that speaks against it is
 * asked again in that moment, because the wait is long: people, the head, the lease, the plan, and the disks.
 */
export async function handOut(tools: Tools, flight: Flight, signal: AbortSignal): Promise<Handed> {
  const { clock, agents } = tools;
  const { machine: name } = flight.action;
  const over = new AbortController();
  const done = new AbortController();
  void clock.sleep(callMs, done.signal).then(() => over.abort(null));
  const limit = AbortSignal.any([signal, over.signal]);
  try {
    for (let attempt = 1; ; ) {
      const claim = await agents.claim(name, limit);
      if (flight.withdrawn || signal.aborted) {
        claim?.refuse();
        return { kind: 'called-off' };
      }
      if (claim === null) {
        const message = `no agent called within ${callMs / 60_000} min`;
        const disk = diskBefore(tools.latest.known, flight.action);
        return { kind: 'over', outcome: { kind: 'unfinished', message, ...disk } };
      }
      const handed = await answer(tools, flight, claim, attempt);
      if (handed.kind !== 'again') return handed;
      attempt += handed.sent ? 1 : 0;
      await clock.sleep(againMs, limit);
    }
  } finally {
    done.abort(null);
  }
}

/** Until it is handed out for the first time, nothing is written. */
function diskBefore(known: Knowledge | null, { machine, request }: Action): { readonly disk?: DiskState } {
  const work = known?.memory.machines.get(machine)?.requests[request]?.work;
  if (!work?.attempts) return { disk: 'untouched' };
  return work.disk === undefined ? {} : { disk: work.disk };
}

type Answered = Handed | { readonly kind: 'again'; readonly sent: boolean };

async function answer(tools: Tools, flight: Flight, claim: Claim, attempt: number): Promise<Answered> {
  const { clock, journal, settings, events } = tools;
  const { action } = flight;
  const { grant } = action;
  const found = await groundsFor(tools, flight, claim);
  if (found === null || flight.withdrawn) {
    claim.refuse();
    return flight.withdrawn ? { kind: 'called-off' } : { kind: 'again', sent: false };
  }
  const { known, machine, facility } = found;
  const disks = checkDisks(action.args, claim.caller, facility, grant);
  if (mayYetShow(action.args, claim.caller, disks.ok ? null : disks.error)) {
    claim.refuse();
    return { kind: 'again', sent: false };
  }
  if (!disks.ok) {
    claim.refuse();
    const { reason, message } = disks.error;
    const outcome: Outcome = { kind: 'failed', message: `${reason}: ${message}`, ...diskBefore(known, action) };
    return { kind: 'over', outcome };
  }
  const item = workItemOf(facility, machine, action, known.lease.lease?.epoch ?? 0);
  if (item === null || !isFenced(known.lease, settings.leaseTermMs, clock.monotonic())) {
    claim.refuse();
    return { kind: 'again', sent: false };
  }
  assertHandable(tools, known, flight);
  flight.sentAt = clock.monotonic();
  tools.sentGrants.add(grant);
  await journal.append([{ kind: 'SENT', machine: action.machine, grant, attempt, caller: claim.caller }]);
  events.emit({ kind: 'sent', machine: action.machine, action, attempt });
  const started = await claim.hand(item);
  events.emit({ kind: 'answered', machine: action.machine, action, started });
  if (started.kind === 'accepted' || started.kind === 'ambiguous') {
    await journal.append([{ kind: 'ANSWERED', machine: action.machine, grant }]);
    const inside = insideOf(claim.caller);
    return { kind: 'handed', change: (now) => ({ ...now, inside: new Map(now.inside).set(action.machine, inside) }) };
  }
  await journal.append([{ kind: 'NOT_SENT', machine: action.machine, grant, message: started.message }]);
  tools.sentGrants.delete(grant);
  flight.sentAt = null;
  return { kind: 'again', sent: true };
}

/** What is so now, as far as it lets the work be handed out; null: something speaks against it. */
async function groundsFor(
  tools: Tools,
  { action }: Flight,
  { caller }: Claim,
): Promise<{ readonly known: Knowledge; readonly machine: Machine; readonly facility: string } | null> {
  const { known } = tools.latest;
  const accepted = known?.accepted;
  if (!known || !accepted || tools.journal.damage !== null) return null;
  const stands = await stillStands(tools, known, accepted);
  if (stands.kind === 'moved') {
    tools.latest.hasMoved = true;
    tools.events.emit({ kind: 'repo-failed', message: stands.message });
    return null;
  }
  const fleet = restrain(accepted.fleet, known.restraint);
  const machine = fleet.machines.find(({ name }) => name === action.machine);
  if (machine?.management !== 'manage' || !isCaller(machine, caller)) return null;
  if (machine.protected && action.args.verb !== 'Inspect') return null;
  const isContested = known.memory.machines.get(machine.name)?.requests[action.request]?.work?.contested;
  if (isContested || tools.agents.contested().has(machine.name)) return null;
  const { holds } = await readNotes(tools.disk);
  if (whyNotNow(fleet, machine, holds, tools.clock.now())) return null;
  // While all that was read, a pass may have gone on.
  if (tools.latest.known !== known) return null;
  if (!hasIntent(known, action)) return null;
  return { known, machine, facility: fleet.facility };
}

/** In the status that was pushed last; where somebody deleted the branch none stands until the next commit of it. */
const hasIntent = ({ memory, published }: Knowledge, { machine, grant }: Action): boolean =>
  published.head !== null && memory.machines.get(machine)?.open?.grant === grant;

/** Runtime assertions of laws 1 and 2: an intent stands in the status that was pushed last, and the disk is the fence. */
function assertHandable(tools: Tools, known: Knowledge, { action }: Flight): void {
  if (!hasIntent(known, action)) throw new Error(`law 1: no intent stands for ${action.grant}`);
  if (tools.sentGrants.has(action.grant)) throw new Error(`law 2: ${action.grant} is out`);
}
