/** `500ms`, `30s`, `5m`, `2h` in milliseconds; null for anything else. */
export declare function readDurationMs(text: string): number | null;
/** `22:00` in minutes after midnight, `24:00` included; null for anything else. */
export declare function readTimeOfDay(text: string): number | null;
