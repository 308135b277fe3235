import type { CommitId } from '../../../model/names.ts';
import { fail, ok, type Result } from '../../../model/result.ts';
import type { RefName, RepoFailure } from '../../../ports/repo.ts';
import { Damage, Oversize } from '../object/damage.ts';
import { unhurried } from '../store/breathe.ts';
import { listTracked, readTracked, writeTracked } from '../store/tracking.ts';
import { checkPack } from './check-pack.ts';
import { flush, packet, splittingBands } from './pkt-line.ts';
import type { StoredObjects } from './stored-objects.ts';
import { Conversation, type WireOptions } from './wire.ts';

export type Refs = ReadonlyMap<RefName, CommitId | null>;

/** As Git does: a handful of objects become files, more stay the pack they came in. */
const looseMax = 100;
/** Ancestors of what we have that are named to the server, so that it finds the common past after a rewrite. */
const havesMax = 256;
const wished = ['side-band-64k', 'ofs-delta', 'no-progress'] as const;

/**
 * Brings the refs and every object behind them into the clone. The pack is checked whole in memory; only then is it
 * written, and only after that do the tracking refs move. A fetch that fails leaves nothing behind.
 */
export async function fetchOverHttp(
  wire: WireOptions,
  gitDir: string,
  objects: StoredObjects,
  refs: readonly RefName[],
): Promise<Result<Refs, RepoFailure>> {
  const begun = await Conversation.begin(wire, 'git-upload-pack');
  if (!begun.ok) return begun;
  const advertised = await begun.value.discover();
  if (!advertised.ok) return advertised;
  const tips = new Map(refs.map((ref) => [ref, advertised.value.refs.get(ref) ?? null]));
  const changed = [...tips].flatMap(([ref, id]) =>
    id === null || readTracked(gitDir, ref) === id ? [] : [{ ref, id }],
  );
  const wants = new Set(changed.map(({ id }) => id));
  if (wants.size > 0) {
    const capabilities = wished.filter((name) => advertised.value.capabilities.has(name));
    const body = askFor(wants, await findHaves(gitDir, objects), capabilities);
    const answer = await begun.value.send(body);
    if (!answer.ok) return answer;
    const taken = await takePack(answer.value, wants, objects, wire, begun.value);
    if (!taken.ok) return taken;
  }
  for (const { ref, id } of changed) await writeTracked(gitDir, ref, id);
  return ok(tips);
}

function askFor(wants: ReadonlySet<CommitId>, haves: readonly CommitId[], capabilities: readonly string[]): Buffer {
  const spoken = ['', ...capabilities, 'agent=nanometal'].join(' ');
  const lines = [...wants].map((id, i) => packet(`want ${id}${i === 0 ? spoken : ''}\n`));
  return Buffer.concat([...lines, flush, ...haves.map((id) => packet(`have ${id}\n`)), packet('done\n')]);
}

async function takePack(
  answer: Buffer,
  wants: ReadonlySet<CommitId>,
  objects: StoredObjects,
  wire: WireOptions,
  conversation: Conversation,
): Promise<Result<null, RepoFailure>> {
  try {
    const bands = await unhurried(splittingBands(answer));
    if (bands.fatal !== null) return fail({ reason: 'refused', message: conversation.quoted(bands.fatal) });
    const checked = await checkPack(bands.data, wire.limits, (id) => objects.store.has(id), looseMax);
    if (checked.objects) await objects.write(checked.objects);
    else await objects.store.writePack(checked);
    for (const id of wants) if (!objects.store.has(id)) throw new Damage(`the server left out ${id}`);
    return ok(null);
  } catch (error) {
    if (error instanceof Damage) return fail({ reason: 'corrupt', message: error.message });
    if (error instanceof Oversize) return fail({ reason: 'too-large', message: error.message });
    throw error;
  }
}

/** What is tracked, and the commits before it. */
async function findHaves(gitDir: string, objects: StoredObjects): Promise<CommitId[]> {
  const haves = new Set<CommitId>();
  let edge = listTracked(gitDir);
  while (edge.length > 0 && haves.size < havesMax) {
    const next: CommitId[] = [];
    for (const id of edge) {
      const parents = haves.has(id) ? null : await objects.parents(id);
      if (parents === null) continue;
      haves.add(id);
      next.push(...parents);
    }
    edge = next;
  }
  return [...haves].slice(0, havesMax);
}
