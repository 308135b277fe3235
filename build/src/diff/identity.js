/** Two agree, one of them the system's own, and none that both sides know differs (law 7). */
export function matches(enrolled, seen) {
    const { agreeing, differing } = compareIdentity(enrolled, seen);
    return agreeing.length >= 2 && differing.length === 0 && (agreeing.includes('uuid') || agreeing.includes('serial'));
}
const fields = ['uuid', 'serial', 'chassisSerial', 'bmcMac'];
export function compareIdentity(enrolled, seen) {
    const both = fields.filter((field) => enrolled[field] !== undefined && seen[field] !== undefined);
    // Vendors change the case of UUIDs and MACs between firmware versions.
    const same = (field) => enrolled[field]?.toLowerCase() === seen[field]?.toLowerCase();
    return { agreeing: both.filter(same), differing: both.filter((field) => !same(field)) };
}
/** For people: `serial 7XK2M93 is enrolled, 9YY1B02 answers`. */
export function explainMismatch(enrolled, seen) {
    const { agreeing, differing } = compareIdentity(enrolled, seen);
    if (differing.length > 0) {
        return differing.map((f) => `${f} ${enrolled[f]} is enrolled, ${seen[f]} answers`).join('; ');
    }
    return `two of uuid, serial, chassisSerial, bmcMac must match, one of them uuid or serial; only ${agreeing.join(', ') || 'none'} does`;
}
//# sourceMappingURL=identity.js.map