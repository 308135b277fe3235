import { linkPause } from "./link-machine.js";
import { readPath } from "./path.js";
/** From the files that are right by themselves, whatever is wrong between them or with others. */
export function readRestraint(facility, files) {
    const parked = new Map();
    const protectedMachines = new Set();
    let paused;
    for (const { path, manifest } of files) {
        const where = readPath(path);
        if (where === null || !('facility' in where) || where.facility !== facility)
            continue;
        if (manifest.kind === 'Facility' && manifest.spec.paused !== undefined)
            paused = linkPause(manifest.spec.paused);
        if (manifest.kind !== 'Machine')
            continue;
        const { metadata, spec } = manifest;
        if (spec.parked !== undefined)
            parked.set(metadata.name, linkPause(spec.parked));
        if (spec.protected === true)
            protectedMachines.add(metadata.name);
    }
    return { ...(paused === undefined ? {} : { paused }), parked, protected: protectedMachines };
}
//# sourceMappingURL=restraint.js.map