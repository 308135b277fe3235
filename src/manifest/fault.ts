import type { Problem } from '../model/problem.ts';
import { Lines } from './lines.ts';
import { printablePath } from './printable.ts';

/** A problem while its file is being read: its place is still an offset into the text. */
export interface Fault extends Omit<Problem, 'file' | 'line' | 'column'> {
  /** UTF-16 code units from the beginning; absent when the whole file is meant. */
  readonly at?: number;
}

/** The faults of one file as problems, in the order of their places. */
export function problemsOf(path: string, text: string, faults: readonly Fault[]): Problem[] {
  const lines = new Lines(text);
  const file = printablePath(path);
  return faults
    .toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0))
    .map(({ at, ...fault }) => ({ ...fault, file, ...(at === undefined ? {} : lines.placeOf(at)) }));
}
