import assert from 'node:assert/strict';
import { assertKind, at, fetchOne, main, newCommit, readAll } from "./hands.js";
const trailers = [
    'ams1: install debian-13 on ams1-r03-u12',
    '',
    'Nanometal-Kind: intent',
    'Fleet-Commit: 3f2a1c9',
    'Grant: sha256:0c41 install ams1-r03-u12',
    'Epoch: 4',
].join('\n');
export const writeCases = [
    [
        'write: the id is the one Git gives to the same commit',
        async ({ repo }) => {
            const first = newCommit({ 'STATUS.md': '# ams1\n', 'machines/r03/ams1-r03-u12.json': '{}\n' }, { at: at + 999 });
            const id = await repo.write(first);
            assert.equal(id, '862da8752a109e22ad00c34fe264cb245677a124');
            assert.equal(await repo.write(first), id);
        },
    ],
    [
        'write: nested changes, removals, and folders that become empty vanish',
        async ({ repo }) => {
            const one = await repo.write(newCommit({ 'a/b/c': '1', 'a/b/d': '2', 'a/e': '3', f: '4' }));
            const base = (await repo.commit(one))?.tree ?? null;
            const two = await repo.write(newCommit({ 'a/b/c': null, 'a/b/d': null, 'a/e': '33', 'g/h/i': '5' }, { base }));
            assert.deepEqual(await readAll(repo, two), { 'a/e': '100644 33', f: '100644 4', 'g/h/i': '100644 5' });
            const rest = { 'a/e': null, f: null, 'g/h/i': null, 'not/there': null };
            const three = await repo.write(newCommit(rest, { base: (await repo.commit(two))?.tree ?? null }));
            assert.deepEqual(await readAll(repo, three), {});
            assert.equal((await repo.commit(three))?.tree, '4b825dc642cb6eb9a060e54bf8d69288fbee4904');
        },
    ],
    [
        'write: without changes the tree stays, over a base and over none',
        async ({ repo }) => {
            const one = await repo.write(newCommit({ a: 'x', 'b/c': 'y' }));
            const base = (await repo.commit(one))?.tree ?? null;
            const two = await repo.write(newCommit({ 'b/c': 'y', 'b/nothing': null }, { base, parents: [one] }));
            assert.equal((await repo.commit(two))?.tree, base);
            assert.deepEqual(await readAll(repo, await repo.write(newCommit({}))), {});
        },
    ],
    [
        'write: a file becomes a folder, a folder becomes a file',
        async ({ repo }) => {
            const one = await repo.write(newCommit({ a: 'x', 'b/c': 'y', 'b/d': 'z' }));
            const base = (await repo.commit(one))?.tree ?? null;
            const two = await repo.write(newCommit({ a: null, 'a/b': 'x', b: 'y' }, { base }));
            assert.deepEqual(await readAll(repo, two), { 'a/b': '100644 x', b: '100644 y' });
        },
    ],
    [
        'write: folders sort as Git sorts them',
        async ({ repo }) => {
            const id = await repo.write(newCommit({ 'a.b': '1', 'a/x': '2', a0: '3', 'a-b': '4' }));
            const entries = await repo.tree((await repo.commit(id))?.tree ?? '');
            assert.deepEqual(entries?.map((entry) => entry.name), ['a-b', 'a.b', 'a', 'a0']);
        },
    ],
    [
        'write: message, parents and time are kept to the byte',
        async ({ repo }) => {
            const parent = await repo.write(newCommit({}));
            for (const message of [trailers, `${trailers}\n`, `ünï–😀\r\n\n\n# not a comment\n\n`, 'no line break', '']) {
                const id = await repo.write(newCommit({}, { message, parents: [parent], at: at + 1 }));
                const commit = await repo.commit(id);
                assert.equal(commit?.message, message);
                assert.deepEqual(commit?.parents, [parent]);
                assert.equal(commit?.at, at);
            }
        },
    ],
    [
        'write: a thousand files at once, and one of them changed',
        async ({ repo }) => {
            const changes = Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`m/r${i % 40}/${i}.json`, `{"n":${i}}\n`]));
            const one = await repo.write(newCommit(changes));
            const base = (await repo.commit(one))?.tree ?? null;
            const two = await repo.write(newCommit({ 'm/r7/7.json': 'changed' }, { base, parents: [one] }));
            const files = await readAll(repo, two);
            assert.equal(Object.keys(files).length, 1_000);
            assert.equal(files['m/r7/7.json'], '100644 changed');
            assert.equal(files['m/r8/8.json'], '100644 {"n":8}\n');
        },
    ],
    [
        'write: nobody sees a commit before it is pushed',
        async (bench) => {
            const id = await bench.repo.write(newCommit({ a: 'x' }));
            const other = await bench.another();
            assert.equal(await fetchOne(other, main), null);
            assertKind(await bench.repo.push(main, null, id), 'pushed');
            assert.equal(await fetchOne(other, main), id);
            assert.deepEqual(await readAll(other, id), { a: '100644 x' });
        },
    ],
];
//# sourceMappingURL=write-cases.js.map