import type { FacilityName } from '../model/names.ts';
import { namePattern } from '../model/names.ts';

/** What a path is to one facility. */
export type Belonging =
  /** Another facility's, or none of our folders: never looked at. */
  | 'outside'
  /** Inside, and looked at by people only: Markdown, and names that begin with a dot. */
  | 'ignored'
  | 'inside';

/**
 * The scope of a facility: the fleet-wide files and its own folder. What differs from these names only in upper and
 * lower case belongs to them too, because on some file systems it would be the same folder.
 */
export function scopeOf(facility: FacilityName): (path: string) => Belonging {
  return (path) => {
    const [top = '', second = ''] = path.split('/', 2).map((name) => name.toLowerCase());
    const inside = shared.has(top) || (perFacility.has(top) && (second === facility || !path.includes('/')));
    // A file right in `facilities/` is nobody's, and a mistake of everybody's.
    const stray = top === 'facilities' && path.split('/').length === 2 && second.includes('.');
    if (!inside && !stray) return 'outside';
    return isForPeople(path) ? 'ignored' : 'inside';
  };
}

const shared: ReadonlySet<string> = new Set(['fleet.yaml', 'classes', 'images', 'components']);
const perFacility: ReadonlySet<string> = new Set(['facilities', 'approvals']);

const isForPeople = (path: string): boolean =>
  path.endsWith('.md') || path.split('/').some((name) => name.startsWith('.') && name !== '.' && name !== '..');

/** The facilities that a tree holds, sorted. */
export function facilitiesOf(paths: Iterable<string>): FacilityName[] {
  const names = new Set<string>();
  for (const path of paths) {
    const [top, name, file] = path.split('/', 3);
    if (top === 'facilities' && name !== undefined && file !== undefined && namePattern.test(name)) names.add(name);
  }
  return [...names].sort();
}
