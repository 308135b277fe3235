import { createBmc } from "./bmc.js";
import { createDealer, hash } from "./dice.js";
import { dealIdentity } from "./identity.js";
/**
 * The other machine at this address: of the same make, with its own identity and state, named `<name>-stranger` in the
 * effect log. It knows the same sessions, so that nothing but its identity gives it away.
 */
export function strangerAt(bmc) {
    const stranger = bmc.stranger ?? createBmc(strangerSpec(bmc.spec));
    return { ...stranger, sessions: bmc.sessions, nextId: bmc.nextId, dice: bmc.dice };
}
function strangerSpec(spec) {
    const name = `${spec.name}-stranger`;
    return { ...spec, name, identity: dealIdentity(createDealer(hash(`${spec.seed} ${name}`)), name) };
}
/** The BMC after its stranger answered. */
export const leaveStranger = (bmc, stranger) => ({
    ...bmc,
    stranger,
    sessions: stranger.sessions,
    nextId: stranger.nextId,
    dice: stranger.dice,
});
//# sourceMappingURL=stranger.js.map