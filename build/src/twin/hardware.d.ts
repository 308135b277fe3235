import type { ExpectedHardware } from '../model/fleet.ts';
import type { Hardware } from '../model/inventory.ts';
import type { Dealer } from './dice.ts';
/** Hardware that is exactly what is expected, with serial numbers and addresses of its own. Lists are sorted by id. */
export declare function dealHardware(expects: ExpectedHardware, dealer: Dealer): Hardware;
