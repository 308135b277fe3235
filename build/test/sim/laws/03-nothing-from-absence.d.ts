import type { Law } from './law.ts';
/** After a total loss of memory nothing is done for the sake of a commit from before it. */
export declare const nothingFromAbsence: Law;
