import { createHash } from 'node:crypto';
import { canonical } from "../model/canonical.js";
export const sha256 = (text) => `sha256:${createHash('sha256').update(text).digest('hex')}`;
export const digestOf = (value) => sha256(canonical(value));
/**
 * What one effect is ever allowed for (design §5). A forced power-off after a graceful one in vain is an effect of its
 * own, so its request carries a suffix; so does one that follows a request that was lost in a crash, without effect.
 */
export function grantOf(facility, machine, args, request, lost) {
    const forced = args.verb === 'PowerOff' && args.force ? '/force' : '';
    const again = lost > 0 ? `/again-${lost}` : '';
    return digestOf([facility, machine, args.verb, `${request}${forced}${again}`]);
}
//# sourceMappingURL=digest.js.map