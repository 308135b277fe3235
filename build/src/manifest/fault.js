import { Lines } from "./lines.js";
import { printablePath } from "./printable.js";
/** The faults of one file as problems, in the order of their places. */
export function problemsOf(path, text, faults) {
    const lines = new Lines(text);
    const file = printablePath(path);
    return faults
        .toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0))
        .map(({ at, ...fault }) => ({ ...fault, file, ...(at === undefined ? {} : lines.placeOf(at)) }));
}
//# sourceMappingURL=fault.js.map