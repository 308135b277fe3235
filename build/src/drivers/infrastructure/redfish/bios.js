import { ok } from "../../../model/result.js";
import { part } from "../../../redfish/fields.js";
import { follow, getOptional } from "../../../redfish/reader.js";
import { settingsOf } from "../../../redfish/settings.js";
const none = { capability: 'none', facts: { complete: true, attributes: {}, pending: {} } };
export async function readBios(reader, system) {
    const bios = await follow(reader, system, 'Bios');
    if (!bios.ok)
        return bios;
    if (bios.value === null)
        return ok(none);
    const attributes = valuesIn(bios.value.body);
    const settings = settingsOf(reader, bios.value.body);
    if (settings === undefined) {
        const capability = Object.keys(attributes).length === 0 ? 'none' : 'immediate';
        return ok({ capability, facts: { complete: true, attributes, pending: {} } });
    }
    const target = await getOptional(reader, settings.path);
    if (!target.ok)
        return target;
    // Many services keep a full copy of all values there; what waits is what differs.
    const waiting = Object.entries(valuesIn(target.value?.body ?? {}));
    const pending = Object.fromEntries(waiting.filter(([name, value]) => attributes[name] !== value));
    const facts = { complete: true, attributes, pending };
    if (target.value === null)
        return ok({ capability: 'none', facts });
    return ok({ capability: capabilityOf(settings), facts, settings, target: target.value });
}
function capabilityOf({ applyTimes }) {
    if (applyTimes.length === 0 || applyTimes.includes('OnReset'))
        return 'deferred';
    return applyTimes.includes('Immediate') ? 'immediate' : 'none';
}
function valuesIn(resource) {
    const values = [];
    for (const [name, value] of Object.entries(part(resource, 'Attributes') ?? {})) {
        if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
            values.push([name, value]);
        }
    }
    return Object.fromEntries(values);
}
//# sourceMappingURL=bios.js.map