/** Turns offsets into lines and columns. */
export class Lines {
    #starts = [0];
    #length;
    constructor(text) {
        this.#length = text.length;
        for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1))
            this.#starts.push(end + 1);
    }
    /** Beyond the end: the end. */
    placeOf(offsetAsked) {
        const offset = Math.min(offsetAsked, this.#length);
        let low = 0;
        let high = this.#starts.length;
        while (high - low > 1) {
            const middle = (low + high) >> 1;
            if ((this.#starts[middle] ?? 0) <= offset)
                low = middle;
            else
                high = middle;
        }
        return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
    }
}
//# sourceMappingURL=lines.js.map