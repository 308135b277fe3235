/**
 * Text of others (a BMC, a manifest) on one line: what moves a cursor, hides or turns text around becomes a space, and
 * what is Markdown or HTML loses its meaning. For tables, pages and plans.
 */
export const plain = (text) => text
    .replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[|<>`[\]\\]/g, ' ')
    .slice(0, 300);
//# sourceMappingURL=plain.js.map