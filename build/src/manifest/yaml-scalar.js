export function resolvePlain(text) {
    const known = words.get(text);
    if (known !== undefined)
        return { kind: 'value', value: known };
    const first = text.charCodeAt(0);
    const mayBeNumber = first <= 0x39 && numberPattern.test(text);
    if (!mayBeNumber)
        return { kind: 'value', value: text };
    const value = Number(text);
    // What prints as it was written has one meaning only; 2^53 and more would be rounded.
    const plain = String(value) === text && (!Number.isInteger(value) || Number.isSafeInteger(value));
    return plain ? { kind: 'value', value } : { kind: 'odd-number' };
}
const words = new Map([
    ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null]),
    ...['true', 'True', 'TRUE'].map((word) => [word, true]),
    ...['false', 'False', 'FALSE'].map((word) => [word, false]),
]);
const numberPattern = /^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
//# sourceMappingURL=yaml-scalar.js.map