import type { Problem } from '../model/problem.ts';
import type { ParsedFile } from './parse.ts';
import { printablePath } from './printable.ts';

/** Where linking found something wrong: at the field, as far as parsing kept its place. */
export const placeIn = (file: ParsedFile, pointer: string): Pick<Problem, 'file' | 'line' | 'column' | 'pointer'> => ({
  file: printablePath(file.path),
  ...file.places[pointer],
  pointer,
});
