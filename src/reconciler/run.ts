import type { Journal, Journaled } from '../ports/journal.ts';
import { backoffMs } from '../status/backoff.ts';
import { callOff, land } from './execute.ts';
import { handOver, isReadyToHandOver } from './hand-over.ts';
import { createHomes } from './homes.ts';
import { createHosts } from './hosts.ts';
import type { Knowledge, Ports, Settings, Tools } from './knowledge.ts';
import { releaseLease } from './lease.ts';
import { createManifestCache } from './manifests.ts';
import { createWatch } from './observe.ts';
import { createReaches } from './reaches.ts';
import { type Pass, pass } from './reconcile.ts';
import { createSweeps } from './sweeps.ts';

/** How a run ended, for the exit code. */
export type RunEnd =
  | { readonly kind: 'stopped' }
  | { readonly kind: 'settled'; readonly failures: number; readonly rejected: boolean }
  | { readonly kind: 'timeout'; readonly why: string }
  /** Somebody else holds the lease now, as was wished. */
  | { readonly kind: 'handed-over'; readonly holder: string };

/**
 * Passes until stopped; with `once` until settled, or until `timeoutMs` is over. Throws what a full disk or a bug throws: nothing
 * goes on in the background then, so that the process ends, and another begins.
 */
export async function run(ports: Ports, settings: Settings, timeoutMs: number, stop: AbortSignal): Promise<RunEnd> {
  const over = new AbortController();
  try {
    return await passes(ports, settings, timeoutMs, AbortSignal.any([stop, over.signal]));
  } finally {
    over.abort(null);
  }
}

async function passes(ports: Ports, settings: Settings, timeoutMs: number, stop: AbortSignal): Promise<RunEnd> {
  const tools = await prepare(ports, settings);
  const { clock, events } = ports;
  const deadline = clock.monotonic() + timeoutMs;
  events.emit({ kind: 'started', facility: settings.facility, holder: tools.holder });
  if (ports.journal.damage !== null) events.emit({ kind: 'halted', message: ports.journal.damage });
  let known: Knowledge | null = null;
  let last: Pass | null = null;
  let end: RunEnd = { kind: 'stopped' };
  let cutOffs = 0;
  while (!stop.aborted) {
    const began = clock.monotonic();
    last = await pass(tools, known, stop);
    known = last.known;
    const open = known ? [...known.memory.machines.values()].filter((memory) => memory.open).length : 0;
    events.emit({ kind: 'passed', ms: clock.monotonic() - began, open, holds: last.plan?.holds.length ?? 0 });
    const { handOverTo } = settings;
    if (known && handOverTo !== undefined && isReadyToHandOver(last, handOverTo)) {
      const holder = await handOver(tools, known, stop);
      if (holder !== null) {
        end = { kind: 'handed-over', holder };
        known = null;
        break;
      }
      events.emit({ kind: 'repo-failed', message: `nobody took the lease: does ${handOverTo} reach the repository?` });
      continue;
    }
    if (settings.once && last.settled && known) {
      end = { kind: 'settled', failures: known.failures, rejected: known.rejected !== null };
      break;
    }
    if (settings.once && clock.monotonic() >= deadline) {
      end = { kind: 'timeout', why: last.standby ?? whyNotSettled(last) };
      break;
    }
    cutOffs = last.standby === null ? 0 : cutOffs + 1;
    const waitMs = cutOffs > 0 ? Math.min(last.lookAgainMs, backoffMs(cutOffs)) : last.lookAgainMs;
    const slept = clock.monotonic();
    await ports.wake.next(waitMs, stop);
    // Woken before its time: somebody pushed, or says so.
    if (known && clock.monotonic() - slept < waitMs) known = { ...known, fetchedAt: Number.NEGATIVE_INFINITY };
  }
  // Nothing is on its way any more when another may take the lease: the signal has ended what was.
  for (const flight of tools.flights.values()) if (flight.sentAt === null) callOff(flight);
  await Promise.all([...tools.flights.values()].map((flight) => flight.landing));
  await tools.homes.end();
  await tools.reaches.end();
  await tools.sweeps.end();
  await tools.hosts.end();
  if (known) await releaseLease(tools, land(tools, known));
  for (const driver of [...ports.drivers.values(), ...ports.controlPlaneDrivers.values()]) await driver.close();
  events.emit({ kind: 'stopped' });
  return end;
}

async function prepare(ports: Ports, settings: Settings): Promise<Tools> {
  const logins: Tools['logins'] = new Map();
  const mediums: Tools['mediums'] = new Map();
  return {
    ...ports,
    journal: rememberRecords(ports),
    settings,
    watch: createWatch(ports.drivers, ports.clock, ports.events, settings.pollMs, logins, mediums),
    logins,
    mediums,
    homes: createHomes(ports),
    reaches: createReaches(ports),
    latest: { known: null, hasMoved: false, boot: null },
    sweeps: createSweeps(ports, settings),
    hosts: createHosts(ports.controlPlaneDrivers, ports.clock, settings.pollMs),
    manifests: createManifestCache(settings.facility),
    sentGrants: new Set(),
    flights: new Map(),
    holder: await holderOf(ports),
  };
}

/**
 * The journal with what this process appends to it, because the lease may be lost and had again without a restart. A
 * damaged journal is not written to: nothing is sent either, so that there is nothing to keep.
 */
function rememberRecords({ journal, clock, host }: Ports): Journal {
  const records = [...journal.records];
  return {
    records,
    damage: journal.damage,
    async append(added) {
      if (journal.damage !== null) return;
      await journal.append(added);
      for (const record of added) records.push({ at: clock.now(), bootId: host.bootId, record });
      if (records.length > recordsMax) records.splice(0, records.length, ...stillOpen(records));
    },
  };
}

const recordsMax = 50_000;

/** What called home longer ago than this before the last push is in it. */
const heardMs = 3600_000;

/** What a later resume needs: the intents without an outcome with all that is said of them, and the last push and commit. */
function stillOpen(records: readonly Journaled[]): readonly Journaled[] {
  const ended = new Set<string>();
  for (const { record } of records) if (record.kind === 'OUTCOME') ended.add(record.grant);
  const published = records.findLast(({ record }) => record.kind === 'PUBLISHED');
  const accepted = records.findLast(({ record }) => record.kind === 'ACCEPTED');
  return records.filter((kept) => {
    if (kept.record.kind === 'PUBLISHED') return kept === published;
    if (kept.record.kind === 'ACCEPTED') return kept === accepted;
    if (kept.record.kind === 'HOME') return kept.at >= (published?.at ?? 0) - heardMs;
    return !ended.has(kept.record.kind === 'INTENT' ? kept.record.open.grant : kept.record.grant);
  });
}

/** Kept in the state folder, so that a restart re-enters its own lease at once. */
async function holderOf({ disk, random, host }: Ports): Promise<string> {
  const bytes = await disk.read('holder');
  const known = bytes ? new TextDecoder().decode(bytes).trim() : '';
  if (/^[\x21-\x7e]{1,200}$/.test(known)) return known;
  const holder = `${host.name.replace(/[^A-Za-z0-9.-]/g, '-')}-${random.hex(6)}`;
  await disk.write('holder', new TextEncoder().encode(`${holder}\n`));
  return holder;
}

function whyNotSettled({ known, plan }: Pass): string {
  const open = [...(known?.memory.machines ?? [])].filter(([, memory]) => memory.open).map(([name]) => name);
  if (open.length > 0) return `still under way: ${open.join(', ')}`;
  if (plan && plan.actions.length > 0) return `still to do: ${plan.actions.map((action) => action.machine).join(', ')}`;
  return plan?.holds.some((hold) => hold.settling)
    ? 'machines are still between two states'
    : 'not every machine has been looked at';
}
