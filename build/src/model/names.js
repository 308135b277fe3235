/** The words that name things. Aliases, not brands: the schemas check them where they enter. */
export const namePattern = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
//# sourceMappingURL=names.js.map