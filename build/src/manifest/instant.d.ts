import type { Instant } from '../model/names.ts';
/** RFC 3339, as the schemas' `date-time`; null for anything else. Leap seconds are not taken: Redfish has none. */
export declare function readInstant(text: string): Instant | null;
