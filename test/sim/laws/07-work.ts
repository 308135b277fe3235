import { headsWithin, type Ledger } from '../ledger.ts';

/** Work goes to the machine that was enrolled; to another one only where that had its token, and was first with it. */
export function foreignWork(ledger: Ledger): readonly string[] {
  const { evidence, wishAt } = ledger;
  const admitted = evidence.admitted.map(
    ({ at, station, target }) =>
      `whoever guessed a token at station ${station + 1} was let in to ${target}, at ${at - evidence.began} ms`,
  );
  const handed = evidence.handed.flatMap(({ at, station, serial, ghost, verb, grant }) => {
    const hadToken = evidence.scenario.acts.some(
      (act) => act.kind === 'host' && act.fault === 'twice' && act.station === station,
    );
    if (ghost) return hadToken ? [] : [`a machine that guessed got ${verb} of station ${station + 1}`];
    const { commit = null } = ledger.granted(grant, at) ?? {};
    const isEnrolled = [commit, ...headsWithin(ledger, at - 90_000, at)].some((head) =>
      wishAt(head)?.machines.some((machine) => machine.station === station && machine.serial === serial),
    );
    return isEnrolled ? [] : [`another board in station ${station + 1} got ${verb}`];
  });
  return [...admitted, ...handed];
}
