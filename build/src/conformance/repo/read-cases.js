import assert from 'node:assert/strict';
import { absent, commitOn, fetchOne, file, main, manyBytes, newCommit, readAll } from "./hands.js";
const hostile = [
    '-rf',
    '--upload-pack=touch x',
    '$(touch x)',
    ';reboot',
    'a\nb',
    'tab\there',
    '"quoted"',
    'back\\slash',
    ' leading and trailing ',
    '*?[glob]',
    'ünï–😀',
    'CON',
    '.gitignore',
    '...',
    'x'.repeat(200),
];
export const readCases = [
    [
        'read: odd modes come back as they are',
        async (bench) => {
            const inner = await commitOn(bench, [], 'inner');
            const id = await bench.commitAsOther({
                parents: [],
                message: 'odd\n',
                files: [
                    { mode: '100755', path: 'run.sh', content: 'echo' },
                    { mode: '120000', path: 'link', content: '/etc/passwd' },
                    { mode: '160000', path: 'module', content: inner },
                    file('folder/plain', 'text'),
                ],
            });
            await bench.setRef(main, id);
            await fetchOne(bench.repo, main);
            assert.deepEqual(await readAll(bench.repo, id), {
                'run.sh': '100755 echo',
                link: '120000 /etc/passwd',
                module: `160000 ${inner}`,
                'folder/plain': '100644 text',
            });
        },
    ],
    [
        'read: hostile file names are only names',
        async (bench) => {
            const files = hostile.map((name) => file(name, `of ${name}`));
            const id = await bench.commitAsOther({ parents: [], message: 'names\n', files });
            await bench.setRef(main, id);
            await fetchOne(bench.repo, main);
            const expected = Object.fromEntries(hostile.map((name) => [name, `100644 of ${name}`]));
            assert.deepEqual(await readAll(bench.repo, id), expected);
        },
    ],
    [
        'read: bytes that are not UTF-8 appear as U+FFFD in a name, and survive a write beside them',
        async (bench) => {
            const path = Uint8Array.from([0x61, 0xff, 0x62]);
            const id = await bench.commitAsOther({
                parents: [],
                message: 'bytes\n',
                files: [{ mode: '100644', path, content: 'x' }],
            });
            await bench.setRef(main, id);
            await fetchOne(bench.repo, main);
            assert.deepEqual(await readAll(bench.repo, id), { 'a\ufffdb': '100644 x' });
            const base = (await bench.repo.commit(id))?.tree ?? null;
            const added = await bench.repo.write(newCommit({ other: 'y' }, { base, parents: [id] }));
            const removed = await bench.repo.write(newCommit({ other: null }, { base: (await bench.repo.commit(added))?.tree ?? null }));
            assert.equal((await bench.repo.commit(removed))?.tree, base);
        },
    ],
    [
        'read: blobs come in the order asked, with too-large and missing in their places',
        async (bench) => {
            const id = await bench.repo.write(newCommit({ a: 'aaaa', b: 'b'.repeat(5), c: '' }));
            const tree = (await bench.repo.commit(id))?.tree ?? '';
            const [a = '', b = '', c = ''] = (await bench.repo.tree(tree))?.map((entry) => entry.id) ?? [];
            const found = await bench.repo.blobs([b, absent, a, c, a], 4);
            const shown = found.map((blob) => (blob instanceof Uint8Array ? new TextDecoder().decode(blob) : blob));
            assert.deepEqual(shown, ['too-large', null, 'aaaa', '', 'aaaa']);
            assert.deepEqual(await bench.repo.blobs([], 4), []);
            assert.deepEqual(await bench.repo.blobs([tree], manyBytes), [null]);
        },
    ],
    [
        'read: what is not here is null, and so is what is of another kind',
        async ({ repo }) => {
            const id = await repo.write(newCommit({ a: 'x' }));
            const tree = (await repo.commit(id))?.tree ?? '';
            assert.equal(await repo.commit(absent), null);
            assert.equal(await repo.tree(absent), null);
            assert.equal(await repo.commit(tree), null);
            assert.equal(await repo.tree(id), null);
            for (const odd of ['', 'HEAD', 'main', '--all', `${id}^{tree}`]) {
                assert.equal(await repo.commit(odd), null, `${odd} is no id`);
                assert.deepEqual(await repo.blobs([odd], 10), [null]);
            }
        },
    ],
    [
        'read: isAncestor over a line, a merge, equal and unknown commits',
        async (bench) => {
            const { repo } = bench;
            const one = await commitOn(bench, [], 'one');
            const left = await commitOn(bench, [one], 'left');
            const right = await commitOn(bench, [one], 'right');
            const merge = await commitOn(bench, [left, right], 'merge');
            const tip = await commitOn(bench, [merge], 'tip');
            await bench.setRef(main, tip);
            await fetchOne(repo, main);
            for (const older of [one, left, right, merge, tip])
                assert.equal(await repo.isAncestor(older, tip), true);
            assert.equal(await repo.isAncestor(tip, one), false);
            assert.equal(await repo.isAncestor(left, right), false);
            assert.equal(await repo.isAncestor(one, one), true);
            assert.equal(await repo.isAncestor(absent, tip), false);
            assert.equal(await repo.isAncestor(one, absent), false);
            assert.equal(await repo.isAncestor(absent, absent), false);
        },
    ],
];
//# sourceMappingURL=read-cases.js.map