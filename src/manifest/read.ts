import type { Fleet } from '../model/fleet.ts';
import type { FacilityName } from '../model/names.ts';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import { fail } from '../model/result.ts';
import { bounded } from './bounded.ts';
import type { TreeFile } from './check-tree.ts';
import { checkTree } from './check-tree.ts';
import { linkFleet } from './link.ts';
import type { ParsedFile } from './parse.ts';
import { parseFile } from './parse.ts';
import { isManifestPath } from './path.ts';
import { scopeOf } from './scope.ts';

export interface FileWithContent extends TreeFile {
  readonly content: Uint8Array;
}

export interface Reading {
  readonly fleet: Result<Fleet, readonly Problem[]>;
  /** What is right by itself, whatever else is wrong. */
  readonly files: readonly ParsedFile[];
}

/** One facility out of a whole tree in memory: checked, parsed, linked. One bad file refuses it all. */
export function readFleet(facility: FacilityName, entries: readonly FileWithContent[]): Reading {
  const wrongPlaces = checkTree(
    facility,
    entries.map(({ path, mode, content }) => ({ path, mode, bytes: content.length })),
  );
  if (wrongPlaces.some(({ code }) => code === 'tree-too-large')) return { fleet: fail(wrongPlaces), files: [] };
  const belonging = scopeOf(facility);
  const parsed = entries
    .filter(({ path, mode }) => mode === '100644' && belonging(path) === 'inside' && isManifestPath(path))
    .map(({ path, content }) => parseFile(path, content));
  const files = parsed.flatMap((result) => (result.ok ? [result.value] : []));
  const problems = [...wrongPlaces, ...parsed.flatMap((result) => (result.ok ? [] : result.error))];
  return { fleet: problems.length > 0 ? fail(bounded(problems)) : linkFleet(facility, files), files };
}
