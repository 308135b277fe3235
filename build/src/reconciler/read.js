import { readRestraint } from "../manifest/restraint.js";
import { refsOf } from "./knowledge.js";
import { readRevision, scopeKey } from "./manifests.js";
/** The refs as the remote has them now, or why it cannot be asked. */
export async function fetchRefs(tools) {
    const names = refsOf(tools.settings);
    const same = tools.fleetRepo === tools.statusRepo;
    const own = [names.status, names.lease];
    const fleet = await tools.fleetRepo.fetch(same ? [names.branch, ...own] : [names.branch]);
    if (!fleet.ok)
        return { failure: fleet.error.message };
    if (same)
        return { refs: fleet.value };
    const status = await tools.statusRepo.fetch(own);
    return status.ok ? { refs: new Map([...fleet.value, ...status.value]) } : { failure: status.error.message };
}
export const unrestrained = { parked: new Map(), protected: new Set() };
const candidatesMax = 50;
const nameWalkMax = 10_000;
/** Of the head and what lies between it and the last accepted commit, the newest that is whole (law 4). */
export async function accept(tools, known, head, allowed) {
    const before = known.accepted;
    const kept = (rejection, problems = []) => ({
        accepted: before,
        rejected: { commit: head, ...rejection, problems },
        // Nobody knows what such a branch means to say: what is under way ends, and nothing new begins.
        restraint: { ...unrestrained, paused: { reason: rejection.message } },
        forced: false,
    });
    const { branch, facility } = tools.settings;
    if (head === null)
        return kept({ reason: 'Missing', message: `the branch ${branch} does not exist` });
    if (head === known.head && head !== allowed && known.rejected?.reason !== 'Unreadable')
        return { accepted: before, rejected: known.rejected, restraint: known.restraint, forced: false };
    const { fleetRepo, manifests } = tools;
    const scope = await scopeKey(fleetRepo, manifests, facility, head);
    if (scope === null)
        return kept({ reason: 'Unreadable', message: 'the commit cannot be read' });
    const last = known.memory.accepted;
    const forced = last !== undefined && !(await fleetRepo.isAncestor(last, head));
    if (forced && head !== allowed) {
        const message = `${branch} no longer contains the accepted commit ${last.slice(0, 12)}: it was rewritten; put it back, or run nanometal accept ${head.slice(0, 12)} --because …`;
        return kept({ reason: 'Rewritten', message });
    }
    if (before && !forced && scope === before.scope)
        return { accepted: before, rejected: null, restraint: unrestrained, forced: false };
    let rejected = null;
    let restraint = unrestrained;
    for await (const candidate of candidates(tools, head, scope, forced ? null : before)) {
        const { fleet, files } = await readRevision(fleetRepo, manifests, tools.clock, facility, candidate.commit);
        if (fleet.ok) {
            const accepted = { ...candidate, fleet: fleet.value, at: tools.clock.monotonic() };
            return { accepted, rejected, restraint, forced };
        }
        if (candidate.scope === scope) {
            const count = fleet.error.length;
            const message = `${count} ${count === 1 ? 'problem' : 'problems'}; the last accepted commit stays in force`;
            rejected = { commit: head, reason: 'Invalid', message, problems: fleet.error.slice(0, 50) };
            restraint = readRestraint(facility, files);
        }
    }
    return { accepted: before, rejected, restraint, forced: false };
}
/** Along first parents from the head: each commit that changed the scope, down to what is accepted already. */
async function* candidates(tools, head, headScope, before) {
    let commit = head;
    let scope = headScope;
    let yielded = 0;
    for (let walked = 0; walked < nameWalkMax && yielded < candidatesMax; walked++) {
        const parent = (await tools.fleetRepo.commit(commit))?.parents[0];
        const parentScope = parent
            ? await scopeKey(tools.fleetRepo, tools.manifests, tools.settings.facility, parent)
            : null;
        if (parentScope !== scope) {
            // This commit made the scope what it is: it gives the revision its name.
            yielded += 1;
            yield { commit, scope };
        }
        if (!parent || parentScope === null || (before && (parent === before.commit || parentScope === before.scope)))
            return;
        commit = parent;
        scope = parentScope;
    }
}
/**
 * Asked once for each batch, just before anything is sent: the grants still stand in the freshly read head, the lease is
 * ours, and nobody else wrote status.
 */
export async function stillStands(tools, known, accepted) {
    const moved = (message) => ({ kind: 'moved', message });
    const read = await fetchRefs(tools);
    if ('failure' in read)
        return moved(`nothing is sent while the remote cannot be read: ${read.failure}`);
    const names = refsOf(tools.settings);
    if (read.refs.get(names.lease) !== known.lease.id)
        return moved('the lease moved');
    if (read.refs.get(names.status) !== known.published.head)
        return moved('the status branch moved');
    const head = read.refs.get(names.branch) ?? null;
    if (head === known.head)
        return { kind: 'stands' };
    if (head === null)
        return moved('the branch is gone');
    const scope = await scopeKey(tools.fleetRepo, tools.manifests, tools.settings.facility, head);
    return scope === accepted.scope ? { kind: 'stands' } : moved('a newer commit changes this facility');
}
//# sourceMappingURL=read.js.map