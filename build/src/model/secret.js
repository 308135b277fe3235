/** A value that prints as `[secret]` everywhere; `reveal` is called only where it goes on the wire. */
export class Secret {
    #value;
    constructor(value) {
        this.#value = value;
    }
    reveal() {
        return this.#value;
    }
    toString() {
        return '[secret]';
    }
    toJSON() {
        return '[secret]';
    }
    [Symbol.for('nodejs.util.inspect.custom')]() {
        return '[secret]';
    }
}
//# sourceMappingURL=secret.js.map