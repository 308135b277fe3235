/**
 * The chance of the simulation: a 32-bit state that is handed on, so that the same seed gives the same facility and
 * the same faults. The generator is mulberry32: small, fast, and good enough to deal out hardware.
 */
export type Dice = number;
/** A fraction in [0, 1), and the dice for the next throw. */
export declare function roll(dice: Dice): {
    readonly fraction: number;
    readonly dice: Dice;
};
/** `digits` hexadecimal digits, lower case. */
export declare function rollHex(dice: Dice, digits: number): {
    readonly hex: string;
    readonly dice: Dice;
};
/** FNV-1a over UTF-16 code units: turns names into seeds. */
export declare function hash(text: string): number;
/** Throws one after another for code that deals out many values and keeps none of the dice. */
export interface Dealer {
    below(limit: number): number;
    hex(digits: number): string;
    /** `length` of these characters. */
    text(length: number, alphabet: string): string;
}
export declare function createDealer(seed: Dice): Dealer;
