import type { FacilityName } from '../model/names.ts';
/** What a path is to one facility. */
export type Belonging = 
/** Another facility's, or none of our folders: never looked at. */
'outside'
/** Inside, and looked at by people only: Markdown, and names that begin with a dot. */
 | 'ignored' | 'inside';
/**
 * The scope of a facility: the fleet-wide files and its own folder. What differs from these names only in upper and
 * lower case belongs to them too, because on some file systems it would be the same folder.
 */
export declare function scopeOf(facility: FacilityName): (path: string) => Belonging;
/** The facilities that a tree holds, sorted. */
export declare function facilitiesOf(paths: Iterable<string>): FacilityName[];
