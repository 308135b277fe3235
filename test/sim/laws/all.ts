import { authorised } from './01-authorised.ts';
import { atMostOnce } from './02-at-most-once.ts';
import { nothingFromAbsence } from './03-nothing-from-absence.ts';
import { acceptedOnly } from './04-accepted-only.ts';
import { statusGoesForward } from './05-status-goes-forward.ts';
import { crashEquivalence } from './06-crash-equivalence.ts';
import { identityFirst } from './07-identity-first.ts';
import { singleFlight } from './08-single-flight.ts';
import { blastRadius } from './09-blast-radius.ts';
import { undeclaredIsUntouched } from './10-undeclared-is-untouched.ts';
import { quiet } from './11-quiet.ts';
import { truthful } from './12-truthful.ts';
import { confined } from './13-confined.ts';
import { bounded } from './14-bounded.ts';
import type { Law } from './law.ts';

/** Law 15, pure planning, is held by replay: the same seed is the same run, byte for byte. */
export const laws: readonly Law[] = [
  authorised,
  atMostOnce,
  nothingFromAbsence,
  acceptedOnly,
  statusGoesForward,
  crashEquivalence,
  identityFirst,
  singleFlight,
  blastRadius,
  undeclaredIsUntouched,
  quiet,
  truthful,
  confined,
  bounded,
];
