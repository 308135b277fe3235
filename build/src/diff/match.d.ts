import type { ExpectedHardware } from '../model/fleet.ts';
import type { Hardware } from '../model/inventory.ts';
/** Does this hardware satisfy its class? Each way in which it does not, for people; empty: it does. Unknown is no miss. */
export declare function mismatches(expects: ExpectedHardware, hardware: Hardware): readonly string[];
/** Runs of digits by number, everything between by text: `1.9.0` is older than `1.13.2`. */
export declare function compareVersions(a: string, b: string): number;
