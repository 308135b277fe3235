import { applyOutcome } from '../diff/apply-outcome.ts';
import { hasTakenIn } from '../diff/has-taken-in.ts';
import { withoutOldReleases } from '../diff/release.ts';
import { takeIn } from '../diff/take-in.ts';
import type { Inside } from '../model/boot.ts';
import type { MachineMemory, Memory, Open, Requested } from '../model/memory.ts';
import type { CommitId, Digest, Instant, MachineName, RequestId } from '../model/names.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Status } from '../model/status.ts';
import type { Journaled } from '../ports/journal.ts';
import { parseTrailers } from '../status/commit-message.ts';
import { isStatusData, reading, type StatusFiles, sealedIn } from '../status/files.ts';
import { withHome } from './homes.ts';
import { insideOf } from './inside.ts';
import { lockedKeys, openKeys } from './keys.ts';
import { type Accepted, type Knowledge, refsOf, type Tools } from './knowledge.ts';
import { epochOf, viewLease } from './lease.ts';
import { everAsked, fleetAt, scopeKey } from './manifests.ts';
import { readPublished, readStatusTree } from './publish.ts';
import { type Refs, unrestrained } from './read.ts';
import { unhurried } from './unhurried.ts';

/**
 * What is known when a process begins: out of the status branch, the journal of this host, and the lease as a second
 * witness. Where they disagree, the one that remembers more wins; where all is lost, nothing is repeated (design §4).
 */
export async function resume(tools: Tools, refs: Refs): Promise<Knowledge> {
  const names = refsOf(tools.settings);
  const { facility } = tools.settings;
  const lease = await viewLease(tools, { id: null, lease: null, at: 0, ours: false }, refs.get(names.lease) ?? null);
  const said = lastPublished(tools.journal.records);
  const published = await readPublished(tools, refs.get(names.status) ?? null);
  const found = await ownStatus(tools, published.head, said?.status ?? null);
  const vouched = await vouchedFor(tools, refs.get(names.branch) ?? null, [
    found?.status?.memory.accepted ?? null,
    lease.lease?.accepted ?? null,
  ]);
  const isVouched = (accepted: CommitId | null | undefined): boolean =>
    accepted === undefined || accepted === null || vouched.has(accepted) || accepted === said?.accepted;
  const own =
    found?.status && isVouched(found.status.memory.accepted) ? { commit: found.commit, status: found.status } : null;
  const second = isVouched(lease.lease?.accepted) ? lease.lease : null;
  // Passwords are needed also where the rest cannot be read; what others put there is kept, and not believed.
  const keys = found ? await openKeys(tools.vault, sealedIn(found.files)) : lockedKeys(sealedIn(published.files));
  const witnesses = [said?.status ?? null, second?.status ?? null];
  // A branch that nobody vouches for may have been rewound to before what was done last.
  const witnessed = witnesses.some((witness) => witness !== null);
  const intact = own !== null && witnessed && (await containsAll(tools, own.commit, witnesses));

  const entries = journalEntries(tools.journal.records);
  for (const entry of entries.values()) if (entry.sent) tools.sentGrants.add(entry.open.grant);
  const empty: Memory = { facility, machines: new Map() };
  let memory = withJournal(own?.status.memory ?? empty, entries, tools, intact);

  // Not acted upon, it still stands in the way of a main that does not descend from it: perhaps main was rewritten (law 4).
  const [ours, branch] = [said?.accepted ?? null, found?.status?.memory.accepted ?? null];
  const told = [lease.lease?.accepted ?? null, ...(found?.isTheirs ? [branch, ours] : [ours, branch])];
  let last = intact ? (memory.accepted ?? null) : await newest(tools, told);
  // Without a witness the head may have been acted upon already: it is what is taken as done, once it is accepted.
  let accepted = last === null || !witnessed || !isVouched(last) ? null : await acceptedAt(tools, last);
  let begins = !intact;
  // A status that named the commit before any of it was taken in, while a rewritten main was held.
  const isTakenIn = accepted === null || hasTakenIn(memory, accepted.fleet);
  if (accepted && !(intact && isTakenIn)) {
    const ever = await everAsked(tools.fleetRepo, tools.manifests, tools.clock, facility, accepted.commit);
    memory = takeIn(memory, accepted.fleet, accepted.commit, { fleet: accepted.fleet, ever });
    begins = false;
  }
  const ahead = intact ? await aheadOf(tools, memory.accepted, said?.accepted ?? null) : null;
  if (ahead) {
    // What it asks for was never pushed as an intent, so that nothing of it was ever sent.
    memory = takeIn(memory, ahead.fleet, ahead.commit, null);
    last = ahead.commit;
    accepted = ahead;
  }
  for (const { record } of tools.journal.records) if (record.kind === 'HOME') memory = withHome(memory, record);
  if (accepted) memory = withoutOldReleases(memory, accepted.fleet);
  if (last !== null) memory = { ...memory, accepted: last };
  if (accepted)
    tools.events.emit({ kind: 'accepted', commit: accepted.commit, machines: accepted.fleet.machines.length });
  tools.events.emit({ kind: 'memory', message: explain(intact, last, published.head) });
  return {
    accepted,
    head: null,
    rejected: null,
    restraint: unrestrained,
    memory,
    begins,
    inventory: new Map(),
    keys,
    components: { plan: { actions: [], holds: [] }, retries: new Map() },
    published: { ...published, status: own?.status ?? null },
    unanswered: null,
    lease,
    steadiness: new Map(),
    hardware: new Map(
      [...(own?.status.machines ?? [])].flatMap(([name, m]) =>
        m.inventory?.hardware ? [[name, m.inventory.hardware]] : [],
      ),
    ),
    inside: callersIn(tools.journal.records, memory),
    doubts: new Map(),
    poweredOnAt: new Map(),
    retries: new Map(),
    untold: [],
    failures: 0,
    fetchedAt: tools.clock.monotonic(),
  };
}

function explain(intact: boolean, last: CommitId | null, head: CommitId | null): string {
  if (intact) return `memory is complete up to ${head?.slice(0, 12)}`;
  if (last === null) return 'no memory yet: what the first accepted commit asks for is taken as done';
  return `memory is missing or older than the lease: what ${last.slice(0, 12)} asked for is taken as done`;
}

/**
 * Which of these may be acted upon. Whoever holds a status key can write a status and a lease that name any commit of the
 * repository, also one that nobody merged: only main, or this host's own journal, says that it was accepted.
 */
async function vouchedFor(
  { fleetRepo, journal, events }: Tools,
  head: CommitId | null,
  commits: readonly (CommitId | null)[],
): Promise<ReadonlySet<CommitId>> {
  const taken = new Set<CommitId | null>();
  for (const { record } of journal.records) {
    if (record.kind === 'ACCEPTED') taken.add(record.commit);
    if (record.kind === 'PUBLISHED') taken.add(record.accepted);
  }
  const vouched = new Set<CommitId>();
  for (const commit of new Set(commits)) {
    if (commit === null) continue;
    if (taken.has(commit) || (head !== null && (await fleetRepo.isAncestor(commit, head)))) vouched.add(commit);
    else {
      const name = commit.slice(0, 12);
      const message = `status or lease name ${name} as accepted, which neither main nor the journal contains: not believed`;
      events.emit({ kind: 'memory', message });
    }
  }
  return vouched;
}

/** What this host took in after the last status commit that anybody can read. */
async function aheadOf(
  tools: Tools,
  published: CommitId | undefined,
  taken: CommitId | null,
): Promise<Accepted | null> {
  if (taken === null || published === undefined || taken === published) return null;
  return (await tools.fleetRepo.isAncestor(published, taken)) ? acceptedAt(tools, taken) : null;
}

async function acceptedAt(tools: Tools, commit: CommitId): Promise<Accepted | null> {
  const { fleetRepo, manifests, clock, settings } = tools;
  const fleet = await fleetAt(fleetRepo, manifests, clock, settings.facility, commit);
  const scope = await scopeKey(fleetRepo, manifests, settings.facility, commit);
  return fleet && scope !== null ? { commit, scope, fleet, at: clock.monotonic() } : null;
}

/** The one that contains the others; of two that do not know each other, the first. */
async function newest(tools: Tools, commits: readonly (CommitId | null)[]): Promise<CommitId | null> {
  let best: CommitId | null = null;
  for (const commit of commits) {
    if (commit === null) continue;
    if (best === null || (await tools.fleetRepo.isAncestor(best, commit))) best = commit;
  }
  return best;
}

async function containsAll(tools: Tools, commit: CommitId, witnesses: readonly (CommitId | null)[]): Promise<boolean> {
  for (const witness of witnesses) {
    if (witness !== null && !(await tools.statusRepo.isAncestor(witness, commit))) return false;
  }
  return true;
}

interface OwnStatus {
  readonly commit: CommitId;
  readonly files: StatusFiles;
  /** null: it cannot be read. */
  readonly status: Status | null;
  /** Another host took over where the branch had been rewound to before what we pushed last. */
  readonly isTheirs: boolean;
}

const foreignMax = 1_000;

/**
 * The newest status that we wrote. Commits of others on the branch are data, not memory, so they are passed over; and
 * where the branch was rewound or deleted, our own copy of what we last pushed remembers more, unless somebody took over
 * since and went on from there: what that one did is told by the branch alone.
 */
async function ownStatus(tools: Tools, head: CommitId | null, said: CommitId | null): Promise<OwnStatus | null> {
  const { statusRepo } = tools;
  let id = await lastOfOurs(tools, head);
  let isTheirs = false;
  if (said !== null && (head === null || !(await statusRepo.isAncestor(said, head)))) {
    isTheirs = id !== null && (await epochOf(tools, id)) > (await epochOf(tools, said));
    if (!isTheirs && (await statusRepo.commit(said)) !== null) id = said;
  }
  if (id === null) return null;
  const commit = await tools.statusRepo.commit(id);
  const files = commit && (await readStatusTree(tools, commit.tree));
  if (!files) {
    tools.events.emit({ kind: 'memory', message: `status ${id.slice(0, 12)} is not whole here` });
    return null;
  }
  const data = new Map([...files].filter(([path]) => isStatusData(path)));
  const read = await unhurried(reading(tools.settings.facility, data), tools.clock);
  if (read.ok) return { commit: id, files, status: read.value, isTheirs };
  tools.events.emit({ kind: 'memory', message: `status ${id.slice(0, 12)} cannot be read: ${read.error}` });
  return { commit: id, files, status: null, isTheirs };
}

/** The newest commit on this branch that nanometal wrote. */
async function lastOfOurs({ statusRepo }: Tools, head: CommitId | null): Promise<CommitId | null> {
  let id = head;
  for (let walked = 0; id !== null && walked < foreignMax; walked++) {
    const commit = await statusRepo.commit(id);
    if (!commit) return null;
    if (parseTrailers(commit.message).has('Nanometal-Kind')) return id;
    id = commit.parents[0] ?? null;
  }
  return null;
}

interface Entry {
  readonly machine: MachineName;
  readonly open: Open;
  readonly bootId: string;
  readonly sent: boolean;
  readonly answered: boolean;
  readonly outcome: Outcome | null;
  /** When its last record was written. */
  readonly at: Instant;
}

/** The journal by grant: what each intent came to, as far as this host knows. */
export function journalEntries(records: readonly Journaled[]): ReadonlyMap<Digest, Entry> {
  const entries = new Map<Digest, Entry>();
  for (const { at, record, bootId } of records) {
    if (record.kind === 'INTENT') {
      const { machine, open } = record;
      const known = entries.get(open.grant);
      const [sent, answered] = [known?.sent ?? false, known?.answered ?? false];
      entries.set(open.grant, { machine, open, bootId, sent, answered, outcome: null, at });
      continue;
    }
    if (record.kind === 'PUBLISHED' || record.kind === 'ACCEPTED' || record.kind === 'HOME') continue;
    const entry = entries.get(record.grant);
    if (!entry) continue;
    // One that was not finished may be handed out again.
    if (record.kind === 'OUTCOME' && record.outcome.kind === 'unfinished') {
      entries.set(record.grant, { ...entry, sent: false, answered: false, outcome: record.outcome, at });
      continue;
    }
    if (record.kind === 'SENT') entries.set(record.grant, { ...entry, sent: true, answered: false });
    else if (record.kind === 'ANSWERED') entries.set(record.grant, { ...entry, answered: true });
    else if (record.kind === 'NOT_SENT') entries.set(record.grant, { ...entry, sent: false });
    else entries.set(record.grant, { ...entry, outcome: record.outcome, at });
  }
  return entries;
}

/** What an agent saw that was handed its work just before we died, and that no status may tell yet. */
function callersIn(records: readonly Journaled[], { machines }: Memory): Knowledge['inside'] {
  const inside = new Map<MachineName, Inside>();
  for (const { record } of records) {
    if (record.kind !== 'SENT' || !record.caller || !machines.has(record.machine)) continue;
    inside.set(record.machine, insideOf(record.caller));
  }
  return inside;
}

function lastPublished(
  records: readonly Journaled[],
): { readonly status: CommitId; readonly accepted: CommitId | null } | null {
  let accepted: CommitId | null = null;
  for (let i = records.length - 1; i >= 0; i--) {
    const record = records[i]?.record;
    if (record?.kind === 'ACCEPTED') accepted ??= record.commit;
    if (record?.kind === 'PUBLISHED') return { status: record.status, accepted: accepted ?? record.accepted };
  }
  return null;
}

/** Status and journal made one: what is open, whether it left, and what the journal saw end after the last push. */
function withJournal(memory: Memory, entries: ReadonlyMap<Digest, Entry>, tools: Tools, intact: boolean): Memory {
  const now = tools.clock.monotonic();
  const machines = new Map<MachineName, MachineMemory>();
  for (const [name, known] of memory.machines) {
    const entry = known.open && entries.get(known.open.grant);
    if (known.open && entry?.outcome) machines.set(name, ended(known, known.open, entry.outcome, entry.at));
    else machines.set(name, known.open ? { ...known, open: openOf(known.open, entry, tools.host.bootId, now) } : known);
  }
  const listed = new Set([...memory.machines.values()].flatMap(({ open }) => (open ? [open.grant] : [])));
  for (const entry of entries.values()) {
    const known = machines.get(entry.machine);
    // Listed, it may stand under another name, because it follows its hardware. Not listed in a status that is whole,
    // it has been ended there, or its push never landed: then nothing left, and the commit asks for it again.
    if (intact || listed.has(entry.open.grant)) continue;
    if (entry.outcome === null) {
      // Whoever took over since may have begun something else there. Of our own the last one counts.
      const theirs = known?.open && listed.has(known.open.grant) ? known.open : null;
      const open = theirs ?? openOf(entry.open, entry, tools.host.bootId, now);
      machines.set(entry.machine, { ...withRequest(known, entry), open });
    } else if ((known?.requests[entry.open.request]?.state ?? 'pending') === 'pending') {
      machines.set(entry.machine, ended(withRequest(known, entry), entry.open, entry.outcome, entry.at));
    }
  }
  return { ...memory, machines };
}

/** As a look would have it: whose password was proved is known again without showing the old one. */
function ended(known: MachineMemory, open: Open, outcome: Outcome, at: Instant): MachineMemory {
  const after = applyOutcome(known, open, outcome, at);
  const proved = open.args.verb === 'RotateCredentials' && outcome.kind === 'done';
  return proved ? { ...after, account: { grant: open.grant, since: at } } : after;
}

/**
 * Of our own and this boot: the missing SENT proves that nothing left. Of another boot a lost record or a copied folder
 * may have hidden it, so that it is looked for as if it had left just now. Of another host nothing is proved.
 */
function openOf(open: Open, entry: Entry | undefined, bootId: string, now: number): Open {
  if (!entry) return { ...open, sentAt: now, inherited: true };
  if (!entry.sent && entry.bootId === bootId) return open;
  return { ...open, sentAt: now, ...(entry.sent && entry.answered ? {} : { interrupted: true }) };
}

function withRequest(known: MachineMemory | undefined, { open }: Entry): MachineMemory {
  const requests: Record<RequestId, Requested> = { ...known?.requests };
  requests[open.request] ??= {
    verb: open.args.verb,
    spec: open.spec,
    commit: open.commit,
    state: 'assumed',
    steps: {},
  };
  return { ...(known ?? stranger(open)), requests };
}

/** A machine that memory does not know yet. */
const stranger = (open: Open): MachineMemory => ({
  rack: 'unplaced',
  identity: open.expect.identity,
  managed: false,
  declared: {},
  requests: {},
});
