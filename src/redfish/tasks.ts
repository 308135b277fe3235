import type { OpenTask } from '../model/inventory.ts';
import { ok } from '../model/result.ts';
import { memberPaths } from './collection.ts';
import { type Resource, text } from './fields.ts';
import { label, printable } from './printable.ts';
import { demanding, getOptional, pathOf, type Reader } from './reader.ts';
import type { Conceal } from './refusal.ts';
import type { Reading } from './reply.ts';
import { comparable } from './uri.ts';

/**
 * TaskState values after which nothing more happens (Task schema). Everything else is open, also words that we do not
 * know, and `Interrupted`, which is expected to go on.
 */
const finalStates: ReadonlySet<string> = new Set(['Completed', 'Killed', 'Exception', 'Cancelled']);

/** Finished tasks stay in the collection for minutes or for ever; these paths need no second look. */
export type FinishedTasks = Set<string>;

/** Where the tasks of this BMC are listed; `null`: it knows none. */
export async function findTasks(reader: Reader): Promise<Reading<string | null>> {
  const found = await getOptional(demanding(reader), reader.root.taskService);
  if (!found.ok) return found;
  return ok(pathOf(reader, found.value?.body, 'Tasks') ?? null);
}

/** The tasks of this BMC that are not in a final state; `path` is the collection's. No collection: no tasks. */
export async function openTasks(
  from: Reader,
  path: string,
  finished: FinishedTasks,
  conceal: Conceal,
): Promise<Reading<readonly OpenTask[]>> {
  const reader = demanding(from);
  const paths = await memberPaths(reader, path);
  if (!paths.ok) return paths;
  const present = paths.value ?? [];
  const known = new Set(present.map(comparable));
  for (const gone of [...finished].filter((task) => !known.has(task))) finished.delete(gone);
  const open: OpenTask[] = [];
  for (const task of present) {
    if (finished.has(comparable(task))) continue;
    const reply = await reader.get(task);
    if (!reply.ok) return reply;
    // Dell lists tasks that are gone a moment later.
    if (reply.value.kind === 'absent') continue;
    const { body } = reply.value;
    if (finalStates.has(text(body, 'TaskState') ?? '')) finished.add(comparable(task));
    else open.push(describe(task, body, conceal));
  }
  return ok(open.sort((a, b) => (a.id < b.id ? -1 : 1)));
}

const describe = (path: string, body: Resource, conceal: Conceal): OpenTask => ({
  id: label(body, 'Id') ?? printable(path, 128),
  // Some name what they fetch, and from where.
  name: label({ Name: conceal(text(body, 'Name') ?? '') }, 'Name') ?? '',
  state: label(body, 'TaskState') ?? 'Unknown',
});
