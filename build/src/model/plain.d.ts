/**
 * Text of others (a BMC, a manifest) on one line: what moves a cursor, hides or turns text around becomes a space, and
 * what is Markdown or HTML loses its meaning. For tables, pages and plans.
 */
export declare const plain: (text: string) => string;
