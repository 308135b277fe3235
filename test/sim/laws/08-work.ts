import type { Ledger } from '../ledger.ts';

/** An agent is told to leave its machine only once our medium is out of it, so that it never boots from that again. */
export function leftWithMedium({ evidence }: Ledger): readonly string[] {
  // What is shown of a BMC that is another's says nothing of this one.
  const isMistaken = (at: number): boolean =>
    evidence.scenario.acts.some(
      (act) => act.kind === 'bmc' && act.rule.fault === 'wrong-machine' && evidence.began + act.at <= at,
    );
  return evidence.released.flatMap(({ at, station, then, media }) =>
    media > 0 && !isMistaken(at)
      ? [`the agent of station ${station + 1} was told to ${then} with a medium in it, at ${at - evidence.began} ms`]
      : [],
  );
}
