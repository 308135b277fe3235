import { hash } from "./dice.js";
/** A new twin claims to have run since then, so that the same spec is always the same machine. */
const bootedAt = Date.parse('2026-01-01T00:00:00Z');
export function createBmc(spec) {
    return {
        spec,
        host: {
            power: spec.power,
            lastReset: bootedAt,
            progress: spec.power === 'On' ? 'OSRunning' : 'None',
            progressAt: bootedAt,
        },
        agenda: [],
        boot: { target: 'None', enabled: 'Disabled', mode: 'UEFI' },
        locatorLit: false,
        bios: { current: spec.bios, pending: {} },
        controller: { lastReset: bootedAt, downUntil: 0 },
        sessions: [],
        tasks: [],
        faults: [],
        dice: hash(`${spec.seed} ${spec.name}`),
        nextId: 1,
        stranger: null,
    };
}
/** False while the BMC restarts: nobody answers at its address. */
export const isReachable = (bmc, now) => now >= bmc.controller.downUntil;
/** Replaces the rules; an empty list makes the BMC well again. */
export const setFaults = (bmc, rules) => ({ ...bmc, faults: rules });
//# sourceMappingURL=bmc.js.map