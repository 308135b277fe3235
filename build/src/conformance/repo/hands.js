import assert from 'node:assert/strict';
export const main = 'refs/heads/main';
export const status = 'refs/heads/status/ams1';
export const lease = 'refs/nanometal/lease/ams1';
export const author = { name: 'nanometal', email: 'nanometal@ams1.example' };
export const at = 1_795_305_600_000;
export const absent = 'f'.repeat(40);
export const manyBytes = 1 << 20;
export const file = (path, content) => ({ mode: '100644', path, content });
export function newCommit(changes, rest = {}) {
    return {
        parents: [],
        base: null,
        message: 'a commit\n',
        author,
        at,
        changes: new Map(Object.entries(changes)),
        ...rest,
    };
}
export async function fetchOne(repo, ref) {
    const fetched = await repo.fetch([ref]);
    assert.ok(fetched.ok, fetched.ok ? '' : `fetch failed: ${fetched.error.reason}: ${fetched.error.message}`);
    const id = fetched.value.get(ref);
    assert.notEqual(id, undefined, `${ref} was asked for and is not in the answer`);
    return id ?? null;
}
/** All files under a commit, with their modes: `path` → `mode content`. */
export async function readAll(repo, id) {
    const commit = await repo.commit(id);
    assert.ok(commit, `the commit ${id} is not readable`);
    const files = {};
    const open = [{ path: '', tree: commit.tree }];
    for (let folder = open.pop(); folder; folder = open.pop()) {
        const entries = await repo.tree(folder.tree);
        assert.ok(entries, `the folder ${folder.path} is not readable`);
        for (const entry of entries) {
            const path = folder.path + entry.name;
            if (entry.mode === '040000')
                open.push({ path: `${path}/`, tree: entry.id });
            else if (entry.mode === '160000')
                files[path] = `${entry.mode} ${entry.id}`;
            else
                files[path] = `${entry.mode} ${await readText(repo, entry.id)}`;
        }
    }
    return files;
}
export async function readText(repo, id) {
    const [blob] = await repo.blobs([id], manyBytes);
    assert.ok(blob instanceof Uint8Array, `the file ${id} is not readable`);
    return new TextDecoder().decode(blob);
}
export function assertKind(outcome, kind) {
    assert.equal(outcome.kind, kind, `the push ended otherwise: ${JSON.stringify(outcome)}`);
}
export const commitOn = (bench, parents, content) => bench.commitAsOther({ parents, message: `${content}\n`, files: [file('fleet.yaml', content)] });
//# sourceMappingURL=hands.js.map