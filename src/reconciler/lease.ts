import type { CommitId, FacilityName, Ticks } from '../model/names.ts';
import type { Commit } from '../ports/repo.ts';
import { parseTrailers, renderMessage } from '../status/commit-message.ts';
import { type Knowledge, type Lease, type LeaseView, refsOf, type Tools } from './knowledge.ts';

/** Terms without a sign of life after which a holder is taken for dead. */
const termsMax = 3;

/** `held`: ours, and safe to act on. `standby`: another's, or the remote would not give it to us now. */
export type LeaseTurn =
  | { readonly kind: 'held'; readonly view: LeaseView }
  | { readonly kind: 'standby'; readonly view: LeaseView; readonly message: string };

/**
 * Gets the lease, or keeps it (design §4). The ref moves by compare-and-swap only, so of two who try one wins; `force`
 * renews even when it is not due, which proves in that moment that nobody has taken it.
 */
export async function holdLease(
  tools: Tools,
  view: LeaseView,
  statusHead: CommitId | null,
  accepted: CommitId | null,
  force: boolean,
): Promise<LeaseTurn> {
  const { clock, settings, holder } = tools;
  const now = clock.monotonic();
  const { lease } = view;
  const patienceMs = termsMax * settings.leaseTermMs + settings.standbyMs;
  // As long as it names no status it is no witness, and another host could not trust the branch that it finds.
  const vouches = lease?.status !== null || statusHead === null;
  if (view.ours && lease && !force && vouches && now - view.at < settings.leaseTermMs) return { kind: 'held', view };
  const mine = lease?.holder === holder;
  if (lease && !mine && !lease.released && now - view.at < patienceMs) {
    const since = new Date(lease.since).toISOString();
    return { kind: 'standby', view, message: `${lease.holder} holds the lease since ${since}, epoch ${lease.epoch}` };
  }
  // Not one of ours, or of a later version: whoever wrote it is given the same time as a holder that we can read.
  if (!lease && view.id !== null && now - view.at < patienceMs) {
    return { kind: 'standby', view, message: `the lease ref holds ${view.id.slice(0, 12)}, which is no lease` };
  }
  const taken = lease !== null && !mine && !lease.released;
  // Without a lease ref nobody can tell who acted before us, unless nobody ever did.
  const forgotten = lease === null && statusHead !== null;
  const epochBefore = Math.max(lease?.epoch ?? 0, statusHead ? await epochOf(tools, statusHead) : 0);
  const next: Lease = {
    holder,
    epoch: mine ? lease.epoch : taken || forgotten ? epochBefore + 1 : Math.max(epochBefore, 1),
    sequence: (lease?.sequence ?? 0) + 1,
    since: mine && !lease.released ? lease.since : clock.now(),
    released: false,
    // Another's witness is handed on until we have read it: resume.ts does, before we say anything of our own.
    accepted: view.ours ? (accepted ?? lease?.accepted ?? null) : (lease?.accepted ?? null),
    status: view.ours ? (statusHead ?? lease?.status ?? null) : (lease?.status ?? null),
  };
  return pushLease(tools, view, next, now);
}

/** Lets another have it at once. */
export async function releaseLease(tools: Tools, known: Knowledge): Promise<void> {
  const { lease, ours } = known.lease;
  if (!ours || !lease) return;
  const { accepted } = known.memory;
  await pushLease(
    tools,
    known.lease,
    {
      ...lease,
      released: true,
      sequence: lease.sequence + 1,
      accepted: accepted ?? lease.accepted,
      status: known.published.head ?? lease.status,
    },
    tools.clock.monotonic(),
  );
}

async function pushLease(tools: Tools, view: LeaseView, next: Lease, began: Ticks): Promise<LeaseTurn> {
  const { statusRepo, settings, clock, events } = tools;
  const id = await statusRepo.write({
    parents: [],
    base: null,
    changes: new Map(),
    message: renderLease(settings.facility, next),
    author: settings.author,
    at: clock.now(),
  });
  const pushed = await statusRepo.push(refsOf(settings).lease, view.id, id);
  if (pushed.kind === 'pushed') {
    if (!view.ours && !next.released) events.emit({ kind: 'leased', holder: next.holder, epoch: next.epoch });
    // From when the renewal began: the remote may have had it long before we heard of it.
    return { kind: 'held', view: { id, lease: next, at: began, ours: true } };
  }
  const message =
    pushed.kind === 'refused'
      ? `the remote refused the lease: ${pushed.message}`
      : `the lease was not pushed (${pushed.kind})`;
  return { kind: 'standby', view: { ...view, ours: false }, message };
}

/** Until when nobody else can have taken it, by our own clock: two of the three terms, so that a slow request fits in. */
export const fencedUntil = (view: LeaseView, leaseTermMs: number): Ticks =>
  view.ours ? view.at + (termsMax - 1) * leaseTermMs : Number.NEGATIVE_INFINITY;

export const isFenced = (view: LeaseView, leaseTermMs: number, now: Ticks): boolean =>
  now < fencedUntil(view, leaseTermMs);

/** What the ref says now, seen from what we knew of it. */
export async function viewLease(tools: Tools, before: LeaseView, id: CommitId | null): Promise<LeaseView> {
  if (id === before.id && before.id !== null) return before;
  const commit = id === null ? null : await tools.statusRepo.commit(id);
  return { id, lease: commit ? parseLease(commit) : null, at: tools.clock.monotonic(), ours: false };
}

/** Of whoever wrote this status; 0, where it does not say. */
export async function epochOf(tools: Tools, head: CommitId): Promise<number> {
  const commit = await tools.statusRepo.commit(head);
  const epoch = Number(commit ? parseTrailers(commit.message).get('Epoch')?.[0] : 0);
  return Number.isSafeInteger(epoch) ? epoch : 0;
}

const renderLease = (facility: FacilityName, lease: Lease): string =>
  renderMessage({
    facility,
    subject: `lease ${lease.released ? 'released' : 'held'} by ${lease.holder}`,
    kind: 'lease',
    trailers: [
      ['Holder', lease.holder],
      ['Epoch', String(lease.epoch)],
      ['Sequence', String(lease.sequence)],
      ['Since', new Date(lease.since).toISOString()],
      ['Released', String(lease.released)],
      ['Fleet-Commit', lease.accepted ?? 'none'],
      ['Status-Commit', lease.status ?? 'none'],
    ],
  });

/** Null for a commit that this version of nanometal did not write. */
export function parseLease(commit: Pick<Commit, 'message'>): Lease | null {
  const trailers = parseTrailers(commit.message);
  const one = (name: string): string => trailers.get(name)?.[0] ?? '';
  const id = (name: string): CommitId | null => (/^[0-9a-f]{40}$/.test(one(name)) ? one(name) : null);
  const [epoch, sequence, since] = [Number(one('Epoch')), Number(one('Sequence')), Date.parse(one('Since'))];
  if (one('Holder') === '' || !Number.isSafeInteger(epoch) || !Number.isSafeInteger(sequence) || Number.isNaN(since))
    return null;
  return {
    holder: one('Holder'),
    epoch,
    sequence,
    since,
    released: one('Released') === 'true',
    accepted: id('Fleet-Commit'),
    status: id('Status-Commit'),
  };
}
