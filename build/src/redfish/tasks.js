import { ok } from "../model/result.js";
import { memberPaths } from "./collection.js";
import { text } from "./fields.js";
import { label, printable } from "./printable.js";
import { demanding, getOptional, pathOf } from "./reader.js";
import { comparable } from "./uri.js";
/**
 * TaskState values after which nothing more happens (Task schema). Everything else is open, also words that we do not
 * know, and `Interrupted`, which is expected to go on.
 */
const finalStates = new Set(['Completed', 'Killed', 'Exception', 'Cancelled']);
/** Where the tasks of this BMC are listed; `null`: it knows none. */
export async function findTasks(reader) {
    const found = await getOptional(demanding(reader), reader.root.taskService);
    if (!found.ok)
        return found;
    return ok(pathOf(reader, found.value?.body, 'Tasks') ?? null);
}
/** The tasks of this BMC that are not in a final state; `path` is the collection's. No collection: no tasks. */
export async function openTasks(from, path, finished) {
    const reader = demanding(from);
    const paths = await memberPaths(reader, path);
    if (!paths.ok)
        return paths;
    const present = paths.value ?? [];
    const known = new Set(present.map(comparable));
    for (const gone of [...finished].filter((task) => !known.has(task)))
        finished.delete(gone);
    const open = [];
    for (const task of present) {
        if (finished.has(comparable(task)))
            continue;
        const reply = await reader.get(task);
        if (!reply.ok)
            return reply;
        // Dell lists tasks that are gone a moment later.
        if (reply.value.kind === 'absent')
            continue;
        const { body } = reply.value;
        if (finalStates.has(text(body, 'TaskState') ?? ''))
            finished.add(comparable(task));
        else
            open.push(describe(task, body));
    }
    return ok(open.sort((a, b) => (a.id < b.id ? -1 : 1)));
}
const describe = (path, body) => ({
    id: label(body, 'Id') ?? printable(path, 128),
    name: label(body, 'Name') ?? '',
    state: label(body, 'TaskState') ?? 'Unknown',
});
//# sourceMappingURL=tasks.js.map