const waiting = [];
let turns = 0;
/** Promises run dry between two immediates of one round of the event loop, so that many turns cost one round. */
const turnsPerRound = 64;
function take() {
    turns -= 1;
    waiting.shift()?.();
}
/** Lets everything run that waits for nothing but its turn: all promises that are settled, and what they lead to. */
export const turn = () => new Promise((resolve) => {
    waiting.push(resolve);
    if (turns > 0)
        return;
    turns = turnsPerRound;
    for (let index = 0; index < turnsPerRound; index++)
        setImmediate(take);
});
//# sourceMappingURL=turn.js.map