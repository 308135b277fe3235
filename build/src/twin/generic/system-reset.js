import { never } from "../../model/never.js";
import { refuse, reply } from "../answer.js";
import { isResetType, resetSystem } from "../power.js";
import { unchanged } from "../route.js";
import { readActionParameter } from "./action.js";
const action = 'ComputerSystem.Reset';
/** 204 also for what is so already, without an effect; 409 while a change is on its way, and to restart what is off. */
export function postReset(bmc, body, now) {
    const parameter = readActionParameter(action, 'ResetType', body, isResetType);
    if (!parameter.ok)
        return unchanged(bmc, parameter.error);
    const outcome = resetSystem(bmc, parameter.value, now);
    switch (outcome.kind) {
        case 'accepted':
            return { bmc: outcome.bmc, reply: reply(204), effect: outcome.effect };
        case 'in-transition':
            return unchanged(bmc, refuse(409, [['ResourceInUse']]));
        case 'off':
            return unchanged(bmc, refuse(409, [['ActionParameterValueConflict', 'ResetType', parameter.value]]));
        default:
            return never(outcome);
    }
}
//# sourceMappingURL=system-reset.js.map