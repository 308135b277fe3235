/** JSON with sorted keys: equal values give equal text, so that a digest or a commit changes only when meaning does. */
export function canonical(value, indent) {
    return JSON.stringify(sorted(value), null, indent) ?? 'null';
}
function sorted(value) {
    if (Array.isArray(value))
        return value.map(sorted);
    if (typeof value !== 'object' || value === null)
        return value;
    const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    // fromEntries defines own properties, so that a key named __proto__ stays data.
    return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
//# sourceMappingURL=canonical.js.map