import { createHmac } from 'node:crypto';
import type { Instant, Ticks } from '../model/names.ts';
import type { Secret } from '../model/secret.ts';
import type { Clock } from '../ports/clock.ts';
import type { Disk } from '../ports/disk.ts';
import type { LoginBook, LoginPlace, Tried } from '../ports/login-book.ts';
import type { Random } from '../ports/random.ts';
import { bytesOfLines, type LoginLine, readLoginLines } from './login-lines.ts';

const file = 'logins.ndjson';
const hourMs = 3_600_000;
/** Of one account. Within an hour it sees no more than a handful; older ones only say what to try later. */
const triesKept = 16;
/** Accounts of which nothing within the hour is known make room above this; the ones unused for longest go first. */
const accountsMax = 20_000;
/** Lines beyond what is worth keeping, before the file is written anew. */
const slackLines = 2_000;

interface Entry extends Tried {
  /** By the wall clock, as in the file. */
  readonly on: Instant;
}

interface Account {
  place: LoginPlace;
  readonly username: string;
  tries: readonly Entry[];
  /** The mark of the password that let us in last. */
  known: string | null;
}

/**
 * The book as a file in the state folder, to which lines are added. A password that let us in before goes out without a
 * line, so that a start costs a facility no fsync a machine: it is a guess only if somebody changed it since, and a crash
 * between such a login and the line that says it was refused costs one wrong try. Any other has its line first. Lines of
 * logins at one time share an fsync.
 */
export async function openLoginBook(disk: Disk, clock: Clock, random: Random): Promise<LoginBook> {
  const bytes = await disk.read(file);
  const lines = bytes === null ? [] : readLoginLines(bytes);
  const salt = lines.findLast((line) => line.kind === 'salt')?.salt;
  const book = new Book(disk, clock, salt ?? random.hex(16), lines);
  // A line that a crash cut off would swallow the next one. Nothing changes in a file that is as it should be.
  if (bytes !== null) await book.rewrite(bytes);
  return book;
}

class Book implements LoginBook {
  readonly #disk: Disk;
  readonly #clock: Clock;
  readonly #salt: string;
  /** By address and name, in the order of use. */
  readonly #accounts = new Map<string, Account>();
  /** Addresses at which another machine was met, and when. */
  readonly #met = new Map<string, { readonly at: Ticks; readonly on: Instant }>();
  #waiting: LoginLine[] = [];
  #linesInFile = 0;
  #last: Promise<void> = Promise.resolve();
  #next: Promise<void> | null = null;

  constructor(disk: Disk, clock: Clock, salt: string, lines: readonly LoginLine[]) {
    this.#disk = disk;
    this.#clock = clock;
    this.#salt = salt;
    for (const line of lines) this.#take(line, this.#ticksOf(line));
  }

  async rewrite(before: Uint8Array): Promise<void> {
    const lines = this.#snapshot();
    this.#linesInFile = lines.length;
    const bytes = bytesOfLines(lines);
    if (Buffer.compare(bytes, before) !== 0) await this.#disk.write(file, bytes);
  }

  trying(place: LoginPlace, username: string, password: Secret | null): Promise<void> {
    return this.#note('try', place, username, this.#markOf(password));
  }

  async spared(place: LoginPlace, { username, password }: Parameters<LoginBook['spared']>[1]): Promise<void> {
    const mark = this.mark(password);
    if (this.#pending(place.address, username, mark) !== undefined) await this.#note('back', place, username, mark);
  }

  refused(
    place: LoginPlace,
    { username, password }: Parameters<LoginBook['refused']>[1],
    kind: 'refused' | 'outdated',
    why: string,
  ): Promise<void> {
    return this.#note(kind === 'refused' ? 'no' : 'old', place, username, this.mark(password), why);
  }

  async cameIn(place: LoginPlace, username: string, password: Secret | null): Promise<void> {
    const mark = this.#markOf(password);
    const account = this.#accounts.get(keyOf(place.address, username));
    const isOld = mark === null || account?.known === mark;
    // What is in the book already is not written again: most logins are of this kind.
    if (isOld && (account?.tries ?? []).every(({ forgiven }) => forgiven)) return;
    await this.#note('in', place, username, mark);
  }

  async doubt(place: LoginPlace, username: string): Promise<void> {
    if (this.#accounts.get(keyOf(place.address, username))?.known != null)
      await this.#note('doubt', place, username, null);
  }

  meetAnew(address: string): void {
    const met = this.#met.get(address);
    if (met !== undefined && this.#isFresh(met.at)) return;
    const line: LoginLine = { kind: 'anew', at: this.#clock.now(), places: [address] };
    this.#take(line, this.#clock.monotonic());
    // Goes out with the next line: whoever never reads it is only more careful.
    this.#waiting.push(line);
  }

  isKnown(address: string, { username, password }: Parameters<LoginBook['isKnown']>[1]): boolean {
    return this.#accounts.get(keyOf(address, username))?.known === this.mark(password);
  }

  tried(address: string, username: string): readonly Tried[] {
    return this.#accounts.get(keyOf(address, username))?.tries ?? [];
  }

  /**
   * Enough to tell the few passwords of an account apart, and too little to find one out by guessing: thousands of words
   * of any list have the same. Two that are taken for one cost an hour of waiting.
   */
  mark(password: Secret): string {
    return createHmac('sha256', this.#salt).update(password.reveal()).digest('hex').slice(0, 4);
  }

  waitsUntil({ address, key }: LoginPlace, username: string, perHour: number): Instant | null {
    const counted: Ticks[] = [];
    for (const { place, tries, ...account } of this.#accounts.values()) {
      const isSame = place.address === address || (key !== undefined && place.key === key);
      if (!isSame || account.username !== username) continue;
      for (const { at, kind } of tries) if (kind !== 'outdated' && this.#isFresh(at)) counted.push(at);
    }
    const decisive = counted.sort((a, b) => b - a)[perHour - 1];
    return decisive === undefined ? null : this.#clock.now() + decisive + hourMs - this.#clock.monotonic();
  }

  #markOf(password: Secret | null): string | null {
    return password === null ? null : this.mark(password);
  }

  #isFresh(at: Ticks): boolean {
    return this.#clock.monotonic() - at < hourMs;
  }

  /** A clock that was put back must not free an account early, nor lock it for longer than an hour of this process. */
  #ticksOf(line: LoginLine): Ticks {
    const age = line.kind === 'salt' ? 0 : Math.max(0, this.#clock.now() - line.at);
    return this.#clock.monotonic() - age;
  }

  #pending(address: string, username: string, mark: string | null): Entry | undefined {
    return this.#accounts
      .get(keyOf(address, username))
      ?.tries.findLast((one) => one.kind === 'unheard' && (one.mark === mark || one.mark === null));
  }

  #note(
    kind: 'try' | 'back' | 'no' | 'old' | 'in' | 'doubt',
    { address, key }: LoginPlace,
    username: string,
    mark: string | null,
    why?: string,
  ): Promise<void> {
    const places = key === undefined ? [address] : [address, key];
    const said = { ...(mark === null ? {} : { mark }), ...(why === undefined ? {} : { why }) };
    const line: LoginLine = { kind, at: this.#clock.now(), places, username, ...said };
    this.#take(line, this.#clock.monotonic());
    return this.#keep(line);
  }

  /** Lines that come while one is being written go out together after it. */
  #keep(line: LoginLine): Promise<void> {
    this.#waiting.push(line);
    this.#next ??= this.#last.then(() => this.#write());
    this.#last = this.#next;
    return this.#next;
  }

  async #write(): Promise<void> {
    this.#next = null;
    const lines = this.#waiting;
    this.#waiting = [];
    this.#makeRoom();
    const isLong = this.#linesInFile + lines.length > slackLines + 4 * this.#accounts.size;
    if (this.#linesInFile > 0 && !isLong) {
      this.#linesInFile += lines.length;
      await this.#disk.append(file, bytesOfLines(lines));
      return;
    }
    const whole = this.#snapshot();
    this.#linesInFile = whole.length;
    await this.#disk.write(file, bytesOfLines(whole));
  }

  #makeRoom(): void {
    for (const [key, { tries }] of this.#accounts) {
      if (this.#accounts.size <= accountsMax) break;
      if (!tries.some(({ at }) => this.#isFresh(at))) this.#accounts.delete(key);
    }
    for (const [address, { at }] of this.#met) if (!this.#isFresh(at)) this.#met.delete(address);
  }

  #take(line: LoginLine, at: Ticks): void {
    if (line.kind === 'salt') return;
    const [address = '', key] = line.places;
    if (line.kind === 'anew') {
      for (const [name, { place }] of this.#accounts) if (place.address === address) this.#accounts.delete(name);
      this.#met.set(address, { at, on: line.at });
      return;
    }
    const name = keyOf(address, line.username);
    const place: LoginPlace = { address, ...(key === undefined ? {} : { key }) };
    const account = this.#accounts.get(name) ?? { place, username: line.username, tries: [], known: null };
    account.place = place;
    // Taken out and put in again, so that the map is in the order of use.
    this.#accounts.delete(name);
    this.#accounts.set(name, account);
    const mark = line.mark ?? null;
    // What is written anew stands for itself, and is no answer to a line before it.
    const pending = line.whole === true ? undefined : this.#pending(address, line.username, mark);
    const others = account.tries.filter((one) => one !== pending);
    const common = { at, on: line.at, mark, forgiven: line.forgiven === true };
    switch (line.kind) {
      case 'try':
        account.tries = kept([...account.tries, { ...common, kind: 'unheard', why: 'no answer came' }]);
        return;
      case 'no':
      case 'old': {
        if (account.known === mark) account.known = null;
        const kind = line.kind === 'no' ? 'refused' : 'outdated';
        account.tries = kept([...others, { ...common, kind, why: line.why ?? 'it was refused' }]);
        return;
      }
      case 'back':
        account.tries = others;
        return;
      case 'in':
        account.tries = others.map((one) => ({ ...one, forgiven: true }));
        account.known = mark ?? account.known;
        return;
      case 'doubt':
        account.known = null;
        return;
      case 'known':
        account.known = mark;
    }
  }

  /** The lines that say the same as all before. */
  #snapshot(): readonly LoginLine[] {
    const lines: LoginLine[] = [{ kind: 'salt', salt: this.#salt }];
    for (const [address, { on, at }] of this.#met) {
      if (this.#isFresh(at)) lines.push({ kind: 'anew', at: on, places: [address] });
    }
    for (const { place, username, tries, known } of this.#accounts.values()) {
      const places = place.key === undefined ? [place.address] : [place.address, place.key];
      for (const { on, kind, mark, why, forgiven } of tries) {
        const word = kind === 'unheard' ? 'try' : kind === 'refused' ? 'no' : 'old';
        const said = { ...(mark === null ? {} : { mark }), ...(kind === 'unheard' ? {} : { why }) };
        lines.push({ kind: word, at: on, places, username, ...said, ...(forgiven ? { forgiven } : {}), whole: true });
      }
      if (known !== null) lines.push({ kind: 'known', at: 0, places, username, mark: known });
    }
    return lines;
  }
}

const keyOf = (address: string, username: string): string => JSON.stringify([address, username]);

const kept = (tries: readonly Entry[]): readonly Entry[] => tries.slice(-triesKept);
