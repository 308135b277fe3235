import type { GitObject } from '../object/id.ts';

const bytesMax = 32 * 1024 * 1024;

/** Objects that deltas were just built on: a chain of fifty would otherwise be walked fifty times. Bounded by bytes. */
export class RecentObjects {
  readonly #byPack = new Map<object, Map<number, GitObject>>();
  #bytes = 0;

  get(pack: object, offset: number): GitObject | undefined {
    return this.#byPack.get(pack)?.get(offset);
  }

  put(pack: object, offset: number, object: GitObject): void {
    if (object.content.length > bytesMax / 8) return;
    if (this.#bytes + object.content.length > bytesMax) {
      // Starting over is as good as remembering ages: packs are read in runs.
      this.#byPack.clear();
      this.#bytes = 0;
    }
    const offsets = this.#byPack.get(pack) ?? new Map<number, GitObject>();
    this.#byPack.set(pack, offsets);
    if (!offsets.has(offset)) this.#bytes += object.content.length;
    offsets.set(offset, object);
  }
}
