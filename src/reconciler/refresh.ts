import { hasTakenIn } from '../diff/has-taken-in.ts';
import { takeIn } from '../diff/take-in.ts';
import { isPulled } from '../model/verb.ts';
import { type Knowledge, refsOf, type Settings, type Tools } from './knowledge.ts';
import { holdLease, viewLease } from './lease.ts';
import { everAsked, fleetAt } from './manifests.ts';
import type { OperatorNotes } from './operator.ts';
import { landed, readPublished } from './publish.ts';
import { accept, fetchRefs, type Refs } from './read.ts';
import { resume } from './resume.ts';
import { unheardOf } from './unheard.ts';

export type Refreshed =
  | { readonly kind: 'active'; readonly known: Knowledge }
  | { readonly kind: 'standby'; readonly known: Knowledge | null; readonly message: string };

/** Reads the refs, gets or keeps the lease, and takes in the newest acceptable commit. */
export async function refresh(tools: Tools, before: Knowledge | null, notes: OperatorNotes): Promise<Refreshed> {
  const { clock, settings, events } = tools;
  const now = clock.monotonic();
  // Looks come due all the time in a large facility, and a Git host counts its callers.
  if (before?.lease.ours && now - before.fetchedAt < fetchPaceMs(before, settings))
    return { kind: 'active', known: before };
  const read = await fetchRefs(tools);
  if ('failure' in read) {
    events.emit({ kind: 'repo-failed', message: read.failure });
    // Looking at machines goes on; that nothing is sent meanwhile is for the lease and the fresh read of the head to see.
    return before?.lease.ours
      ? { kind: 'active', known: before }
      : { kind: 'standby', known: before, message: read.failure };
  }
  const unheard = before ? null : await unheardOf(tools, read.refs);
  if (unheard !== null) {
    events.emit({ kind: 'repo-failed', message: unheard });
    return { kind: 'standby', known: null, message: unheard };
  }
  const names = refsOf(settings);
  const nobody = { id: null, lease: null, at: now, ours: false };
  const view = await viewLease(tools, before?.lease ?? nobody, read.refs.get(names.lease) ?? null);
  const turn = await holdLease(
    tools,
    view,
    read.refs.get(names.status) ?? null,
    before?.memory.accepted ?? null,
    false,
  );
  if (turn.kind === 'standby') {
    const { lease } = turn.view;
    if (lease) {
      const since = new Date(lease.since).toISOString();
      events.emit({ kind: 'standby', holder: lease.holder, since, epoch: lease.epoch });
    } else events.emit({ kind: 'repo-failed', message: turn.message });
    const known = before ?? (await resume(tools, read.refs));
    return { kind: 'standby', known: { ...known, lease: turn.view }, message: turn.message };
  }
  // Whoever gets the lease begins from what was written last, unless nobody else can have had it in between.
  const kept = view.ours || (view.lease?.holder === tools.holder && view.lease.epoch === before?.lease.lease?.epoch);
  const known = before && kept ? await follow(tools, before, read.refs) : await resume(tools, read.refs);
  const held = { ...known, lease: turn.view, fetchedAt: now };
  return { kind: 'active', known: await acceptHead(tools, held, read.refs, notes) };
}

/** Least time between two readings of the refs; whoever wakes the process has them read at once (run.ts). */
function fetchPaceMs({ memory }: Knowledge, { fetchMs, pollMs, leaseTermMs }: Settings): number {
  // What an agent does takes long, and whoever hands it out reads the head himself.
  const busy = [...memory.machines.values()].some(({ open }) => open && !isPulled(open.args.verb));
  return busy || fetchMs === 0 ? fetchMs : Math.max(fetchMs, Math.min(pollMs, leaseTermMs / 2));
}

/**
 * Where our last push has landed after all, that is what is published. Else somebody else moved the status branch: their commit
 * is what we build on, and our memory stays what it was.
 */
async function follow(tools: Tools, known: Knowledge, refs: Refs): Promise<Knowledge> {
  const head = refs.get(refsOf(tools.settings).status) ?? null;
  if (head === known.published.head) return known;
  if (known.unanswered && head === known.unanswered.head) return landed(tools, known, known.unanswered);
  tools.events.emit({
    kind: 'memory',
    message: `somebody else moved the status branch to ${head?.slice(0, 12) ?? 'nothing'}`,
  });
  return { ...known, published: { ...(await readPublished(tools, head)), status: known.published.status } };
}

/**
 * A status in which nothing was ever accepted remembers nothing, however whole it is; and one may name a commit that nobody could
 * read when it was written, because main was gone. What stood there must not be taken for new (law 3).
 */
async function remembersLast({ fleetRepo, manifests, clock, settings }: Tools, known: Knowledge): Promise<boolean> {
  if (known.accepted !== null) return true;
  const { accepted } = known.memory;
  if (accepted === undefined) return false;
  const fleet = await fleetAt(fleetRepo, manifests, clock, settings.facility, accepted);
  return fleet !== null && hasTakenIn(known.memory, fleet);
}

async function acceptHead(tools: Tools, known: Knowledge, refs: Refs, notes: OperatorNotes): Promise<Knowledge> {
  const head = refs.get(refsOf(tools.settings).branch) ?? null;
  const result = await accept(tools, known, head, notes.accept?.commit);
  const { accepted, rejected, restraint, forced } = result;
  if (rejected && rejected.commit !== known.rejected?.commit)
    tools.events.emit({ kind: 'rejected', rejection: rejected });
  const next = { ...known, head, rejected, restraint };
  if (!accepted || accepted === known.accepted) return next;
  tools.events.emit({ kind: 'accepted', commit: accepted.commit, machines: accepted.fleet.machines.length });
  const { fleetRepo, manifests, settings } = tools;
  const begins = known.begins || forced || !(await remembersLast(tools, known));
  const ever = begins
    ? await everAsked(fleetRepo, manifests, tools.clock, settings.facility, accepted.commit)
    : new Map();
  const prior = begins ? { fleet: accepted.fleet, ever } : null;
  // A death before the next status commit must not put an older one in force again (law 4).
  await tools.journal.append([{ kind: 'ACCEPTED', commit: accepted.commit }]);
  return { ...next, accepted, begins: false, memory: takeIn(known.memory, accepted.fleet, accepted.commit, prior) };
}
