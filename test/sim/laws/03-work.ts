import type { Ledger } from '../ledger.ts';

/** What was on its way when everything was forgotten has arrived by then. */
const graceMs = 60_000;

/** After a total loss of memory no work is handed out for the sake of a commit from before it. */
export function forgottenWork({ evidence, granted }: Ledger): readonly string[] {
  const { acts } = evidence.scenario;
  const losses = evidence.interventions.filter(({ kind }) => kind === 'amnesia').map(({ at }) => at);
  return evidence.handed.flatMap(({ at, grant, verb, station }) => {
    const lost = losses.findLast((when) => when + graceMs < at);
    const asked = evidence.commits.get(granted(grant, at)?.commit ?? '')?.at;
    if (lost === undefined || asked === undefined || asked > lost) return [];
    // A state folder that was put back since remembers.
    if (acts.some((act) => act.kind === 'rollback' && evidence.began + act.at + act.agoMs > lost)) return [];
    return [`${verb} handed out to station ${station + 1}, asked for before all was forgotten`];
  });
}
