import { lastHolds, lastRequests } from '../last-status.ts';
import { isRecord } from '../ledger.ts';
import { untrueDisks } from './12-disks.ts';
import { untrueListeners } from './12-listeners.ts';
import { untoldParts } from './12-parts.ts';
import { untrueStarts } from './12-starts.ts';
import type { Law } from './law.ts';

/** `done` needs an effect that the hardware had; what waits says what it waits for. */
export const truthful: Law = {
  number: 12,
  name: 'truthful',
  broken: (ledger) => {
    const { evidence, effects, wishAt, heads } = ledger;
    const wrong: string[] = [
      ...untoldParts(ledger),
      ...untrueDisks(ledger),
      ...untrueStarts(ledger),
      ...untrueListeners(ledger),
    ];
    const holds = lastHolds(evidence);
    const wish = wishAt(heads.at(-1)?.head ?? null);
    for (const machine of wish?.machines ?? []) {
      const requests = lastRequests(evidence, machine);
      if (requests === null) {
        wrong.push(`${machine.name} has no status`);
        continue;
      }
      // A hand on the machine looks like an effect of ours.
      const touched = evidence.interventions.some(
        ({ station, kind }) => station === machine.station && (kind === 'button' || kind === 'board'),
      );
      for (const [id, request] of Object.entries(requests)) {
        if (!isRecord(request)) continue;
        const operation = machine.operations.find((one) => one.id === id);
        const steps = isRecord(request.steps) ? request.steps : {};
        const done = Object.entries(steps)
          .filter(([, how]) => how === 'done')
          .map(([step]) => step);
        for (const step of done) {
          // What is asked for may have been so before, by an effect for another request.
          const had =
            effects.some(
              ({ station, verb, force }) => station === machine.station && `${verb}${force ? '/force' : ''}` === step,
            ) ||
            // An agent that was given work may have been told to power its machine off, and did.
            evidence.handed.some(
              ({ station, verb }) =>
                station === machine.station && (verb === step || step === 'PowerOff' || step === 'PowerOff/force'),
            );
          if (!had && !touched && evidence.received.length > 0)
            wrong.push(`${machine.name} ${id}: ${step} is done, and nothing was received`);
        }
        const real = effects.some(({ intent, entry }) => intent?.request === id && entry.effect !== null);
        if (
          operation?.verb === 'Reboot' &&
          request.verb === 'Reboot' &&
          request.state === 'done' &&
          !real &&
          !touched
        ) {
          wrong.push(`${machine.name} ${id}: done, and the machine was not reset`);
        }
        const held = holds.some((hold) => hold.machine === machine.name && hold.request === id);
        if (request.state === 'pending' && !held && evidence.settledAt !== null) {
          wrong.push(`${machine.name} ${id} waits, and nobody says for what`);
        }
      }
    }
    return wrong;
  },
};
