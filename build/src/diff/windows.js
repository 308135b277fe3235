const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
/** No windows: always open. A window gates the start of an action, never its end. */
export const isOpen = (windows, now) => windows.length === 0 || windows.some((window) => covers(window, now));
function covers(window, now) {
    const { day, minutes } = localTime(now, window.timezone);
    const on = (which) => window.days.length === 0 || window.days.includes(days[which] ?? '');
    if (window.from <= window.to)
        return on(day) && minutes >= window.from && minutes < window.to;
    // Over midnight: the evening belongs to the day on which the window began, and so does the morning after.
    return (on(day) && minutes >= window.from) || (on((day + 6) % 7) && minutes < window.to);
}
function localTime(now, timezone) {
    const format = new Intl.DateTimeFormat('en-GB', {
        timeZone: timezone,
        weekday: 'short',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
    });
    const parts = new Map(format.formatToParts(now).map((part) => [part.type, part.value]));
    return {
        day: days.indexOf(parts.get('weekday') ?? ''),
        minutes: Number(parts.get('hour')) * 60 + Number(parts.get('minute')),
    };
}
//# sourceMappingURL=windows.js.map