import type { Problem } from '../model/problem.ts';
import { bounded } from './bounded.ts';
import { Claims } from './claims.ts';
import type { ParsedFile } from './parse.ts';

/**
 * What must be unique in the whole fleet and a reconciler, which reads its own scope only, cannot see: names, serial
 * numbers, UUIDs and BMC MACs over all facilities. Addresses are left out: facilities may use the same private ranges.
 */
export function checkAcross(files: Iterable<ParsedFile>): Problem[] {
  const claims = new Claims();
  for (const file of files) claims.add(file);
  return bounded(claims.problems().filter(({ code }) => code !== 'address-duplicate'));
}
