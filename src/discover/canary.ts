/** Services that look alike may be one behind many addresses; so many refusals, and nobody else is asked. */
const refusalsMax = 2;

interface Crowd {
  /** Somebody of it took these credentials. */
  trusted: boolean;
  refusals: number;
  busy: boolean;
  readonly waiting: (() => void)[];
}

/**
 * Lets the first login to services of one look go alone, until one of them succeeded: a proxy that answers for a whole
 * subnet is one account, and a wrong password shown to all of it at one time would lock it. Where the first ones are
 * refused, the rest is not asked.
 */
export class Canary {
  readonly #crowds = new Map<string, Crowd>();

  /** False: not to be tried. True: whoever asked must call `done`. */
  async enter(look: string): Promise<boolean> {
    const crowd = this.#crowds.get(look) ?? { trusted: false, refusals: 0, busy: false, waiting: [] };
    this.#crowds.set(look, crowd);
    while (crowd.busy && !crowd.trusted) await new Promise<void>((go) => crowd.waiting.push(go));
    if (!crowd.trusted && crowd.refusals >= refusalsMax) return false;
    crowd.busy = true;
    return true;
  }

  done(look: string, came: 'in' | 'refused' | 'neither'): void {
    const crowd = this.#crowds.get(look);
    if (crowd === undefined) return;
    if (came === 'in') crowd.trusted = true;
    if (came === 'refused') crowd.refusals++;
    crowd.busy = false;
    for (const go of crowd.waiting.splice(0)) go();
  }
}
