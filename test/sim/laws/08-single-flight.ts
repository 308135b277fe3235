import { type Ledger, tell } from '../ledger.ts';
import { leftWithMedium } from './08-work.ts';
import type { Law } from './law.ts';

/** A task that began after the last look cannot be known of. */
const noticeMs = 45_000;
const resets = new Set(['PowerOn', 'PowerOff', 'Reboot', 'PowerCycle']);

/** One thing at a time for each machine, and no power action while the BMC is at a task. */
export const singleFlight: Law = {
  number: 8,
  name: 'single flight',
  broken: (ledger) => [...overlapping(ledger), ...leftWithMedium(ledger)],
};

const overlapping = ({ effects, landed, evidence }: Ledger): readonly string[] => [
  ...landed.flatMap(({ intents, id }) => {
    const machines = intents.map(({ serial }) => serial);
    return new Set(machines).size < machines.length ? [`two intents for one machine in ${id.slice(0, 8)}`] : [];
  }),
  ...effects.flatMap((effect) =>
    effect.taskSince !== null && effect.at - effect.taskSince > noticeMs && resets.has(effect.verb)
      ? [`during a task of the BMC: ${tell(effect, evidence.began)}`]
      : [],
  ),
];
