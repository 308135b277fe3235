/**
 * One run of a program. What it called is answered only while it lives: after its death no promise of it ever settles, so
 * that nothing of it goes on, not even a `finally`, just as with SIGKILL. While it is paused, as by SIGSTOP, answers wait.
 */
export class Life {
    #state = 'running';
    #waiting = [];
    #mourners = [];
    get isDead() {
        return this.#state === 'dead';
    }
    /** Hands an answer to the program, as soon as it can take it. */
    answer(settle) {
        if (this.#state === 'running')
            settle();
        else if (this.#state === 'paused')
            this.#waiting.push(settle);
    }
    kill() {
        if (this.#state === 'dead')
            return;
        this.#state = 'dead';
        this.#waiting = [];
        for (const mourn of this.#mourners)
            mourn();
    }
    pause() {
        if (this.#state === 'running')
            this.#state = 'paused';
    }
    resume() {
        if (this.#state !== 'paused')
            return;
        this.#state = 'running';
        for (const settle of this.#waiting.splice(0))
            settle();
    }
    onDeath(mourn) {
        this.#mourners.push(mourn);
    }
    /** A clock that wakes nobody who is dead. */
    clock(clock) {
        return {
            now: () => clock.now(),
            monotonic: () => clock.monotonic(),
            sleep: (ms, signal) => this.call(() => clock.sleep(ms, signal)),
        };
    }
    events(events) {
        return {
            emit: (event) => {
                if (!this.isDead)
                    events.emit(event);
            },
        };
    }
    /** A call that takes no time of its own. */
    call(make) {
        if (this.isDead)
            return new Promise(() => { });
        return new Promise((resolve, reject) => {
            make().then((value) => this.answer(() => resolve(value)), (error) => this.answer(() => reject(error)));
        });
    }
}
//# sourceMappingURL=life.js.map