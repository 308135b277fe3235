import type { MachineName } from '../model/names.ts';

/** What a discovery tells, in the order in which it is told. */
export const lineKinds = [
  'new',
  'changed',
  'moved',
  'swapped',
  'vanished',
  'duplicate',
  'unmatched',
  'refused',
  'unreachable',
] as const;
export type LineKind = (typeof lineKinds)[number];

/** One thing that was found: where, which machine, what of it, and what to do. */
export interface Line {
  readonly kind: LineKind;
  /** Address as it was asked, with the system where the service fronts several; of a list also the row. */
  readonly place: string;
  /** The manifest that it is about, or the one that is proposed. */
  readonly machine?: MachineName;
  readonly message: string;
  readonly remedy?: string;
}

/** What each kind means, for people. */
export const meanings: Readonly<Record<LineKind, string>> = {
  new: 'no manifest names them yet',
  changed: 'the same hardware, reached otherwise',
  moved: 'the same hardware at another address',
  swapped: 'a part that tells the machine apart was replaced',
  vanished: 'enrolled, and not where its manifest says',
  duplicate: 'two addresses or two machines that claim to be one',
  unmatched: 'somebody answers, and it cannot be made a machine',
  refused: 'a BMC that let nobody in',
  unreachable: 'a BMC in trouble: nothing is concluded from that',
};
