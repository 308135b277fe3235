import { asks, type Ledger, machineIn, tell } from '../ledger.ts';
import { forgottenWork } from './03-work.ts';
import type { Law } from './law.ts';

/** What was on its way when everything was forgotten has arrived by then. */
const graceMs = 60_000;

/** After a total loss of memory nothing is done for the sake of a commit from before it. */
export const nothingFromAbsence: Law = {
  number: 3,
  name: 'nothing from absence',
  broken: (ledger) => [...outOfTheBlue(ledger), ...forgotten(ledger), ...forgottenWork(ledger)],
};

/** That a machine is managed from now on makes no command of what its manifest said before, when it was only looked at. */
const outOfTheBlue = ({ effects, evidence, landed, wishAt }: Ledger): readonly string[] =>
  effects.flatMap((effect) => {
    const { intent } = effect;
    // A correction and an old password come of no commit; a reboot is for whatever keys were written before it.
    if (!intent || intent.request.includes('#') || intent.request.startsWith('rotate:')) return [];
    if (intent.verb === 'Reboot' && intent.request.endsWith(':bios')) return [];
    const parent = evidence.commits.get(intent.commit)?.parent ?? null;
    const before = machineIn(wishAt(parent), effect);
    if (!before || before.management === 'manage') return [];
    // Of a commit that nobody took in nobody knows that it came in between.
    const isKnown = landed.some(({ accepted, at }) => accepted === parent && at < effect.at);
    return isKnown && asks({ ...before, management: 'manage' }, intent)
      ? [`it was only looked at when that was written: ${tell(effect, evidence.began)}`]
      : [];
  });

function forgotten({ effects, evidence }: Ledger): readonly string[] {
  const { acts } = evidence.scenario;
  const losses = evidence.interventions.filter(({ kind }) => kind === 'amnesia').map(({ at }) => at);
  return effects.flatMap((effect) => {
    const lost = losses.findLast((at) => at + graceMs < effect.at);
    const asked = evidence.commits.get(effect.intent?.commit ?? '')?.at;
    // What no longer is as declared is put right where policy says so, whoever remembers what.
    if (effect.intent?.request.includes('#')) return [];
    if (lost === undefined || asked === undefined || asked > lost) return [];
    // A state folder that was put back since remembers: what its copy had not seen yet is new to it.
    const isPutBack = acts.some(
      (act) => act.kind === 'rollback' && evidence.began + act.at + act.agoMs > lost && asked > evidence.began + act.at,
    );
    if (isPutBack) return [];
    return [`asked for before all was forgotten: ${tell(effect, evidence.began)}`];
  });
}
