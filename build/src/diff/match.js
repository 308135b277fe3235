/** Does this hardware satisfy its class? Each way in which it does not, for people; empty: it does. Unknown is no miss. */
export function mismatches(expects, hardware) {
    const found = [];
    const exact = (what, wanted, seen) => {
        if (wanted !== undefined && seen !== undefined && wanted !== seen)
            found.push(`${what} is ${seen}, not ${wanted}`);
    };
    const atLeast = (what, wanted, seen) => {
        if (wanted !== undefined && seen !== undefined && seen < wanted)
            found.push(`${what}: ${seen}, fewer than ${wanted}`);
    };
    exact('manufacturer', expects.manufacturer, hardware.manufacturer);
    exact('model', expects.model, hardware.model);
    const { processors, memory, drives, nics } = hardware;
    atLeast('processors', expects.processors?.count, processors.length);
    for (const processor of processors) {
        exact(`processor ${processor.id}`, expects.processors?.model, processor.model);
        atLeast(`cores of processor ${processor.id}`, expects.processors?.cores, processor.cores);
    }
    atLeast('memory modules', expects.memoryModules, memory.length);
    // The sum is only known when every module tells its size.
    const gib = memory.every((m) => m.mib !== undefined)
        ? memory.reduce((sum, m) => sum + (m.mib ?? 0), 0) / 1024
        : undefined;
    atLeast('memory in GiB', expects.memoryGiB, gib);
    for (const wanted of expects.drives ?? []) {
        const fitting = drives.filter((d) => (wanted.media === undefined || d.media === undefined || d.media === wanted.media) &&
            (wanted.minGB === undefined || d.bytes === undefined || d.bytes >= wanted.minGB * 1e9));
        const which = [wanted.media, wanted.minGB === undefined ? undefined : `≥ ${wanted.minGB} GB`];
        atLeast(`drives ${which.filter(Boolean).join(' ')}`.trim(), wanted.count, fitting.length);
    }
    const fast = nics.filter((n) => expects.nics?.minMbps === undefined || n.mbps === undefined || n.mbps >= expects.nics.minMbps);
    atLeast('network interfaces', expects.nics?.count, fast.length);
    floor('BIOS', expects.firmware?.bios, hardware.biosVersion, found);
    floor('BMC firmware', expects.firmware?.bmc, hardware.bmcVersion, found);
    return found;
}
function floor(what, wanted, seen, found) {
    if (wanted === undefined || seen === undefined)
        return;
    if (compareVersions(seen, wanted) < 0)
        found.push(`${what} ${seen} is older than ${wanted}`);
}
/** Runs of digits by number, everything between by text: `1.9.0` is older than `1.13.2`. */
export function compareVersions(a, b) {
    const parts = (version) => version.match(/\d+|[^\d]+/g) ?? [];
    const [left, right] = [parts(a), parts(b)];
    for (let i = 0; i < Math.max(left.length, right.length); i++) {
        const [x, y] = [left[i] ?? '', right[i] ?? ''];
        if (x === y)
            continue;
        const numbers = /^\d+$/.test(x) && /^\d+$/.test(y);
        const difference = numbers ? Number(x) - Number(y) : x < y ? -1 : 1;
        if (difference !== 0)
            return difference;
    }
    return 0;
}
//# sourceMappingURL=match.js.map