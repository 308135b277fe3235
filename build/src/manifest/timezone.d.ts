/** An offset such as +02:00 knows no summer time, and not every Node takes it. */
export declare const looksLikeTimezone: (text: string) => boolean;
/** Asks the platform, which takes a tenth of a millisecond: not a question for a list of unchecked length. */
export declare function isTimezone(text: string): boolean;
