import { ok } from "../../../model/result.js";
import { findAction } from "../../../redfish/action.js";
import { text } from "../../../redfish/fields.js";
import { getOptional } from "../../../redfish/reader.js";
import { findTasks } from "../../../redfish/tasks.js";
import { findManager } from "./bmc.js";
import { readBmcMac, readChassisSerial } from "./identity.js";
import { findSystem } from "./system.js";
/** `known` is believed as long as the same machine answers through the same BMC. */
export async function stand(reader, named, known) {
    if (known === null)
        return learn(reader, named);
    const system = await getOptional(reader, known.system);
    if (!system.ok)
        return system;
    const manager = known.manager === undefined ? ok(null) : await getOptional(reader, known.manager);
    if (!manager.ok)
        return manager;
    const same = system.value !== null && fingerprint(system.value, manager.value) === known.fingerprint;
    if (!same || system.value === null)
        return learn(reader, named);
    return ok({ place: known, system: system.value, manager: manager.value });
}
async function learn(reader, named) {
    const system = await findSystem(reader, named);
    if (!system.ok)
        return system;
    const { body } = system.value;
    const manager = await findManager(reader, body);
    if (!manager.ok)
        return manager;
    const reset = await findAction(reader, body, '#ComputerSystem.Reset', 'ResetType');
    if (!reset.ok)
        return reset;
    const managerReset = manager.value === null ? ok(null) : await findAction(reader, manager.value.body, '#Manager.Reset', 'ResetType');
    if (!managerReset.ok)
        return managerReset;
    const tasks = await findTasks(reader);
    if (!tasks.ok)
        return tasks;
    const chassisSerial = await readChassisSerial(reader, body);
    if (!chassisSerial.ok)
        return chassisSerial;
    const bmcMac = await readBmcMac(reader, manager.value?.body);
    if (!bmcMac.ok)
        return bmcMac;
    const place = {
        system: system.value.path,
        ...(manager.value === null ? {} : { manager: manager.value.path }),
        ...(tasks.value === null ? {} : { tasks: tasks.value }),
        ...(chassisSerial.value === null ? {} : { chassisSerial: chassisSerial.value }),
        ...(bmcMac.value === null ? {} : { bmcMac: bmcMac.value }),
        reset: reset.value,
        managerReset: managerReset.value,
        machine: machineMark(system.value),
        fingerprint: fingerprint(system.value, manager.value),
    };
    return ok({ place, system: system.value, manager: manager.value });
}
const machineMark = ({ body }) => JSON.stringify([text(body, 'UUID'), text(body, 'SerialNumber'), text(body, 'SKU')]);
const fingerprint = (system, manager) => JSON.stringify([
    machineMark(system),
    text(manager?.body, 'UUID'),
    text(manager?.body, 'FirmwareVersion'),
    text(manager?.body, 'LastResetTime'),
]);
//# sourceMappingURL=place.js.map