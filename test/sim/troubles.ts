import type { Call, Fate } from '../../src/rehearsal/fate.ts';
import type { Kernel } from '../../src/rehearsal/kernel.ts';
import type { Objects } from '../../src/rehearsal/objects.ts';
import type { Dealer } from '../../src/twin/dice.ts';
import type { Act } from './scenario.ts';
import { stepOf } from './step.ts';

/** A death that is on its way. */
export interface Doom {
  /** Calls until then, of those that are counted. */
  calls: number;
  readonly when: 'before' | 'after';
  readonly reboots: boolean;
  readonly downMs: number;
  readonly atReads: boolean;
  readonly only?: Call['port'];
  readonly again?: number;
}

interface Trouble {
  readonly port: Call['port'];
  readonly trouble: NonNullable<Fate['trouble']>;
  readonly odds: number;
  readonly until: number;
  readonly onlyWrites: boolean;
}

/** Decides what becomes of each call: how long it takes, whether it goes wrong, and who dies of it. */
export class Troubles {
  readonly #kernel: Kernel;
  readonly #dealer: Dealer;
  readonly #meet: (what: string) => void;
  #troubles: Trouble[] = [];
  #slow: { readonly port: Call['port']; readonly byMs: number; readonly until: number }[] = [];
  #healed = false;

  constructor(kernel: Kernel, dealer: Dealer, meet: (what: string) => void) {
    this.#kernel = kernel;
    this.#dealer = dealer;
    this.#meet = meet;
  }

  add({ port, trouble, odds, forMs, onlyWrites = false }: Extract<Act, { kind: 'port' }>): void {
    this.#troubles.push({ port, trouble, odds, until: this.#kernel.ticks + forMs, onlyWrites });
  }

  slow({ port, byMs, forMs }: Extract<Act, { kind: 'slow' }>): void {
    this.#slow.push({ port, byMs, until: this.#kernel.ticks + forMs });
  }

  heal(): void {
    this.#troubles = [];
    this.#slow = [];
    this.#healed = true;
  }

  fateOf(call: Call, doom: Doom | null, clone: Objects): Fate {
    const dealer = this.#dealer;
    const base = call.port === 'disk' ? 1 : call.port === 'repo' ? 40 : 15;
    const lag = this.#slow.find(({ port, until }) => port === call.port && this.#kernel.ticks < until)?.byMs ?? 0;
    const slow = lag + (dealer.below(200) === 0 ? dealer.below(10_000) : 0);
    const fate: Fate = { thereMs: base + dealer.below(base) + slow, backMs: base + dealer.below(base) };
    const isCounted = doom && (call.writes || doom.atReads) && (doom.only ?? call.port) === call.port;
    if (isCounted) {
      doom.calls -= 1;
      if (doom.calls < 0) {
        this.#meet(`${stepOf(call, clone)}|death ${doom.when}`);
        return { ...fate, dies: doom.when };
      }
    }
    if (this.#healed) return fate;
    const { ticks } = this.#kernel;
    const trouble = this.#troubles.find(
      (one) =>
        one.port === call.port &&
        (call.writes || !one.onlyWrites) &&
        ticks < one.until &&
        dealer.below(1_000) < one.odds * 1_000,
    );
    if (!trouble || (call.port === 'disk' && trouble.trouble !== 'refused')) return fate;
    this.#meet(`${stepOf(call, clone)}|${trouble.trouble}`);
    return { ...fate, trouble: trouble.trouble };
  }
}
