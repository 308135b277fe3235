import { limits } from "./limits.js";
/** At most 100 problems; one more then stands for the rest and says how many they are. */
export function bounded(problems) {
    const first = problems[limits.problems];
    if (first === undefined)
        return [...problems];
    const more = problems.length - limits.problems;
    const rest = {
        code: first.code,
        file: first.file,
        message: `and ${more} more ${more === 1 ? 'problem' : 'problems'}`,
    };
    return [...problems.slice(0, limits.problems), { ...rest, remedy: 'mend those above first' }];
}
//# sourceMappingURL=bounded.js.map