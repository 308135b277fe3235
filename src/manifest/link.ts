import type { Fleet } from '../model/fleet.ts';
import type { FacilityName } from '../model/names.ts';
import type { Problem } from '../model/problem.ts';
import type { Result } from '../model/result.ts';
import { Linker } from './linker.ts';
import type { ParsedFile } from './parse.ts';

/** All files of one facility's scope, each right by itself, as one fleet: or everything that is wrong between them. */
export function linkFleet(facility: FacilityName, files: readonly ParsedFile[]): Result<Fleet, Problem[]> {
  const linker = new Linker(facility);
  linker.change(files.map((file) => [file.path, file]));
  return linker.link();
}
