const pattern = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(?:[Zz]|[+-](\d{2}):(\d{2}))$/;
/** RFC 3339, as the schemas' `date-time`; null for anything else. Leap seconds are not taken: Redfish has none. */
export function readInstant(text) {
    const parts = pattern
        .exec(text)
        ?.slice(1)
        .map((digits) => Number(digits ?? 0));
    if (parts === undefined)
        return null;
    const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, offsetHour = 0, offsetMinute = 0] = parts;
    if (month < 1 || month > 12 || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate())
        return null;
    if (hour > 23 || minute > 59 || second > 59 || offsetHour > 23 || offsetMinute > 59)
        return null;
    const instant = Date.parse(text.toUpperCase());
    return Number.isNaN(instant) ? null : instant;
}
//# sourceMappingURL=instant.js.map