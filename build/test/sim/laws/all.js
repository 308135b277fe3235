import { authorised } from "./01-authorised.js";
import { atMostOnce } from "./02-at-most-once.js";
import { nothingFromAbsence } from "./03-nothing-from-absence.js";
import { acceptedOnly } from "./04-accepted-only.js";
import { statusGoesForward } from "./05-status-goes-forward.js";
import { crashEquivalence } from "./06-crash-equivalence.js";
import { identityFirst } from "./07-identity-first.js";
import { singleFlight } from "./08-single-flight.js";
import { blastRadius } from "./09-blast-radius.js";
import { undeclaredIsUntouched } from "./10-undeclared-is-untouched.js";
import { quiet } from "./11-quiet.js";
import { truthful } from "./12-truthful.js";
import { confined } from "./13-confined.js";
import { bounded } from "./14-bounded.js";
/** Law 15, pure planning, is held by replay: the same seed is the same run, byte for byte. */
export const laws = [
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
//# sourceMappingURL=all.js.map