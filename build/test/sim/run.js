import { createHash } from 'node:crypto';
import { RunawayError } from "../../src/rehearsal/kernel.js";
import { laws } from "./laws/all.js";
import { openLedger } from "./ledger.js";
import { World } from "./world.js";
const settleMsMax = 8 * 3600_000;
/** Long enough for the hourly full look in some worlds, and for a few looks in all. */
const restMs = (seed) => (seed % 3 === 0 ? 80 : 15) * 60_000;
/** Plays a scenario to its end, and holds it against the laws; `only`: one of them. */
export async function runScenario(scenario, only) {
    const world = new World(scenario);
    const circles = await playOut(world, restMs(scenario.seed));
    const { evidence } = world;
    evidence.endedAt = world.kernel.ticks;
    const ledger = openLedger(evidence);
    const broken = laws
        .filter(({ number }) => only === undefined || number === only)
        .flatMap((law) => law.broken(ledger).map((why) => ({ law: law.number, why })));
    if (circles !== null && (only ?? 14) === 14)
        broken.push({ law: 14, why: circles });
    const crashes = evidence.ends.filter(({ why }) => !why.includes('no space left') && why !== 'stopped');
    const bugs = crashes.map(({ why, host }) => ({ law: 0, why: `${host} ended: ${why}` }));
    return {
        broken: [...broken, ...(only === undefined ? bugs : [])],
        evidence,
        ledger,
        digest: digestOf(evidence),
        events: world.kernel.planned,
    };
}
/** Null, or that it never ended. */
async function playOut(world, rest) {
    try {
        await world.play();
        await world.heal();
        if (!(await world.settle(settleMsMax)))
            return null;
        world.askForLast();
        if (await world.settle(settleMsMax))
            await world.rest(rest);
        return null;
    }
    catch (error) {
        if (error instanceof RunawayError)
            return error.message;
        throw error;
    }
}
function digestOf({ received, moves }) {
    const lines = [
        ...received.map(({ at, station, entry }) => JSON.stringify([at, station, entry])),
        ...moves.map(({ at, ref, from, to, by }) => JSON.stringify([at, ref, from, to, by])),
    ];
    return createHash('sha256').update(lines.join('\n')).digest('hex');
}
//# sourceMappingURL=run.js.map