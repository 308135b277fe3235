import { type Bmc, type BmcSpec, createBmc } from './bmc.ts';
import { createDealer, hash } from './dice.ts';
import { dealIdentity } from './identity.ts';

/**
 * The other machine at this address: of the same make, with its own identity and state, named `<name>-stranger` in the
 * effect log. It knows the same sessions, so that nothing but its identity gives it away.
 */
export function strangerAt(bmc: Bmc): Bmc {
  const stranger = bmc.stranger ?? createBmc(strangerSpec(bmc.spec));
  return { ...stranger, sessions: bmc.sessions, nextId: bmc.nextId, dice: bmc.dice };
}

function strangerSpec({ real: _, ...spec }: BmcSpec): BmcSpec {
  const name = `${spec.name}-stranger`;
  return { ...spec, name, identity: dealIdentity(createDealer(hash(`${spec.seed} ${name}`)), name) };
}

/** The BMC after its stranger answered. */
export const leaveStranger = (bmc: Bmc, stranger: Bmc): Bmc => ({
  ...bmc,
  stranger,
  sessions: stranger.sessions,
  nextId: stranger.nextId,
  dice: stranger.dice,
});
