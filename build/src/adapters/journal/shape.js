export const optional = (check) => ({ optional: check });
export const isText = (value) => typeof value === 'string';
export const isFlag = (value) => typeof value === 'boolean';
export const isNumber = (value) => typeof value === 'number';
export const isNull = (value) => value === null;
export const literal = (...values) => (value) => values.some((one) => one === value);
export const either = (first, second) => (value) => first(value) || second(value);
export const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** An object with exactly these keys: one that nobody expects comes from a newer version, and may matter. */
export const shape = (fields) => {
    const table = new Map(Object.entries(fields));
    return (value) => {
        if (!isObject(value))
            return false;
        for (const key of Object.keys(value))
            if (!table.has(key))
                return false;
        for (const [key, field] of table) {
            const present = Object.hasOwn(value, key);
            if (typeof field === 'function' ? !present || !field(value[key]) : present && !field.optional(value[key])) {
                return false;
            }
        }
        return true;
    };
};
/** An object of any keys, all of whose values pass. */
export const map = (check) => (value) => isObject(value) && Object.values(value).every(check);
/** One of several shapes, told apart by the text under `tag`; each member of the union must have its check. */
export const tagged = (tag, table) => {
    const checks = new Map(Object.entries(table));
    return (value) => isObject(value) && (checks.get(value[tag])?.(value) ?? false);
};
//# sourceMappingURL=shape.js.map