/** The candidate that a slip of the hand would explain, if there is one: for "did you mean …". */
export function nearest(word, candidates) {
    if (word.length > longest)
        return undefined;
    // One slip in a short word, one for each three letters in a longer one.
    let allowed = Math.max(1, Math.floor(word.length / 3));
    let best;
    let looked = 0;
    for (const candidate of candidates) {
        if (++looked > candidatesMax)
            break;
        if (Math.abs(candidate.length - word.length) > allowed || candidate.length > longest)
            continue;
        const slips = slipsBetween(word.toLowerCase(), candidate.toLowerCase());
        if (slips > allowed || (slips === allowed && best !== undefined))
            continue;
        best = candidate;
        allowed = slips;
    }
    return best;
}
const longest = 64;
const candidatesMax = 5_000;
/** Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment distance). */
function slipsBetween(a, b) {
    let older = [];
    let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
        const current = [i];
        for (let j = 1; j <= b.length; j++) {
            const same = a[i - 1] === b[j - 1];
            let least = Math.min(at(previous, j) + 1, at(current, j - 1) + 1, at(previous, j - 1) + (same ? 0 : 1));
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
                least = Math.min(least, at(older, j - 2) + 1);
            current.push(least);
        }
        older = previous;
        previous = current;
    }
    return at(previous, b.length);
}
const at = (row, index) => row[index] ?? 0;
/** `did you mean "x"?`, or nothing. */
export function didYouMean(word, candidates) {
    const near = nearest(word, candidates);
    return near === undefined ? {} : { remedy: `did you mean \`${near}\`?` };
}
//# sourceMappingURL=nearest.js.map