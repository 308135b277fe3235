/** A fraction in [0, 1), and the dice for the next throw. */
export function roll(dice) {
    const next = (dice + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(next ^ (next >>> 15), next | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return { fraction: ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000, dice: next };
}
/** `digits` hexadecimal digits, lower case. */
export function rollHex(dice, digits) {
    let hex = '';
    let state = dice;
    for (let index = 0; index < digits; index += 1) {
        const thrown = roll(state);
        hex += Math.floor(thrown.fraction * 16).toString(16);
        state = thrown.dice;
    }
    return { hex, dice: state };
}
/** FNV-1a over UTF-16 code units: turns names into seeds. */
export function hash(text) {
    let state = 0x811c9dc5;
    for (let index = 0; index < text.length; index += 1) {
        state = Math.imul(state ^ text.charCodeAt(index), 0x01000193) >>> 0;
    }
    return state;
}
export function createDealer(seed) {
    let state = seed >>> 0;
    const below = (limit) => {
        const thrown = roll(state);
        state = thrown.dice;
        return Math.floor(thrown.fraction * limit);
    };
    return {
        below,
        hex: (digits) => {
            const thrown = rollHex(state, digits);
            state = thrown.dice;
            return thrown.hex;
        },
        text: (length, alphabet) => Array.from({ length }, () => alphabet[below(alphabet.length)]).join(''),
    };
}
//# sourceMappingURL=dice.js.map