import { type Bmc } from './bmc.ts';
/**
 * The other machine at this address: of the same make, with its own identity and state, named `<name>-stranger` in the
 * effect log. It knows the same sessions, so that nothing but its identity gives it away.
 */
export declare function strangerAt(bmc: Bmc): Bmc;
/** The BMC after its stranger answered. */
export declare const leaveStranger: (bmc: Bmc, stranger: Bmc) => Bmc;
