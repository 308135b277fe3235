import type { Ledger } from '../ledger.ts';

/** One law of the design, and how a run is held against it. */
export interface Law {
  /** As in the design: 1 to 15. */
  readonly number: number;
  readonly name: string;
  /** What breaks it, in words; empty: it holds. */
  readonly broken: (ledger: Ledger) => readonly string[];
}
