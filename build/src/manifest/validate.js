import { never } from "../model/never.js";
import { fail, ok } from "../model/result.js";
import { facility, fleet, image, machine, machineClass } from "./validators.gen.js";
/**
 * Checks a value against the schema of its kind. Errors come as ajv has them, with the part of the schema (verbose);
 * their number is bounded by the number of nodes in a file.
 */
export function validate(kind, value) {
    switch (kind) {
        case 'Fleet':
            return check(fleet, value);
        case 'Facility':
            return check(facility, value);
        case 'MachineClass':
            return check(machineClass, value);
        case 'Image':
            return check(image, value);
        case 'Machine':
            return check(machine, value);
        default:
            return never(kind);
    }
}
function check(validator, value) {
    return validator(value) ? ok(value) : fail(validator.errors ?? []);
}
//# sourceMappingURL=validate.js.map