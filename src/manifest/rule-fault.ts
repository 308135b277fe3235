import type { Fault } from './fault.ts';
import { shown } from './printable.ts';

/** What a schema cannot say, of one file by itself. `at` is filled in by whoever knows the text. */
export type RuleFault = Omit<Fault, 'at'> & {
  readonly pointer: string;
  /** Where in the value of the field, in UTF-16 code units; absent: the field as a whole. */
  readonly within?: number;
};

/** A rule that the field at `pointer` breaks. */
export const fault = (pointer: string, message: string, value: string, remedy?: string): RuleFault => ({
  code: 'schema',
  pointer,
  message,
  value: shown(value),
  ...(remedy === undefined ? {} : { remedy }),
});
