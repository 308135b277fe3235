/** All of it at once. */
export function finish(steps) {
    for (;;) {
        const step = steps.next();
        if (step.done)
            return step.value;
    }
}
//# sourceMappingURL=steps.js.map