/**
 * Whether two plain values mean the same: as their `canonical` texts would be equal, without writing them. An absent key
 * and an undefined one are alike.
 */
export function same(a, b) {
    if (Object.is(a, b))
        return true;
    if (Array.isArray(a) || Array.isArray(b)) {
        return Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((item, i) => same(item, b[i]));
    }
    if (!isObject(a) || !isObject(b))
        return false;
    const keys = presentKeys(a);
    return keys.length === presentKeys(b).length && keys.every((key) => Object.hasOwn(b, key) && same(a[key], b[key]));
}
const isObject = (value) => typeof value === 'object' && value !== null;
const presentKeys = (value) => Object.keys(value).filter((key) => value[key] !== undefined);
//# sourceMappingURL=same.js.map