import type { Window } from '../model/fleet.ts';
import type { Instant } from '../model/names.ts';
/** No windows: always open. A window gates the start of an action, never its end. */
export declare const isOpen: (windows: readonly Window[], now: Instant) => boolean;
