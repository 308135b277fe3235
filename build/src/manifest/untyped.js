/** ajv hands out its parameters and parts of the schema untyped: these look into them without believing anything. */
const isRecord = (value) => typeof value === 'object' && value !== null;
export const unknownIn = (from, field) => (isRecord(from) ? from[field] : undefined);
/** Empty where there is no such text. */
export function textIn(from, field) {
    const value = unknownIn(from, field);
    return typeof value === 'string' ? value : '';
}
export function recordIn(from, field) {
    const value = unknownIn(from, field);
    return isRecord(value) ? value : {};
}
export const textsOf = (value) => Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
//# sourceMappingURL=untyped.js.map