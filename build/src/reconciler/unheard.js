import { nearest } from "../manifest/nearest.js";
import { refsOf } from "./knowledge.js";
/**
 * A facility that no manifest, no status and no lease knows: most likely a slip of the hand, for which nothing should be
 * left behind in the repository. The words are for people; null: it is known.
 */
export async function unheardOf({ settings, fleetRepo }, refs) {
    const names = refsOf(settings);
    const head = refs.get(names.branch) ?? null;
    if (head === null || refs.get(names.status) || refs.get(names.lease))
        return null;
    const folderOf = async (tree, name) => (await fleetRepo.tree(tree))?.find((entry) => entry.name === name && entry.mode === '040000');
    const commit = await fleetRepo.commit(head);
    const all = commit && (await folderOf(commit.tree, 'facilities'));
    if (!all || (await folderOf(all.id, settings.facility)))
        return null;
    const others = ((await fleetRepo.tree(all.id)) ?? []).map((entry) => entry.name);
    const meant = nearest(settings.facility, others);
    const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
    return `${settings.branch} has no facilities/${settings.facility}${hint}`;
}
//# sourceMappingURL=unheard.js.map