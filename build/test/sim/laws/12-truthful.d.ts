import type { Law } from './law.ts';
/** `done` needs an effect that the hardware had; what waits says what it waits for. */
export declare const truthful: Law;
