import { turn } from "../adapters/turn.js";
/** What is run goes round in circles. */
export class RunawayError extends Error {
}
/**
 * Time that passes only because nothing is left to do before its next moment. Everything that takes time is planned
 * here, so that the same plan gives the same run; after each event all promises run dry before the next one. It tells the
 * true time: the clock of a host may be wrong (`createClock`).
 */
export class Kernel {
    #ticks = 1_000_000;
    #began;
    #planned = 0;
    /** A binary heap: the soonest is first. */
    #heap = [];
    #eventsMax;
    /** `wall`: what time it is when it begins. `eventsMax`: a run of more events than that goes round in circles. */
    constructor(wall, eventsMax = Number.POSITIVE_INFINITY) {
        this.#began = wall - this.#ticks;
        this.#eventsMax = eventsMax;
    }
    /** Milliseconds that never go back. */
    get ticks() {
        return this.#ticks;
    }
    get wall() {
        return this.#began + this.#ticks;
    }
    /** Events so far: what the run cost. */
    get planned() {
        return this.#planned;
    }
    /** Acts `ms` from now; the answer calls it off. */
    after(ms, act) {
        const due = { at: this.#ticks + Math.max(0, ms), order: this.#planned, act };
        this.#planned += 1;
        this.#push(due);
        return () => {
            due.act = null;
        };
    }
    /** Passes `ms`, and lets happen what is due on the way. */
    async advance(ms) {
        const end = this.#ticks + ms;
        await turn();
        while (this.#next(end))
            await turn();
        this.#ticks = end;
    }
    /** Passes as much time as it takes; an error where nothing would ever end it, or not within `limitMs`. */
    async until(promise, limitMs = 7 * 24 * 3600_000) {
        const ended = { now: false };
        const mark = () => {
            ended.now = true;
        };
        promise.then(mark, mark);
        const limit = this.#ticks + limitMs;
        for (;;) {
            await turn();
            if (ended.now)
                return promise;
            if (!this.#next(limit))
                throw new Error('nothing is left that could end it in time');
        }
    }
    /** Passes time until it is so, asking after each event; false when it is not within `limitMs`. */
    async untilTrue(isSo, limitMs) {
        const limit = this.#ticks + limitMs;
        await turn();
        while (!isSo()) {
            if (!this.#next(limit)) {
                this.#ticks = limit;
                return isSo();
            }
            await turn();
        }
        return true;
    }
    /** The next event, if there is one by `end`. */
    #next(end) {
        for (;;) {
            const due = this.#heap[0];
            if (due === undefined || due.at > end)
                return false;
            this.#pop();
            if (due.act === null)
                continue;
            this.#ticks = due.at;
            if (this.#planned > this.#eventsMax)
                throw new RunawayError(`more than ${this.#eventsMax} events`);
            due.act();
            return true;
        }
    }
    #push(due) {
        const heap = this.#heap;
        let index = heap.push(due) - 1;
        while (index > 0) {
            const above = (index - 1) >> 1;
            const parent = heap[above];
            if (parent === undefined || !isBefore(due, parent))
                break;
            heap[index] = parent;
            index = above;
        }
        heap[index] = due;
    }
    #pop() {
        const heap = this.#heap;
        const last = heap.pop();
        if (last === undefined || heap.length === 0)
            return;
        let index = 0;
        for (;;) {
            const left = heap[2 * index + 1];
            const right = heap[2 * index + 2];
            const child = right !== undefined && left !== undefined && isBefore(right, left) ? right : left;
            if (child === undefined || !isBefore(child, last))
                break;
            heap[index] = child;
            index = 2 * index + (child === right ? 2 : 1);
        }
        heap[index] = last;
    }
}
const isBefore = (a, b) => a.at < b.at || (a.at === b.at && a.order < b.order);
export function createClock(kernel) {
    let wrongBy = 0;
    return {
        now: () => kernel.wall + wrongBy,
        monotonic: () => kernel.ticks,
        sleep(ms, signal) {
            if (!(ms > 0) || signal?.aborted)
                return Promise.resolve();
            return new Promise((resolve) => {
                const end = () => {
                    callOff();
                    signal?.removeEventListener('abort', end);
                    resolve();
                };
                const callOff = kernel.after(ms, end);
                signal?.addEventListener('abort', end, { once: true });
            });
        },
        jump(ms) {
            wrongBy += ms;
        },
    };
}
//# sourceMappingURL=kernel.js.map