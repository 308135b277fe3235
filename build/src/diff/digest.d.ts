import type { Digest, FacilityName, MachineName, RequestId } from '../model/names.ts';
import type { Arguments } from '../model/plan.ts';
export declare const sha256: (text: string) => Digest;
export declare const digestOf: (value: unknown) => Digest;
/**
 * What one effect is ever allowed for (design §5). A forced power-off after a graceful one in vain is an effect of its
 * own, so its request carries a suffix; so does one that follows a request that was lost in a crash, without effect.
 */
export declare function grantOf(facility: FacilityName, machine: MachineName, args: Arguments, request: RequestId, lost: number): Digest;
