import assert from 'node:assert/strict';
import { assertKind, commitOn, fetchOne, lease, main, newCommit, readAll, status } from "./hands.js";
export const pushCases = [
    [
        'push: a ref is created, moved on, and others see it with all its files',
        async (bench) => {
            const one = await bench.repo.write(newCommit({ 'a/b': '1', c: '2' }));
            assertKind(await bench.repo.push(status, null, one), 'pushed');
            const base = (await bench.repo.commit(one))?.tree ?? null;
            const two = await bench.repo.write(newCommit({ 'a/b': '3' }, { base, parents: [one] }));
            assertKind(await bench.repo.push(status, one, two), 'pushed');
            assert.equal(await fetchOne(bench.repo, status), two);
            const other = await bench.another();
            assert.equal(await fetchOne(other, status), two);
            assert.deepEqual(await readAll(other, two), { 'a/b': '100644 3', c: '100644 2' });
            assert.deepEqual(await readAll(other, one), { 'a/b': '100644 1', c: '100644 2' });
        },
    ],
    [
        'push: a branch that begins at a commit of another',
        async (bench) => {
            const one = await commitOn(bench, [], 'one');
            const two = await commitOn(bench, [one], 'two');
            await bench.setRef(main, two);
            await fetchOne(bench.repo, main);
            const base = (await bench.repo.commit(one))?.tree ?? null;
            const proposal = await bench.repo.write(newCommit({ found: 'x' }, { base, parents: [one] }));
            assertKind(await bench.repo.push('refs/heads/proposals/1', null, proposal), 'pushed');
            assertKind(await bench.repo.push('refs/heads/copy', null, one), 'pushed');
            const other = await bench.another();
            await other.fetch(['refs/heads/proposals/1', 'refs/heads/copy']);
            assert.deepEqual(await readAll(other, proposal), { 'fleet.yaml': '100644 one', found: '100644 x' });
            assert.deepEqual(await readAll(other, one), { 'fleet.yaml': '100644 one' });
        },
    ],
    [
        'push: stale when somebody else moved the ref, and nothing moves',
        async (bench) => {
            const one = await commitOn(bench, [], 'one');
            await bench.setRef(status, one);
            await fetchOne(bench.repo, status);
            const ours = await bench.repo.write(newCommit({ a: 'ours' }, { parents: [one] }));
            const theirs = await commitOn(bench, [one], 'theirs');
            await bench.setRef(status, theirs);
            assert.deepEqual(await bench.repo.push(status, one, ours), { kind: 'stale', actual: theirs });
            assert.equal(await fetchOne(bench.repo, status), theirs);
        },
    ],
    [
        'push: stale when somebody rewound the ref; the rewound commits are not put back',
        async (bench) => {
            const one = await commitOn(bench, [], 'one');
            const two = await commitOn(bench, [one], 'two');
            await bench.setRef(status, two);
            await fetchOne(bench.repo, status);
            const ours = await bench.repo.write(newCommit({ a: 'ours' }, { parents: [two] }));
            await bench.setRef(status, one);
            assert.deepEqual(await bench.repo.push(status, two, ours), { kind: 'stale', actual: one });
            assert.equal(await fetchOne(bench.repo, status), one);
        },
    ],
    [
        'push: stale when the ref is gone, and it is not made again',
        async (bench) => {
            const one = await commitOn(bench, [], 'one');
            await bench.setRef(status, one);
            await fetchOne(bench.repo, status);
            await bench.deleteRef(status);
            const ours = await bench.repo.write(newCommit({ a: 'ours' }, { parents: [one] }));
            assert.deepEqual(await bench.repo.push(status, one, ours), { kind: 'stale', actual: null });
            assert.equal(await fetchOne(bench.repo, status), null);
        },
    ],
    [
        'push: a ref that must not exist and does is stale, also when it is where we want it',
        async (bench) => {
            const one = await bench.repo.write(newCommit({ a: '1' }));
            assertKind(await bench.repo.push(status, null, one), 'pushed');
            assert.deepEqual(await bench.repo.push(status, null, one), { kind: 'stale', actual: one });
            const two = await bench.repo.write(newCommit({ a: '2' }));
            assert.deepEqual(await bench.repo.push(status, null, two), { kind: 'stale', actual: one });
            assertKind(await bench.repo.push(status, one, one), 'pushed');
        },
    ],
    [
        'push: a ref never loses commits',
        async (bench) => {
            const one = await bench.repo.write(newCommit({ a: '1' }));
            const two = await bench.repo.write(newCommit({ a: '2' }, { parents: [one] }));
            const other = await bench.repo.write(newCommit({ a: '3' }));
            assertKind(await bench.repo.push(status, null, two), 'pushed');
            assertKind(await bench.repo.push(status, two, one), 'refused');
            assertKind(await bench.repo.push(status, two, other), 'refused');
            assert.equal(await fetchOne(bench.repo, status), two);
        },
    ],
    [
        'push: a parentless lease is replaced by compare-and-swap, and only by it',
        async (bench) => {
            const mine = await bench.repo.write(newCommit({ holder: 'a' }, { message: '1' }));
            const next = await bench.repo.write(newCommit({ holder: 'a' }, { message: '2' }));
            const other = await bench.another();
            const theirs = await other.write(newCommit({ holder: 'b' }));
            assertKind(await bench.repo.push(lease, null, mine), 'pushed');
            assert.equal(await fetchOne(other, lease), mine);
            assertKind(await bench.repo.push(lease, mine, next), 'pushed');
            assert.deepEqual(await other.push(lease, mine, theirs), { kind: 'stale', actual: next });
            assertKind(await other.push(lease, next, theirs), 'pushed');
            assert.equal(await fetchOne(bench.repo, lease), theirs);
        },
    ],
    [
        'push: what the remote refuses is refused, with a reason, and nothing moves',
        async (bench) => {
            const one = await bench.repo.write(newCommit({ a: '1' }));
            assertKind(await bench.repo.push(status, null, one), 'pushed');
            await bench.refusePushes();
            const two = await bench.repo.write(newCommit({ a: '2' }, { parents: [one] }));
            const outcome = await bench.repo.push(status, one, two);
            assertKind(outcome, 'refused');
            assert.ok(outcome.kind === 'refused' && outcome.message.trim() !== '', 'no reason is given');
            assert.equal(await fetchOne(bench.repo, status), one);
            assertKind(await bench.repo.push('refs/heads/new', null, two), 'refused');
            assert.equal(await fetchOne(bench.repo, 'refs/heads/new'), null);
        },
    ],
];
//# sourceMappingURL=push-cases.js.map