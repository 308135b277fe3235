import type { Ticks } from '../model/names.ts';

/** Requests that a peer may have made at once, and how many more it may make each second. */
const burst = 100;
const perSecond = 20;
const peersMax = 8_192;

/** How often each peer may ask. A peer that is forgotten, because others came, begins anew. */
export class Rates {
  readonly #peers = new Map<string, { readonly left: number; readonly at: Ticks }>();

  admits(peer: string, now: Ticks): boolean {
    const known = this.#peers.get(peer);
    const left = known === undefined ? burst : Math.min(burst, known.left + ((now - known.at) / 1_000) * perSecond);
    this.#peers.delete(peer);
    this.#peers.set(peer, { left: left < 1 ? left : left - 1, at: now });
    const [oldest] = this.#peers.keys();
    if (this.#peers.size > peersMax && oldest !== undefined) this.#peers.delete(oldest);
    return left >= 1;
  }
}
