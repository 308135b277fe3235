/** Longest time in which nothing else of the process gets its turn, as far as the pieces are small enough. */
const sliceMs = 10;
/** Called between two pieces of work: lets everything else that is due go first, when it has waited long enough. */
export function turns(clock) {
    let began = clock.monotonic();
    return async () => {
        if (clock.monotonic() - began < sliceMs)
            return;
        await clock.sleep(0);
        began = clock.monotonic();
    };
}
/** Runs steps to their end, with a turn for others now and then. */
export async function unhurried(steps, clock) {
    const turn = turns(clock);
    for (;;) {
        const step = steps.next();
        if (step.done)
            return step.value;
        await turn();
    }
}
//# sourceMappingURL=unhurried.js.map