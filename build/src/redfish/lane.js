/** One thing at a time, in the order of arrival; only so many wait. A BMC is a small computer. */
export class Lane {
    #waitingMax;
    #waiting = [];
    #busy = false;
    constructor(waitingMax) {
        this.#waitingMax = waitingMax;
    }
    /** `full`: too many wait. `called-off`: the signal came before its turn. In both, `work` was not begun. */
    async run(signal, work) {
        if (signal.aborted)
            return 'called-off';
        if (this.#busy) {
            if (this.#waiting.length >= this.#waitingMax)
                return 'full';
            if (!(await this.#turn(signal)))
                return 'called-off';
        }
        this.#busy = true;
        try {
            return await work();
        }
        finally {
            const next = this.#waiting.shift();
            if (next === undefined)
                this.#busy = false;
            else
                next(true);
        }
    }
    /** The lane stays busy from one to the next, so that nobody slips in between. */
    #turn(signal) {
        return new Promise((resolve) => {
            const decide = (goes) => {
                signal.removeEventListener('abort', off);
                resolve(goes);
            };
            const off = () => {
                this.#waiting.splice(this.#waiting.indexOf(decide), 1);
                decide(false);
            };
            this.#waiting.push(decide);
            signal.addEventListener('abort', off, { once: true });
        });
    }
}
//# sourceMappingURL=lane.js.map