import type { Instant } from '../model/names.ts';
import { never } from '../model/never.ts';
import { type Answer, refuse } from './answer.ts';
import { type Bmc, isReachable } from './bmc.ts';
import { classify, type Effect, type EffectEntry, isMutation, logEntry } from './effect.ts';
import { drawFault, type RequestRule } from './faults.ts';
import { throwGarbage } from './garbage.ts';
import { serveOddly } from './oddities.ts';
import { pathOf, serve, type TwinRequest } from './serve.ts';
import { leaveStranger, strangerAt } from './stranger.ts';
import { tick } from './tick.ts';

export interface Received {
  readonly bmc: Bmc;
  readonly answer: Answer;
  /** Must be on record before the answer leaves: one entry for a mutating request, none for a reading one. */
  readonly effects: readonly EffectEntry[];
}

/** A request as it came to pass: who received it, and what it changed there. */
interface Passed {
  readonly bmc: Bmc;
  readonly answer: Answer;
  readonly effect: Effect | null;
  readonly receiver: string;
}

/** One request reaches the BMC. Never throws, whatever the request looks like. */
export function receive(bmc: Bmc, request: TwinRequest, now: Instant): Received {
  const path = pathOf(request.target);
  const mutation = isMutation(request.method);
  const passed = pass(tick(bmc, now), request, mutation && classify(path, request.body) !== 'session', now);
  const { answer, effect } = passed;
  const status = answer.kind === 'reply' ? answer.status : null;
  const line = { at: now, machine: passed.receiver, method: request.method, path };
  return { bmc: passed.bmc, answer, effects: mutation ? [logEntry(line, request.body, status, effect)] : [] };
}

function pass(bmc: Bmc, request: TwinRequest, mutating: boolean, now: Instant): Passed {
  const receiver = bmc.spec.name;
  if (!isReachable(bmc, now)) return { bmc, answer: { kind: 'reset' }, effect: null, receiver };
  const { rule, dice } = drawFault(bmc.faults, bmc.dice, mutating, now);
  const next = dice === bmc.dice ? bmc : { ...bmc, dice };
  if (rule !== null) return passFaulty(next, rule, request, mutating, now);
  const { reply, ...change } = serve(next, request, now);
  return { bmc: change.bmc, answer: reply, effect: change.effect, receiver };
}

function passFaulty(bmc: Bmc, rule: RequestRule, request: TwinRequest, mutating: boolean, now: Instant): Passed {
  const receiver = bmc.spec.name;
  const lose = (answer: Answer): Passed => {
    if (rule.when === 'before') return { bmc, answer, effect: null, receiver };
    const change = serve(bmc, request, now);
    return { bmc: change.bmc, answer, effect: change.effect, receiver };
  };
  switch (rule.fault) {
    case 'hang':
      return lose({ kind: 'hang' });
    case 'reset':
      return lose({ kind: 'reset' });
    case 'unavailable':
      return lose(refuse(503, [['ServiceTemporarilyUnavailable', '5']], { 'retry-after': '5' }));
    case 'garbage': {
      const thrown = throwGarbage(bmc.dice);
      const passed = lose(thrown.answer);
      return { ...passed, bmc: passed.bmc.dice === bmc.dice ? { ...passed.bmc, dice: thrown.dice } : passed.bmc };
    }
    case 'nothing': {
      const change = serve(bmc, request, now);
      const lied = mutating && change.reply.status < 300;
      return { bmc: lied ? bmc : change.bmc, answer: change.reply, effect: lied ? null : change.effect, receiver };
    }
    case 'wrong-machine': {
      const stranger = pass({ ...tick(strangerAt(bmc), now), faults: [] }, request, mutating, now);
      return { ...stranger, bmc: leaveStranger(bmc, stranger.bmc) };
    }
    case 'printer':
    case 'password-change':
    case 'empty-uuid':
    case 'same-uuid':
    case 'proxy':
      return { ...serveOddly(bmc, rule.fault, request, now), receiver };
    default:
      return never(rule.fault);
  }
}
