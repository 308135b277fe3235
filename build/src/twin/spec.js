import { createDealer, hash } from "./dice.js";
import { defaultBios } from "./generic/bios-attributes.js";
import { dealHardware } from "./hardware.js";
import { dealIdentity } from "./identity.js";
import { defaultTimings } from "./timings.js";
/** The account of every simulated BMC; it guards nothing. */
export const twinAccount = { username: 'admin', password: 'password' };
/** A machine as a class expects it, dealt out by seed and name alone: its neighbours change nothing. */
export function dealSpec(expects, options) {
    const dealer = createDealer(hash(`${options.seed} ${options.name}`));
    return {
        name: options.name,
        persona: options.persona,
        seed: options.seed,
        identity: dealIdentity(dealer, options.name),
        hardware: dealHardware(expects, dealer),
        bios: defaultBios,
        power: 'On',
        account: twinAccount,
        timings: options.timings ?? defaultTimings,
    };
}
/**
 * The machine that a manifest describes: with its identity where that is given, and with every BIOS key it declares,
 * already at the declared value where the persona does not know the key.
 */
export function specOfMachine(machine, options) {
    const dealt = dealSpec(machine.class.expects, { ...options, name: machine.name });
    const bios = { ...machine.bios, ...defaultBios };
    return { ...dealt, identity: { ...dealt.identity, ...machine.identity }, bios };
}
//# sourceMappingURL=spec.js.map