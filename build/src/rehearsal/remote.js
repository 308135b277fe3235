import { fail } from "../model/result.js";
import { undergo } from "./fate.js";
/** The `repo` port of one process: a repository in memory, with a network in between. */
export function overNetwork(repo, kernel, life, fates) {
    const unreachable = { reason: 'unreachable', message: 'the Git host does not answer' };
    return {
        fetch: (refs) => undergo(kernel, life, fates({ port: 'repo', method: 'fetch', about: refs.join(' '), content: '', writes: false }), {
            act: () => repo.fetch(refs),
            troubled: () => fail(unreachable),
            travels: false,
        }),
        push: (ref, expected, next) => undergo(kernel, life, fates({ port: 'repo', method: 'push', about: ref, content: next, writes: true }), {
            act: () => repo.push(ref, expected, next),
            troubled: (trouble) => trouble === 'refused'
                ? { kind: 'refused', message: 'the Git host refuses every push just now' }
                : { kind: 'ambiguous', failure: { reason: 'timeout', message: 'the Git host did not answer in time' } },
            travels: true,
        }),
        commit: (id) => life.call(() => repo.commit(id)),
        tree: (id) => life.call(() => repo.tree(id)),
        blobs: (ids, bytesMax) => life.call(() => repo.blobs(ids, bytesMax)),
        isAncestor: (ancestor, descendant) => life.call(() => repo.isAncestor(ancestor, descendant)),
        write: (commit) => life.call(() => repo.write(commit)),
        close: () => life.call(() => repo.close()),
    };
}
//# sourceMappingURL=remote.js.map