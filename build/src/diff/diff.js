import { finish } from "../model/steps.js";
import { overreaching, ration } from "./budget.js";
import { firstOf } from "./candidate.js";
import { adoptionHolds, settledHolds } from "./standing-holds.js";
/** What is to be done now, what is not done and why. Pure: the same input gives the same plan, byte for byte (law 15). */
export const diff = (input) => finish(diffing(input));
export function* diffing(input) {
    const { fleet, memory } = input;
    const overreach = overreaching(fleet, memory);
    const wanted = [];
    const holds = [];
    const later = [];
    const resting = new Set();
    for (const machine of fleet.machines) {
        yield;
        const known = memory.machines.get(machine.name);
        if (!known || machine.management === 'observe')
            continue;
        if (machine.management === 'adopt') {
            holds.push(...adoptionHolds(machine, input));
            continue;
        }
        holds.push(...settledHolds(machine, known, input));
        const { candidate, holds: waiting } = firstOf(machine, known, input, overreach);
        holds.push(...waiting);
        if (waiting.some((hold) => hold.reason === 'WaitingForPower'))
            resting.add(machine.name);
        if (!candidate)
            continue;
        const { action, stride } = candidate;
        wanted.push({ action, bmc: machine.bmc.address, stride });
        const { rack, request, because } = action;
        for (const args of candidate.later)
            later.push({ machine: machine.name, rack, request, args, because });
    }
    const bmcOf = new Map(fleet.machines.map((machine) => [machine.name, machine.bmc.address]));
    const dealt = ration(fleet, memory, wanted, {
        bmcOf,
        resting,
        poweredOnAt: input.poweredOnAt,
        ticks: input.now.ticks,
    });
    for (const [action, held] of dealt.held) {
        holds.push({
            kind: 'hold',
            machine: action.machine,
            rack: action.rack,
            verb: action.args.verb,
            request: action.request,
            ...held,
        });
    }
    return { commit: input.commit, actions: dealt.actions, holds: holds.sort(byMachineThenRequest), later };
}
function byMachineThenRequest(a, b) {
    const key = (hold) => `${hold.machine} ${hold.request} ${hold.verb} ${hold.message}`;
    return key(a) < key(b) ? -1 : 1;
}
//# sourceMappingURL=diff.js.map