/** An offset such as +02:00 knows no summer time, and not every Node takes it. */
export const looksLikeTimezone = (text) => /^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/.test(text);
/** Asks the platform, which takes a tenth of a millisecond: not a question for a list of unchecked length. */
export function isTimezone(text) {
    if (!looksLikeTimezone(text))
        return false;
    try {
        new Intl.DateTimeFormat('en', { timeZone: text });
        return true;
    }
    catch {
        return false;
    }
}
//# sourceMappingURL=timezone.js.map