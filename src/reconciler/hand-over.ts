import type { ComponentName } from '../model/component.ts';
import { type Knowledge, refsOf, type Tools } from './knowledge.ts';
import { parseLease, releaseLease } from './lease.ts';
import { fetchRefs } from './read.ts';
import type { Pass } from './reconcile.ts';

/** How often the lease is looked at while another is waited for. */
const askMs = 2_000;

/**
 * Cluster API's pivot: a reconciler on a laptop installs another one in the facility, and steps down once it runs. The lease
 * is released, so that whoever stands by has it at once. Returns who took it; null where nobody did within a term, and then
 * the next pass takes it back.
 */
export async function handOver(tools: Tools, known: Knowledge, stop: AbortSignal): Promise<string | null> {
  const { clock, settings, events, holder } = tools;
  const deadline = clock.monotonic() + settings.leaseTermMs;
  await releaseLease(tools, known);
  while (!stop.aborted && clock.monotonic() < deadline) {
    await clock.sleep(askMs, stop);
    const read = await fetchRefs(tools);
    if ('failure' in read) continue;
    const id = read.refs.get(refsOf(settings).lease) ?? null;
    const commit = id === null ? null : await tools.statusRepo.commit(id);
    const lease = commit ? parseLease(commit) : null;
    if (lease && lease.holder !== holder && !lease.released) {
      events.emit({ kind: 'handed-over', holder: lease.holder, epoch: lease.epoch });
      return lease.holder;
    }
  }
  return null;
}

/** Nothing is under way or due, and the component is healthy, as declared, wherever it is declared. */
export function isReadyToHandOver({ known, settled }: Pass, component: ComponentName): boolean {
  if (!known?.lease.ours || !settled) return false;
  const releases = known.accepted?.fleet.controlPlane?.releases ?? [];
  const own = releases.filter((release) => release.component === component && release.state === 'present');
  const { plan } = known.components;
  if (own.length === 0 || plan.actions.length > 0) return false;
  if (plan.holds.some((hold) => hold.component === component)) return false;
  const remembered = known.memory.components?.get(component);
  return own.every(({ host, digest }) => remembered?.get(host)?.healthy?.digest === digest);
}
