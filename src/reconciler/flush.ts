import type { Memory } from '../model/memory.ts';
import type { Plan } from '../model/plan.ts';
import { isPulled } from '../model/verb.ts';
import { rendering } from '../status/files.ts';
import type { Knowledge, Tools } from './knowledge.ts';
import { observationMessage, outcomeMessage } from './message.ts';
import { changedFiles, publish } from './publish.ts';
import type { Pass } from './reconcile.ts';
import { statusOf } from './tell.ts';
import { unhurried } from './unhurried.ts';

/** Outcomes are gathered this long, so that a rack that comes up together is one commit. */
const gatherOutcomesMs = 2_000;
/** While something is under way, or about to be: as soon as the next look is due, within these. */
const busyMs = { least: 500, most: 2_000 };

/** An agent reports as often, and whoever waits for one to ask is not in the pass. */
const agentsMs = 5_000;

/** Nothing is being applied, and nothing is about to be. */
function areHostsAtRest({ hosts }: Tools, { accepted, components }: Knowledge): boolean {
  const { controlPlane } = accepted?.fleet ?? {};
  if (!controlPlane) return true;
  const { actions, holds } = components.plan;
  return (
    hosts.busy.size === 0 &&
    hosts.complete(controlPlane) &&
    actions.length === 0 &&
    !holds.some(({ settling }) => settling)
  );
}

/** A request has come to its end that was not told of: an install calls home minutes after its last action. */
const hasEnded = (said: Memory, now: Memory): boolean =>
  [...now.machines].some(([name, { requests }]) => {
    const before = said.machines.get(name)?.requests;
    return (
      before !== requests &&
      Object.entries(requests).some(([id, { state }]) => state !== 'pending' && before?.[id]?.state === 'pending')
    );
  });

/** Publishes what there is to say, at once or gathered, and says when to look again. */
export async function flush(tools: Tools, known: Knowledge, plan: Plan | null): Promise<Pass> {
  const { once, gatherMs, pollMs } = tools.settings;
  const now = tools.clock.monotonic();
  const status = await statusOf(tools, known, plan);
  const changes = changedFiles(known.published.files, await unhurried(rendering(status), tools.clock));
  const changed = changes.size > 0;
  const opens = [...known.memory.machines.values()].flatMap((memory) => memory.open ?? []);
  const open = opens.length > 0;
  const onlyAgents = open && opens.every(({ args }) => isPulled(args.verb));
  const looked = known.accepted === null || tools.watch.complete(known.accepted.fleet, known.inventory);
  const hostsRest = areHostsAtRest(tools, known);
  const resting =
    hostsRest &&
    !open &&
    looked &&
    (plan === null || (plan.actions.length === 0 && !plan.holds.some((hold) => hold.settling)));
  const since = known.published.waitingSince ?? now;
  // What came of an action, or of a commit, is waited for by somebody; what was merely seen is not.
  const said = known.published.status;
  const isAnswer =
    said?.memory.accepted !== status.memory.accepted ||
    said?.rejected?.commit !== status.rejected?.commit ||
    (said !== null && hasEnded(said.memory, status.memory));
  const isOfHosts = hostsRest && [...changes.keys()].some((path) => path.startsWith('control-plane/'));
  const gatherForMs = known.untold.length > 0 || ((isAnswer || isOfHosts) && looked) ? gatherOutcomesMs : gatherMs;
  const due = changed && (once ? resting || known.untold.length > 0 : now - since >= gatherForMs);

  let next = known;
  if (due) {
    const message = known.untold.length > 0 ? outcomeMessage(plan, known.untold) : observationMessage(plan, status);
    next = (await publish(tools, known, status, message)).known;
  } else {
    const { waitingSince: _, ...published } = known.published;
    next = { ...known, published: { ...published, ...(changed ? { waitingSince: since } : { status }) } };
  }
  const quiet = resting && (!changed || (due && next.published.head !== known.published.head));
  const dueMs = changed && !due ? Math.max(0, since + gatherForMs - now) : pollMs;
  const hostsDueMs = known.accepted?.fleet.controlPlane ? tools.hosts.nextDueMs() : pollMs;
  const idleMs = resting ? Math.min(pollMs, dueMs) : onlyAgents ? agentsMs : busyMs.most;
  const lookAgainMs = Math.max(busyMs.least, Math.min(idleMs, tools.watch.nextDueMs(), hostsDueMs));
  return { known: next, plan, settled: quiet, standby: null, lookAgainMs };
}
