import type { Law } from './law.ts';
/** Only BMCs within their ranges are asked; no secret is in anything that was written or told. */
export declare const confined: Law;
