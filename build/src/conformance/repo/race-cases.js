import assert from 'node:assert/strict';
import { assertKind, commitOn, fetchOne, newCommit, readAll, status } from "./hands.js";
export const raceCases = [
    [
        'push: of four at once, exactly one wins, and the others know',
        async (bench) => {
            const start = await commitOn(bench, [], 'start');
            await bench.setRef(status, start);
            const repos = [bench.repo, await bench.another(), await bench.another(), await bench.another()];
            const tries = await Promise.all(repos.map(async (repo, i) => {
                await fetchOne(repo, status);
                return { repo, id: await repo.write(newCommit({ a: `${i}` }, { parents: [start] })) };
            }));
            const outcomes = await Promise.all(tries.map(({ repo, id }) => repo.push(status, start, id)));
            const winners = tries.filter((_, i) => outcomes[i]?.kind === 'pushed');
            assert.equal(winners.length, 1, `not one winner: ${JSON.stringify(outcomes)}`);
            assert.equal(await fetchOne(bench.repo, status), winners[0]?.id);
            const others = outcomes.filter((outcome) => outcome.kind !== 'pushed').map((outcome) => outcome.kind);
            assert.ok(!others.includes('refused'), `a loser was told the remote refused: ${JSON.stringify(outcomes)}`);
        },
    ],
    [
        'push: reads and pushes of different refs at once do not disturb each other',
        async (bench) => {
            const { repo } = bench;
            const ids = await Promise.all(Array.from({ length: 6 }, (_, i) => repo.write(newCommit({ a: `${i}` }))));
            const outcomes = await Promise.all(ids.map((id, i) => repo.push(`refs/heads/side/${i}`, null, id)));
            for (const outcome of outcomes)
                assertKind(outcome, 'pushed');
            const texts = await Promise.all(ids.map(async (id) => (await readAll(repo, id)).a));
            assert.deepEqual(texts, ids.map((_, i) => `100644 ${i}`));
        },
    ],
];
//# sourceMappingURL=race-cases.js.map