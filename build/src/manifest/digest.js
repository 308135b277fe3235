import { createHash } from 'node:crypto';
import { canonical } from "../model/canonical.js";
/** SHA-256 over JSON with sorted keys: equal values, equal digest. */
export const digestOf = (value) => `sha256:${createHash('sha256').update(canonical(value)).digest('hex')}`;
//# sourceMappingURL=digest.js.map