import { fail, ok } from "../../model/result.js";
import { refuse } from "../answer.js";
/** The one parameter of an action, or the 400 that says what is wrong with the body. */
export function readActionParameter(action, name, body, isAllowed) {
    const unknown = Object.keys(body).find((key) => key !== name);
    if (unknown !== undefined)
        return fail(refuse(400, [['ActionParameterUnknown', action, unknown]]));
    const value = body[name];
    if (value === undefined)
        return fail(refuse(400, [['ActionParameterMissing', action, name]]));
    if (!isAllowed(value)) {
        return fail(refuse(400, [['ActionParameterValueNotInList', JSON.stringify(value), name, action]]));
    }
    return ok(value);
}
//# sourceMappingURL=action.js.map