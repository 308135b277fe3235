/** What a scalar without quotes means under the core schema of YAML 1.2 (§10.3). */
export type PlainMeaning = {
    readonly kind: 'value';
    readonly value: string | number | boolean | null;
}
/** A number, but not as we would write it: `010`, `0x1f`, `1.50`, `.inf`, or more digits than a number can hold. */
 | {
    readonly kind: 'odd-number';
};
export declare function resolvePlain(text: string): PlainMeaning;
