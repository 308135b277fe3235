import { fail, ok } from "../../../model/result.js";
import { memberPaths } from "../../../redfish/collection.js";
import { part } from "../../../redfish/fields.js";
import { unusable } from "../../../redfish/reply.js";
import { within } from "../../../redfish/uri.js";
/** A service with more systems than this must be told which one is meant. */
const candidatesMax = 16;
/** The ComputerSystem that is meant: the named one, the only one, or the only one that can be reset. */
export async function findSystem(reader, named) {
    if (named !== undefined)
        return readSystem(reader, within(reader.origin, named) ?? named);
    const paths = await memberPaths(reader, reader.root.systems);
    if (!paths.ok)
        return paths;
    const [first, ...more] = paths.value ?? [];
    if (first === undefined)
        return unsupported(`${reader.root.systems} lists no system`);
    if (more.length === 0)
        return readSystem(reader, first);
    const resettable = [];
    for (const path of [first, ...more].slice(0, candidatesMax)) {
        const system = await readSystem(reader, path);
        if (!system.ok)
            return system;
        // Trays of GPUs are listed as systems too; nobody can switch them on.
        if (part(part(system.value.body, 'Actions'), '#ComputerSystem.Reset') !== undefined)
            resettable.push(system.value);
    }
    const [only, ...others] = resettable;
    if (only !== undefined && others.length === 0)
        return ok(only);
    const candidates = (only === undefined ? [first, ...more] : resettable.map((found) => found.path)).slice(0, 4);
    return unsupported(`it fronts several systems; name one of them as bmc.system: ${candidates.join(', ')}`);
}
async function readSystem(reader, path) {
    const reply = await reader.get(path);
    if (!reply.ok)
        return reply;
    return reply.value.kind === 'found' ? ok(reply.value) : fail(unusable(reply.value));
}
const unsupported = (message) => fail({ reason: 'Unsupported', message });
//# sourceMappingURL=system.js.map