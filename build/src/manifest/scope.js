import { namePattern } from "../model/names.js";
/**
 * The scope of a facility: the fleet-wide files and its own folder. What differs from these names only in upper and
 * lower case belongs to them too, because on some file systems it would be the same folder.
 */
export function scopeOf(facility) {
    return (path) => {
        const [top = '', second = ''] = path.split('/', 2).map((name) => name.toLowerCase());
        const inside = shared.has(top) || (perFacility.has(top) && (second === facility || !path.includes('/')));
        // A file right in `facilities/` is nobody's, and a mistake of everybody's.
        const stray = top === 'facilities' && path.split('/').length === 2 && second.includes('.');
        if (!inside && !stray)
            return 'outside';
        return isForPeople(path) ? 'ignored' : 'inside';
    };
}
const shared = new Set(['fleet.yaml', 'classes', 'images', 'components']);
const perFacility = new Set(['facilities', 'approvals']);
const isForPeople = (path) => path.endsWith('.md') || path.split('/').some((name) => name.startsWith('.') && name !== '.' && name !== '..');
/** The facilities that a tree holds, sorted. */
export function facilitiesOf(paths) {
    const names = new Set();
    for (const path of paths) {
        const [top, name, file] = path.split('/', 3);
        if (top === 'facilities' && name !== undefined && file !== undefined && namePattern.test(name))
            names.add(name);
    }
    return [...names].sort();
}
//# sourceMappingURL=scope.js.map