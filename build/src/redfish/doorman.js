/**
 * Remembers the credentials that a BMC refused, since accounts lock: they are not shown again until they are others,
 * or `refusalMs` have passed.
 */
export class Doorman {
    #clock;
    #refusalMs;
    #refused = null;
    constructor(clock, refusalMs) {
        this.#clock = clock;
        this.#refusalMs = refusalMs;
    }
    refuse({ username, password }, why) {
        this.#refused = { username, password, at: this.#clock.monotonic(), why };
    }
    /** Why these credentials are not to be tried now; `null`: they may be. */
    objection({ username, password }) {
        const refused = this.#refused;
        if (refused === null)
            return null;
        const same = refused.username === username && refused.password.reveal() === password.reveal();
        const stale = this.#clock.monotonic() - refused.at >= this.#refusalMs;
        if (same && !stale)
            return `${refused.why}; not tried again until the credentials change or an hour has passed`;
        this.#refused = null;
        return null;
    }
}
//# sourceMappingURL=doorman.js.map