import type { Law } from './law.ts';
/** Every effect had its pushed intent before it arrived, and a sound commit asks for just that. */
export declare const authorised: Law;
