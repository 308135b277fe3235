/** JSON with sorted keys: equal values give equal text, so that a digest or a commit changes only when meaning does. */
export declare function canonical(value: unknown, indent?: number): string;
