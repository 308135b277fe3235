import type { Caller, WorkItem } from '../model/boot.ts';
import type { Started } from '../model/outcome.ts';
import type { Claim } from '../ports/agents.ts';
import type { Clock } from '../ports/clock.ts';
import type { Claimants } from './claimants.ts';
import { writeLines } from './lines.ts';
import { type BootAnswer, textAnswer } from './message.ts';

/** How long an agent's question is kept open, so that work is handed out the moment that there is some. */
const holdMs = 20_000;
/** How long work waits for an agent that is between two questions. */
const handMs = 30_000;

export interface CounterOptions {
  readonly clock: Clock;
  readonly claimants: Claimants;
  /** The answer with the signed item; a string says why it must not be handed out. */
  readonly pack: (item: WorkItem) => BootAnswer | string;
  /** Called just before an item goes out. */
  readonly handing: () => void;
}

interface Question {
  readonly caller: Caller;
  answer(answer: BootAnswer): void;
}

/**
 * Where the agent of one machine asks for work and the reconciler hands it out, whoever comes first. One agent at a time:
 * which one that is, and whether it may ask at all, is settled before it gets here.
 */
export class Counter {
  readonly #options: CounterOptions;
  #question: Question | null = null;
  /** The claim that may still hand something out. */
  #offered: Claim | null = null;
  /** An item on its way to an agent that is not here at the moment. */
  #parcel: ((question: Question | null) => void) | null = null;

  constructor(options: CounterOptions) {
    this.#options = options;
  }

  /** Answers at the latest after `holdMs`. */
  ask(caller: Caller, gone: AbortSignal): Promise<BootAnswer> {
    this.#question?.answer(waitAnswer(5));
    return new Promise((resolve) => {
      const done = new AbortController();
      const question: Question = {
        caller,
        answer: (answer) => {
          if (this.#question === question) this.#question = null;
          gone.removeEventListener('abort', leave);
          done.abort();
          resolve(answer);
        },
      };
      const leave = (): void => question.answer(waitAnswer(5));
      this.#question = question;
      if (gone.aborted) return leave();
      gone.addEventListener('abort', leave);
      void this.#options.clock.sleep(holdMs, done.signal).then(() => question.answer(waitAnswer(1)));
      if (this.#parcel === null) this.#match();
      else this.#parcel(question);
    });
  }

  /** Somebody new waits with work: what another was offered and has not answered is void. */
  claimed(): void {
    this.#withdraw();
    this.#match();
  }

  /** Another attempt, another run, or nobody any more: what was offered is void, and whoever asks is put off. */
  clear(): void {
    this.#withdraw();
    this.#question?.answer(waitAnswer(5));
  }

  #withdraw(): void {
    this.#offered = null;
    this.#parcel?.(null);
  }

  #match(): void {
    const question = this.#question;
    if (question === null || this.#offered !== null || this.#options.claimants.size === 0) return;
    const claim: Claim = {
      caller: question.caller,
      hand: (item) => this.#hand(claim, item),
      refuse: () => {
        if (this.#offered !== claim) return;
        this.#offered = null;
        this.#question?.answer(waitAnswer(5));
      },
    };
    this.#offered = claim;
    this.#options.claimants.give(claim);
  }

  async #hand(claim: Claim, item: WorkItem): Promise<Started> {
    if (this.#offered !== claim || this.#parcel !== null)
      return unsent('the agent is no longer the one that was offered');
    const packed = this.#options.pack(item);
    if (typeof packed === 'string') return { kind: 'refused', status: 422, message: packed };
    const question = this.#question ?? (await this.#nextQuestion());
    if (question === null || this.#offered !== claim) return unsent('the agent did not come back for its work');
    this.#offered = null;
    this.#options.handing();
    return new Promise((resolve) => {
      const sent = (whole: boolean): void =>
        resolve(
          whole
            ? { kind: 'accepted', status: packed.status }
            : { kind: 'ambiguous', message: 'the connection broke while the work was handed out' },
        );
      question.answer({ ...packed, sent });
    });
  }

  #nextQuestion(): Promise<Question | null> {
    return new Promise((resolve) => {
      const over = new AbortController();
      const end = (question: Question | null): void => {
        if (this.#parcel === end) this.#parcel = null;
        over.abort();
        resolve(question);
      };
      this.#parcel = end;
      void this.#options.clock.sleep(handMs, over.signal).then(() => end(null));
    });
  }
}

const unsent = (message: string): Started => ({ kind: 'unsent', message });

export const waitAnswer = (seconds: number): BootAnswer =>
  textAnswer(
    200,
    writeLines([
      ['then', 'wait'],
      ['seconds', String(seconds)],
    ]),
  );
