import type { Instant } from '../model/names.ts';
import type { Clock } from '../ports/clock.ts';
import type { Disk } from '../ports/disk.ts';

/** A password that is about to be shown to a BMC, or that it took. */
interface Entry {
  /** Address and, where there is TLS, key: an account is the same behind either. */
  readonly places: readonly string[];
  readonly username: string;
  readonly at: Instant;
  readonly kind: 'try' | 'in';
}

/**
 * Which accounts were tried when, on disk before the password goes out: so that no crash, and nobody who starts it again
 * and again, tries one more often than is allowed. What went well locks nothing, and is not counted.
 */
export class Ledger {
  readonly #disk: Disk;
  readonly #clock: Clock;
  readonly #tries: Entry[];

  private constructor(disk: Disk, clock: Clock, tries: Entry[]) {
    this.#disk = disk;
    this.#clock = clock;
    this.#tries = tries;
  }

  static async open(disk: Disk, clock: Clock): Promise<Ledger> {
    const bytes = await disk.read(file);
    const lines = bytes === null ? [] : new TextDecoder().decode(bytes).split('\n');
    const entries = lines.flatMap((line) => readEntry(line) ?? []);
    const tries: Entry[] = [];
    for (const entry of entries) settle(tries, entry);
    const fresh = tries.filter(({ at }) => isFresh(at, clock.now()));
    // Rewritten once a start, so that it holds an hour and not a year.
    if (bytes !== null) await disk.write(file, bytesOf(fresh));
    return new Ledger(disk, clock, fresh);
  }

  /** When this account may be tried again; null: now. */
  waitsUntil(places: readonly string[], username: string, perHour: number): Instant | null {
    const now = this.#clock.now();
    const counted = this.#tries.filter(
      (entry) => entry.username === username && isFresh(entry.at, now) && entry.places.some((p) => places.includes(p)),
    );
    if (counted.length < perHour) return null;
    const times = counted.map(({ at }) => at).sort((a, b) => b - a);
    return (times[perHour - 1] ?? now) + hourMs;
  }

  async trying(places: readonly string[], username: string): Promise<void> {
    await this.#note({ places, username, at: this.#clock.now(), kind: 'try' });
  }

  async cameIn(places: readonly string[], username: string): Promise<void> {
    await this.#note({ places, username, at: this.#clock.now(), kind: 'in' });
  }

  async #note(entry: Entry): Promise<void> {
    settle(this.#tries, entry);
    await this.#disk.append(file, bytesOf([entry]));
  }
}

const file = 'logins.ndjson';
const hourMs = 3_600_000;

/** A clock that was put back must not free an account early. */
const isFresh = (at: Instant, now: Instant): boolean => now - at < hourMs;

/** A login that went well takes back the try before it. */
function settle(tries: Entry[], entry: Entry): void {
  if (entry.kind === 'try') {
    tries.push(entry);
    return;
  }
  const at = tries.findLastIndex(
    ({ username, places }) => username === entry.username && places.join() === entry.places.join(),
  );
  if (at >= 0) tries.splice(at, 1);
}

const bytesOf = (entries: readonly Entry[]): Uint8Array =>
  new TextEncoder().encode(entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''));

/** Null for a line that a crash cut off: what it was to announce had not been sent yet. */
function readEntry(line: string): Entry | null {
  const value = parse(line);
  if (typeof value !== 'object' || value === null) return null;
  if (!('places' in value && 'username' in value && 'at' in value && 'kind' in value)) return null;
  const { places, username, at, kind } = value;
  if (!Array.isArray(places) || typeof username !== 'string' || typeof at !== 'number') return null;
  if (kind !== 'try' && kind !== 'in') return null;
  return { places: places.filter((place) => typeof place === 'string'), username, at, kind };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
