import { ok } from "../../../model/result.js";
import { text } from "../../../redfish/fields.js";
import { given } from "../../../redfish/given.js";
import { telling } from "../../../redfish/identity-value.js";
import { label } from "../../../redfish/printable.js";
import { byId, isPresent, positive, readParts } from "./parts.js";
/** CPUs; GPUs and other accelerators are listed in the same collection. */
export async function readProcessors(reader, system) {
    const found = await readParts(reader, system, 'Processors');
    if (!found.ok)
        return found;
    const cpus = found.value.filter((cpu) => isPresent(cpu) && (text(cpu, 'ProcessorType') ?? 'CPU') === 'CPU');
    return ok(byId(cpus.map(describe)));
}
const describe = (cpu) => ({
    id: label(cpu, 'Id') ?? '',
    ...given({
        model: telling(text(cpu, 'Model')),
        cores: positive(cpu, 'TotalCores'),
        threads: positive(cpu, 'TotalThreads'),
    }),
});
//# sourceMappingURL=processors.js.map