import assert from 'node:assert/strict';
import { commitOn, fetchOne, lease, main, readAll, status } from "./hands.js";
export const fetchCases = [
    [
        'fetch: an empty repository has no refs',
        async ({ repo }) => {
            const fetched = await repo.fetch([main, status]);
            assert.deepEqual(fetched, {
                ok: true,
                value: new Map([
                    [main, null],
                    [status, null],
                ]),
            });
        },
    ],
    [
        'fetch: asked for nothing, it answers nothing',
        async ({ repo }) => {
            assert.deepEqual(await repo.fetch([]), { ok: true, value: new Map() });
        },
    ],
    [
        'fetch: a ref that does not exist is null beside one that does, and names are whole names',
        async (bench) => {
            const id = await commitOn(bench, [], 'one');
            await bench.setRef('refs/heads/other/refs/heads/main', id);
            await bench.setRef(status, id);
            const fetched = await bench.repo.fetch([main, status, lease]);
            assert.deepEqual(fetched, {
                ok: true,
                value: new Map([
                    [main, null],
                    [status, id],
                    [lease, null],
                ]),
            });
        },
    ],
    [
        'fetch: sees a ref move forward',
        async (bench) => {
            const one = await commitOn(bench, [], 'one');
            await bench.setRef(main, one);
            assert.equal(await fetchOne(bench.repo, main), one);
            const two = await commitOn(bench, [one], 'two');
            await bench.setRef(main, two);
            assert.equal(await fetchOne(bench.repo, main), two);
            assert.deepEqual(await readAll(bench.repo, two), { 'fleet.yaml': '100644 two' });
            assert.equal(await fetchOne(bench.repo, main), two);
        },
    ],
    [
        'fetch: sees a ref rewritten, and what was fetched before stays readable',
        async (bench) => {
            const one = await commitOn(bench, [], 'one');
            const two = await commitOn(bench, [one], 'two');
            await bench.setRef(main, two);
            await fetchOne(bench.repo, main);
            const other = await commitOn(bench, [], 'unrelated');
            await bench.setRef(main, other);
            assert.equal(await fetchOne(bench.repo, main), other);
            assert.deepEqual(await readAll(bench.repo, two), { 'fleet.yaml': '100644 two' });
            assert.equal(await bench.repo.isAncestor(two, other), false);
        },
    ],
    [
        'fetch: sees a ref rewound to a commit it knows',
        async (bench) => {
            const one = await commitOn(bench, [], 'one');
            const two = await commitOn(bench, [one], 'two');
            await bench.setRef(main, two);
            await fetchOne(bench.repo, main);
            await bench.setRef(main, one);
            assert.equal(await fetchOne(bench.repo, main), one);
        },
    ],
    [
        'fetch: sees a ref deleted and made again, also as the folder of another',
        async (bench) => {
            const one = await commitOn(bench, [], 'one');
            await bench.setRef('refs/heads/a', one);
            assert.equal(await fetchOne(bench.repo, 'refs/heads/a'), one);
            await bench.deleteRef('refs/heads/a');
            assert.equal(await fetchOne(bench.repo, 'refs/heads/a'), null);
            assert.deepEqual(await readAll(bench.repo, one), { 'fleet.yaml': '100644 one' });
            const two = await commitOn(bench, [], 'two');
            await bench.setRef('refs/heads/a/b', two);
            assert.equal(await fetchOne(bench.repo, 'refs/heads/a/b'), two);
        },
    ],
];
//# sourceMappingURL=fetch-cases.js.map