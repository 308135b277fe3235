import type { Identity } from '../model/inventory.ts';
import { type Dealer } from './dice.ts';
/** Serial numbers begin with a letter, so that no YAML reader takes one for a number. */
export declare const dealSerial: (dealer: Dealer, length: number) => string;
/** `02:` marks an address that was given out locally (IEEE 802), so no real card has it. */
export declare const dealMac: (dealer: Dealer) => string;
/**
 * A full identity. UUID, serial and MAC carry a hash of the name beside what is dealt, so that they stay apart in
 * fleets of tens of thousands, where 32 bits of seed alone would not do.
 */
export declare function dealIdentity(dealer: Dealer, name: string): Identity;
