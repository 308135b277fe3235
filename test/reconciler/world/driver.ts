import type { Miss } from '../../../src/model/inventory.ts';
import type { Started } from '../../../src/model/outcome.ts';
import type { Arguments } from '../../../src/model/plan.ts';
import { verbs } from '../../../src/model/verb.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import type { InfrastructureDriver, Survey } from '../../../src/ports/driver.ts';
import type { ModelMachine } from './machine.ts';

/** What a machine received: the only witness that a test believes. */
export interface Effect {
  readonly at: number;
  readonly machine: string;
  readonly args: Arguments;
  readonly quirk?: string;
  readonly answer: Started['kind'];
  /** The machine did what it was told. */
  readonly happened: boolean;
}

/** How one request is answered, and whether it has its effect all the same. */
export interface Answer {
  readonly started: Started;
  readonly happens: boolean;
}
export const accepted: Answer = { started: { kind: 'accepted', status: 202 }, happens: true };
export const swallowed: Answer = { started: { kind: 'accepted', status: 202 }, happens: false };
export const lostAnswer: Answer = { started: { kind: 'ambiguous', message: 'timeout' }, happens: true };
export const lostRequest: Answer = { started: { kind: 'ambiguous', message: 'timeout' }, happens: false };
export const unsent: Answer = { started: { kind: 'unsent', message: 'connection refused' }, happens: false };
export const refused = (status: number, quirk?: string): Answer => ({
  started: { kind: 'refused', status, message: 'no', ...(quirk === undefined ? {} : { quirk }) },
  happens: false,
});

/** Everything that is in the racks. */
export interface Racks {
  readonly machines: Map<string, ModelMachine>;
  readonly effects: Effect[];
  /** Looks that were made. */
  looks: number;
  /** Why a look at this machine brings nothing now; null: it answers. */
  missing(machine: string, now: number): Miss | null;
  /** How machines are found that have no manifest; absent: they are not. */
  survey?: Survey;
  /** Answers still to be given to requests for this machine, first come first; without one a request is accepted. */
  readonly answers: Map<string, Answer[]>;
}

export function createDriver(racks: Racks, clock: Clock): InfrastructureDriver {
  return {
    role: 'infrastructure',
    name: 'model',
    verbs,
    ...(racks.survey ? { survey: racks.survey } : {}),
    async observe(subject, depth) {
      racks.looks += 1;
      const at = clock.now();
      const machine = racks.machines.get(subject.machine);
      const reason = machine ? racks.missing(subject.machine, clock.monotonic()) : 'Refused';
      if (!machine || reason !== null) {
        return { kind: 'missed', at, reason: reason ?? 'Refused', message: `no answer (${reason})` };
      }
      return { kind: 'seen', at, facts: machine.facts(clock.monotonic(), depth === 'full', subject.medium) };
    },
    async perform(subject, args, quirk) {
      const answer = racks.answers.get(subject.machine)?.shift() ?? accepted;
      const machine = racks.machines.get(subject.machine);
      if (answer.happens) machine?.take(args, clock.monotonic(), subject.medium);
      const happened = answer.happens && machine !== undefined;
      racks.effects.push({
        at: clock.monotonic(),
        machine: subject.machine,
        args,
        ...(quirk === undefined ? {} : { quirk }),
        answer: answer.started.kind,
        happened,
      });
      return answer.started;
    },
    async close() {},
  };
}
