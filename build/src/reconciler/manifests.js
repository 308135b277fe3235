import { bounded } from "../manifest/bounded.js";
import { checkTree } from "../manifest/check-tree.js";
import { linkIdentity, linkInstall, linkOperation } from "../manifest/link-machine.js";
import { Linker } from "../manifest/linker.js";
import { parseFile } from "../manifest/parse.js";
import { isManifestPath } from "../manifest/path.js";
import { scopeOf } from "../manifest/scope.js";
import { fail } from "../model/result.js";
import { turns } from "./unhurried.js";
export const createManifestCache = (facility) => ({
    parsed: new Map(),
    trees: new Map(),
    linker: new Linker(facility),
    linked: new Map(),
});
const cacheMax = 400_000;
const fileBytesMax = 256 * 1024;
const filesMax = 250_000;
const batch = 256;
/** Ids of everything in a facility's scope at a commit; equal keys mean equal manifests. Null: it cannot be read here. */
export async function scopeKey(repo, cache, facility, commit) {
    const found = await repo.commit(commit);
    if (!found)
        return null;
    const belongs = scopeOf(facility);
    const parts = [];
    const top = await tree(repo, cache, found.tree);
    if (!top)
        return null;
    for (const entry of top) {
        if (belongs(entry.name) !== 'inside')
            continue;
        // A folder that all facilities share, as against one that has a folder for each.
        const isShared = belongs(`${entry.name}/${facility}-`) === 'inside';
        if (isShared || entry.mode !== '040000') {
            parts.push(`${entry.name}=${entry.mode}:${entry.id}`);
            continue;
        }
        const folder = await tree(repo, cache, entry.id);
        if (!folder)
            return null;
        for (const own of folder) {
            const path = `${entry.name}/${own.name}`;
            if (belongs(path) === 'inside')
                parts.push(`${path}=${own.mode}:${own.id}`);
        }
    }
    return parts.join(' ');
}
/** Everything in scope at a commit, checked as a whole: one bad file refuses it all (law 4). */
export async function readRevision(repo, cache, clock, facility, commit) {
    const found = await repo.commit(commit);
    const { entries, missing } = found
        ? await walk(repo, cache, facility, found.tree)
        : { entries: [], missing: ['the commit'] };
    const problems = [...checkTree(facility, entries), ...missing.map(absent)];
    const turn = turns(clock);
    const files = [];
    const wanted = problems.some((p) => p.code === 'tree-too-large') ? [] : entries.filter(isManifest);
    for (let at = 0; at < wanted.length; at += batch) {
        const part = wanted.slice(at, at + batch);
        const unread = part.filter((entry) => !cache.parsed.has(cacheKey(entry)));
        const blobs = await repo.blobs(unread.map((entry) => entry.id), fileBytesMax);
        const read = new Map(unread.map((entry, i) => [entry, blobs[i] ?? null]));
        for (const entry of part) {
            const blob = read.get(entry) ?? null;
            const parsed = cache.parsed.get(cacheKey(entry)) ?? parseBlob(entry.path, blob);
            // What could not be read may be there the next time.
            if (blob)
                remember(cache.parsed, cacheKey(entry), parsed);
            if (parsed.ok)
                files.push(parsed.value);
            else
                problems.push(...parsed.error);
            await turn();
        }
    }
    if (problems.length > 0)
        return { fleet: fail(bounded(problems)), files };
    return { fleet: await link(cache, clock, wanted, files), files };
}
const linkAtOnce = 200;
async function link(cache, clock, entries, files) {
    const keys = new Map(entries.map((entry) => [entry.path, cacheKey(entry)]));
    const gone = [...cache.linked.keys()].filter((path) => !keys.has(path));
    const changed = files.filter((file) => cache.linked.get(file.path) !== keys.get(file.path));
    cache.linker.change([
        ...gone.map((path) => [path, null]),
        ...changed.map((file) => [file.path, file]),
    ]);
    for (const path of gone)
        cache.linked.delete(path);
    for (const [path, key] of keys)
        cache.linked.set(path, key);
    while (cache.linker.prepare(linkAtOnce))
        await clock.sleep(0);
    return cache.linker.link();
}
const cacheKey = (entry) => `${entry.id} ${entry.path}`;
const isManifest = (entry) => entry.mode === '100644' && isManifestPath(entry.path);
function parseBlob(path, blob) {
    if (blob instanceof Uint8Array)
        return parseFile(path, blob);
    if (blob === 'too-large') {
        return fail([
            { code: 'file-too-large', file: path, message: `the file is larger than ${fileBytesMax / 1024} KiB` },
        ]);
    }
    return fail([absent(path)]);
}
/** Absence is no content (law 3): a revision of which a part cannot be read is refused whole. */
const absent = (path) => ({
    code: 'file-mode',
    file: path,
    message: 'its content is missing from the repository',
});
async function walk(repo, cache, facility, root) {
    const found = [];
    const missing = [];
    const belongs = scopeOf(facility);
    const folders = [{ prefix: '', id: root }];
    for (let folder = folders.pop(); folder && found.length <= filesMax; folder = folders.pop()) {
        const entries = await tree(repo, cache, folder.id);
        if (!entries)
            missing.push(folder.prefix || '/');
        for (const entry of entries ?? []) {
            const path = folder.prefix + entry.name;
            if (belongs(path) !== 'inside')
                continue;
            if (entry.mode === '040000')
                folders.push({ prefix: `${path}/`, id: entry.id });
            else
                found.push({ path, mode: entry.mode, id: entry.id });
        }
    }
    return { entries: found.sort((a, b) => (a.path < b.path ? -1 : 1)), missing };
}
/** Null: there is no such folder here, or it cannot be read. That is not remembered. */
async function tree(repo, cache, id) {
    const known = cache.trees.get(id);
    if (known)
        return known;
    const read = await repo.tree(id);
    if (read)
        remember(cache.trees, id, read);
    return read;
}
function remember(map, key, value) {
    if (map.size >= cacheMax)
        map.clear();
    map.set(key, value);
}
const historyMax = 100_000;
/**
 * Every operation and install id that a machine's manifest ever held, in this commit or any before: what was asked once
 * must not be asked again by a revert. Read once, when memory begins; what the newest commit says of a machine counts.
 */
export async function everAsked(repo, cache, clock, facility, from) {
    const turn = turns(clock);
    const ever = new Map();
    const seenCommits = new Set();
    const seen = new Set();
    const queue = [from];
    for (let id = queue.pop(); id !== undefined && seenCommits.size < historyMax; id = queue.pop()) {
        if (seenCommits.has(id))
            continue;
        seenCommits.add(id);
        const commit = await repo.commit(id);
        if (!commit)
            continue;
        queue.push(...commit.parents);
        const fresh = [];
        const visit = async (treeId, prefix) => {
            for (const entry of (await tree(repo, cache, treeId)) ?? []) {
                const path = prefix + entry.name;
                const key = `${entry.id} ${path}`;
                if (seen.has(key) || !isOnTheWay(path, facility))
                    continue;
                seen.add(key);
                if (entry.mode === '040000')
                    await visit(entry.id, `${path}/`);
                else if (path.endsWith('.yaml'))
                    fresh.push({ path, mode: entry.mode, id: entry.id });
            }
        };
        await visit(commit.tree, '');
        const blobs = await repo.blobs(fresh.map((entry) => entry.id), fileBytesMax);
        for (const [i, entry] of fresh.entries()) {
            collectAsked(parseBlob(entry.path, blobs[i] ?? null), ever);
            await turn();
        }
    }
    return ever;
}
function isOnTheWay(path, facility) {
    const way = `facilities/${facility}/machines/`;
    return path.startsWith(way) || way.startsWith(`${path}/`);
}
function collectAsked(parsed, ever) {
    if (!parsed.ok || parsed.value.manifest.kind !== 'Machine')
        return;
    const { metadata, spec } = parsed.value.manifest;
    const { name } = metadata;
    const known = ever.get(name);
    const asked = new Map(known?.asked);
    for (const { id, verb, spec: digest } of (spec.operations ?? []).map(linkOperation)) {
        if (!asked.has(id))
            asked.set(id, { verb, spec: digest });
    }
    if (spec.install && !asked.has(spec.install.id)) {
        asked.set(spec.install.id, { verb: 'Install', spec: linkInstall(spec.install).spec });
    }
    const identity = known?.identity ?? linkIdentity(spec.identity ?? {});
    ever.set(name, { rack: known?.rack ?? spec.location?.rack ?? 'unplaced', identity, asked });
}
/** The fleet at a commit that was accepted before; null where its objects are gone or this version refuses it. */
export async function fleetAt(repo, cache, clock, facility, commit) {
    if ((await repo.commit(commit)) === null)
        return null;
    const { fleet } = await readRevision(repo, cache, clock, facility, commit);
    return fleet.ok ? fleet.value : null;
}
//# sourceMappingURL=manifests.js.map