import type { DiskState } from '../model/boot.ts';
import type { Facts } from '../model/inventory.ts';
import { type MachineMemory, type Open, type Requested, stepOf, type Work } from '../model/memory.ts';
import type { Instant } from '../model/names.ts';
import type { Outcome } from '../model/outcome.ts';
import { isPulled } from '../model/verb.ts';
import {
  attemptsMax,
  isBooted,
  isPulledRequest,
  type PulledRequest,
  withNextAttempt,
  without,
} from './boot-attempt.ts';

/** A step that is lost more often is no accident any more. */
const lostMax = 3;

/** An intent's end, as memory; `at`: when it was known. What was withdrawn leaves no trace: it never left. */
export function applyOutcome(known: MachineMemory, open: Open, outcome: Outcome, at: Instant): MachineMemory {
  const { open: _, ...rest } = known;
  const request = known.requests[open.request];
  if (!request || outcome.kind === 'withdrawn') return rest;
  return { ...rest, requests: { ...known.requests, [open.request]: after(request, open, outcome, at) } };
}

function after(
  request: Requested,
  open: Open,
  outcome: Exclude<Outcome, { kind: 'withdrawn' }>,
  at: Instant,
): Requested {
  if (isPulledRequest(request))
    return isPulled(open.args.verb) ? afterAgent(request, open, outcome, at) : afterBmc(request, open, outcome, at);
  if (outcome.kind === 'unfinished') return withEnd(request, open, leftUnfinished(open, outcome));
  if (outcome.kind === 'lost') return withLost(request, stepOf(open.args));
  return withEnd(request, open, outcome);
}

/**
 * The memory of its request was lost meanwhile, and it is taken as done: nobody boots the machine for it again. What was written
 * to is for people to find out.
 */
function leftUnfinished(
  { args: { verb } }: Open,
  { message, disk }: Extract<Outcome, { kind: 'unfinished' }>,
): Extract<Outcome, { kind: 'failed' | 'unknown' }> {
  if (!isPulled(verb)) throw new Error(`only what an agent does can be unfinished, not ${verb}`);
  return verb === 'Inspect'
    ? { kind: 'failed', message }
    : { kind: 'unknown', message: `${message}; ${diskWords(disk)}` };
}

function withEnd<R extends Requested>(
  request: R,
  open: Open,
  outcome: Extract<Outcome, { kind: 'done' | 'failed' | 'unknown' }>,
): R {
  return {
    ...request,
    steps: { ...request.steps, [stepOf(open.args)]: outcome.kind },
    ...(outcome.kind === 'unknown' ? { state: 'unknown' } : {}),
    ...(outcome.kind === 'done' ? {} : { message: outcome.message }),
  };
}

/** It never arrived, or came undone: the step is taken once more, under another grant. */
export function withLost<R extends Requested>(request: R, step: string): R {
  const count = (request.lost?.[step] ?? 0) + 1;
  const lost = { ...request.lost, [step]: count };
  const { [step]: _, ...others } = request.steps;
  return { ...request, steps: count > lostMax ? { ...others, [step]: 'failed' } : others, lost };
}

/** A step of the BMC for a request that an agent carries out. */
function afterBmc(
  request: PulledRequest,
  open: Open,
  outcome: Exclude<Outcome, { kind: 'withdrawn' }>,
  at: Instant,
): PulledRequest {
  const { power } = open.expect;
  const from = request.work.from ?? (power === 'Off' ? 'Off' : 'On');
  const work: Work = { ...request.work, from };
  const step = stepOf(open.args);
  if (outcome.kind === 'unfinished') throw new Error(`only what an agent does can be unfinished, not ${step}`);
  // A BMC that would not let go of our medium is asked again, a few times: it is our own, and a busy BMC says no to anything.
  const again = outcome.kind === 'lost' || (outcome.kind !== 'done' && step === 'EjectMedia');
  if (again) return { ...withLost(request, step), work };
  const ended = { ...withEnd(request, open, outcome), work };
  // A medium of ours that may be in goes out before the request is over.
  if (outcome.kind === 'unknown' && ended.steps.InsertMedia) return { ...ended, state: request.state };
  if (outcome.kind !== 'done') return ended;
  // Whatever was ejected before it was not this one.
  if (step === 'InsertMedia') return without(ended, ['EjectMedia']);
  if (work.endedAt === undefined) return ended;
  // What was installed has its time from then on.
  const begins = work.iso && (step === 'Reboot' || step === 'PowerOn');
  const isOut = step === 'EjectMedia' && !(work.iso && isBooted(request));
  return begins || isOut ? { ...ended, work: { ...work, endedAt: at } } : ended;
}

/** The agent's own step. What made it start is over with it, so that the same verbs may come again afterwards. */
function afterAgent(
  request: PulledRequest,
  open: Open,
  outcome: Exclude<Outcome, { kind: 'withdrawn' }>,
  at: Instant,
): PulledRequest {
  const { verb } = request;
  const { disk: _, ...kept } = request.work;
  const work: Work = { ...kept, grant: open.grant };
  const booted = without(request, ['SetBootOnce', 'PowerOff', 'PowerOff/force', 'PowerOn', 'Reboot']);
  switch (outcome.kind) {
    case 'done': {
      const { evidence, receipts } = outcome;
      const { message: _, ...rest } = booted;
      const end = { steps: { ...booted.steps, [verb]: 'done' as const } };
      return { ...rest, ...end, work: { ...work, evidence, ...(receipts ? { receipts } : {}), endedAt: at } };
    }
    case 'failed': {
      const { message, receipts, disk } = outcome;
      const told = { ...(disk ? { disk } : {}), ...(receipts ? { receipts } : {}) };
      return failedWith(booted, message, { ...work, ...told, endedAt: at });
    }
    case 'unfinished': {
      const { disk } = outcome;
      const told: Work = { ...work, ...(disk ? { disk } : {}) };
      const attempts = (work.attempts ?? 0) + 1;
      if (attempts < attemptsMax) return { ...withNextAttempt(request, told), message: outcome.message };
      const message = `${outcome.message}, as in each of ${attemptsMax} boot attempts; ${diskWords(disk)}`;
      return failedWith(booted, message, { ...told, endedAt: at });
    }
    case 'lost':
    case 'unknown':
      throw new Error(`what became of ${verb} is known from its disk, and is never ${outcome.kind}`);
  }
}

const failedWith = (request: PulledRequest, message: string, work: Work): PulledRequest => ({
  ...request,
  steps: { ...request.steps, [request.verb]: 'failed' },
  message,
  work,
});

/** For people: what is known of the disk. */
const diskWords = (disk: DiskState | undefined): string =>
  disk === undefined ? 'whether its disk was written to is not known' : `its disk is ${disk}`;

/** A medium that went out, or a boot source that was lost, before the machine was started: it is done again. */
export function withRelapses(request: PulledRequest, facts: Facts): PulledRequest {
  const { steps, verb } = request;
  const { iso, takenBack } = request.work;
  if (isBooted(request) || (steps[verb] && !iso) || takenBack) return request;
  const out = facts.media !== undefined && !facts.media.some(({ inserted, ours }) => inserted && ours);
  if (steps.InsertMedia === 'done' && out) return withLost(request, 'InsertMedia');
  const lost = facts.boot.enabled !== 'Once' && facts.boot.enabled !== 'Continuous';
  if (steps.SetBootOnce !== 'done' || !lost) return request;
  if (!iso) return withLost(request, 'SetBootOnce');
  // Somebody may have restarted the machine, and an ISO that was booted is not booted again: it may be what installs itself.
  const message = 'the boot source was gone before the reset: whether the ISO was booted is not known';
  return { ...request, steps: { ...steps, SetBootOnce: 'unknown' }, message };
}
