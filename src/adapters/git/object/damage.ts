/**
 * Bytes on disk or from the wire are not what Git says they must be. Thrown only inside the Git adapters, and turned
 * into a `corrupt` failure, or a clone that is made anew, before it leaves them.
 */
export class Damage extends Error {}

/** Sound as far as read, but larger than the limits allow. Thrown and caught like `Damage`. */
export class Oversize extends Error {}
