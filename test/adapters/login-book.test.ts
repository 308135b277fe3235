import { describe, expect, it } from 'vitest';
import { openLoginBook } from '../../src/adapters/login-book.ts';
import { Secret } from '../../src/model/secret.ts';
import type { Disk } from '../../src/ports/disk.ts';
import type { LoginBook } from '../../src/ports/login-book.ts';
import { type DiskContent, openMemoryDisk } from '../../src/rehearsal/disk.ts';
import { createClock, Kernel } from '../../src/rehearsal/kernel.ts';
import { noChance } from '../redfish/login-book.ts';

const hourMs = 3_600_000;
const address = 'https://10.1.0.1';
const place = { address, key: 'k' };
const credentials = (password: string) => ({ username: 'root', password: new Secret(password) });

/** A state folder, and the processes that use it one after the other. */
class Lab {
  readonly kernel = new Kernel(Date.parse('2026-11-26T12:00:00Z'));
  readonly clock = createClock(this.kernel);
  readonly content: DiskContent = new Map();
  writes = 0;

  open(): Promise<LoginBook> {
    const disk = openMemoryDisk(this.content);
    const counted: Disk = {
      ...disk,
      write: (path, bytes) => this.#count(() => disk.write(path, bytes)),
      append: (path, bytes) => this.#count(() => disk.append(path, bytes)),
    };
    return openLoginBook(counted, this.clock, noChance);
  }

  async #count(write: () => Promise<void>): Promise<void> {
    this.writes += 1;
    await write();
  }

  pass(ms: number): Promise<void> {
    return this.kernel.until(this.clock.sleep(ms));
  }

  get text(): string {
    return new TextDecoder().decode(this.content.get('logins.ndjson'));
  }

  set text(text: string) {
    this.content.set('logins.ndjson', new TextEncoder().encode(text));
  }
}

const shape = (book: LoginBook) =>
  book.tried(address, 'root').map(({ kind, mark, forgiven }) => ({ kind, mark, forgiven }));

describe('the login book', () => {
  it('says the same to the next process, and to the one after it', async () => {
    const lab = new Lab();
    const book = await lab.open();
    await book.trying(place, 'root', new Secret('first'));
    await book.refused(place, credentials('first'), 'refused', 'no');
    await book.trying(place, 'root', new Secret('second'));
    await book.spared(place, credentials('second'));
    await book.trying(place, 'root', new Secret('third'));
    await book.cameIn(place, 'root', new Secret('third'));
    await book.trying(place, 'root', new Secret('fourth'));
    await book.trying(place, 'root', new Secret('fourth'));
    await book.refused(place, credentials('fourth'), 'refused', 'no');
    await book.refused(place, credentials('fifth'), 'outdated', 'change it');
    const said = shape(book);
    expect(said).toEqual([
      { kind: 'refused', mark: book.mark(new Secret('first')), forgiven: true },
      { kind: 'unheard', mark: book.mark(new Secret('fourth')), forgiven: false },
      { kind: 'refused', mark: book.mark(new Secret('fourth')), forgiven: false },
      { kind: 'outdated', mark: book.mark(new Secret('fifth')), forgiven: false },
    ]);
    for (let process = 0; process < 2; process++) {
      const next = await lab.open();
      expect(shape(next)).toEqual(said);
      expect(next.isKnown(address, credentials('third'))).toBe(true);
      expect(next.isKnown(address, credentials('first'))).toBe(false);
    }
  });

  it('holds no password, and nothing that one could be found by', async () => {
    const lab = new Lab();
    const book = await lab.open();
    await book.trying(place, 'root', new Secret('hunter2-hunter2'));
    expect(lab.text).not.toContain('hunter2');
    expect(book.mark(new Secret('hunter2-hunter2'))).toHaveLength(4);
  });

  it('writes nothing for what let us in before, and once for many at one time', async () => {
    const lab = new Lab();
    const book = await lab.open();
    const doors = Array.from({ length: 100 }, (_, index) => ({ address: `https://10.1.1.${index}` }));
    await Promise.all(doors.map((door) => book.trying(door, 'root', new Secret('p'))));
    await Promise.all(doors.map((door) => book.cameIn(door, 'root', new Secret('p'))));
    expect(lab.writes).toBeLessThan(8);
    const before = lab.writes;
    const next = await lab.open();
    await Promise.all(doors.map((door) => next.cameIn(door, 'root', new Secret('p'))));
    // Rewritten at the start, and not again.
    expect(lab.writes - before).toBeLessThanOrEqual(1);
    await lab.open();
    expect(lab.writes - before).toBeLessThanOrEqual(1);
  });

  it('reads past what a crash or a bad disk left, and loses no line that comes after it', async () => {
    const lab = new Lab();
    const first = await lab.open();
    await first.refused(place, credentials('first'), 'refused', 'no');
    lab.text += '\0\0\0\nnot JSON\n{"kind":"no"}\n{"kind":"try","places":[],"at":1,"username":"root"}\n[]\n{"kind":"tr';
    const second = await lab.open();
    await second.trying(place, 'root', new Secret('second'));
    const third = await lab.open();
    expect(shape(third).map(({ kind }) => kind)).toEqual(['refused', 'unheard']);
    lab.text = '\u{fffd}'.repeat(1_000);
    expect(shape(await lab.open())).toEqual([]);
  });

  it('understands what a sweep of an older version wrote', async () => {
    const lab = new Lab();
    const line = { places: [address, 'k'], username: 'root', at: lab.clock.now() - 60_000 };
    lab.text = [
      { ...line, kind: 'try' },
      { ...line, kind: 'in' },
      { ...line, kind: 'try' },
    ]
      .map((one) => `${JSON.stringify(one)}\n`)
      .join('');
    const book = await lab.open();
    expect(book.tried(address, 'root')).toHaveLength(1);
    expect(book.waitsUntil({ address: 'https://elsewhere', key: 'k' }, 'root', 1)).toBe(
      lab.clock.now() - 60_000 + hourMs,
    );
  });

  it('frees an account after an hour, and not because a clock was put back', async () => {
    const lab = new Lab();
    const book = await lab.open();
    await book.trying(place, 'root', null);
    lab.clock.jump(-10 * hourMs);
    const next = await lab.open();
    expect(next.waitsUntil(place, 'root', 1)).toBe(lab.clock.now() + hourMs);
    await lab.pass(hourMs);
    expect(book.waitsUntil(place, 'root', 1)).toBeNull();
    expect(next.waitsUntil(place, 'root', 1)).toBeNull();
  });

  it('forgets what another machine at the address refused, once an hour', async () => {
    const lab = new Lab();
    const book = await lab.open();
    await book.refused(place, credentials('first'), 'refused', 'no');
    book.meetAnew(address);
    expect(shape(book)).toEqual([]);
    await book.refused(place, credentials('second'), 'refused', 'no');
    const next = await lab.open();
    next.meetAnew(address);
    expect(shape(next)).toHaveLength(1);
  });

  it('stays small, whatever is tried', async () => {
    const lab = new Lab();
    const book = await lab.open();
    for (let index = 0; index < 1_500; index++) {
      const one = credentials(`${index}`);
      await book.trying(place, one.username, one.password);
      await book.refused(place, one, 'refused', 'x'.repeat(5_000));
    }
    expect(book.tried(address, 'root').length).toBeLessThan(20);
    expect(lab.text.length).toBeLessThan(1_000_000);
  });
});
