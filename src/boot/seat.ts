import { matchesFromInside } from '../diff/identity.ts';
import type { Heard, ImageFile, Report, WorkItem } from '../model/boot.ts';
import type { FacilityName, MachineName } from '../model/names.ts';
import type { Expected } from '../ports/agents.ts';
import type { BootKeys } from '../ports/boot-keys.ts';
import type { Clock } from '../ports/clock.ts';
import { readCaller } from './caller.ts';
import type { Claimants } from './claimants.ts';
import { Counter, waitAnswer } from './counter.ts';
import { writeLines } from './lines.ts';
import { type BootAnswer, refusal, textAnswer } from './message.ts';
import { readReport } from './report.ts';
import { type Run, type Shown, show } from './runs.ts';
import { seedText, writeWorkItem } from './work-item.ts';

export interface SeatOptions {
  readonly facility: FacilityName;
  readonly machine: MachineName;
  readonly clock: Clock;
  readonly keys: BootKeys;
  readonly claimants: Claimants;
  /** `https://10.1.2.1:8443`, as the accepted commit has it now. */
  readonly server: () => string;
}

/** One machine that is expected, over all its attempts: which run of an agent it is, what it was given, what it said. */
export class Seat {
  readonly #options: SeatOptions;
  #expected: Expected;
  #run: Run | null = null;
  #contested = false;
  #heard: Heard | null = null;
  readonly counter: Counter;

  constructor(options: SeatOptions, expected: Expected) {
    this.#options = options;
    this.#expected = expected;
    this.counter = new Counter({
      clock: options.clock,
      claimants: options.claimants,
      pack: (item) => this.#pack(item),
      handing: () => {
        if (this.#run !== null) this.#run = { ...this.#run, handed: true };
      },
    });
  }

  get expected(): Expected {
    return this.#expected;
  }

  /** Its agent is to be started: an attempt is open, and there is something left to do. */
  get open(): boolean {
    return this.#expected.next === null && !this.#contested;
  }

  get contested(): boolean {
    return this.#contested;
  }

  get heard(): Heard | null {
    return this.#heard;
  }

  expect(expected: Expected): void {
    const before = this.#expected;
    this.#expected = expected;
    if (expected.attempt !== before.attempt) {
      this.#run = null;
      this.#contested = false;
    }
    if (expected.grant !== before.grant) this.#heard = null;
    const same =
      expected.attempt === before.attempt && expected.grant === before.grant && expected.next === before.next;
    if (!same) this.counter.clear();
  }

  /** Nobody is expected any more. */
  close(): void {
    this.counter.clear();
  }

  /** Whether this run of an agent may go on with the token of the attempt. */
  show(boot: string): Shown['kind'] {
    if (this.#contested) return 'contested';
    const shown = show(this.#run, boot, this.#options.clock.monotonic());
    if (shown.kind === 'contested') {
      this.#contested = true;
      this.counter.clear();
      return 'contested';
    }
    if (shown.run.boot !== this.#run?.boot) this.counter.clear();
    this.#run = shown.run;
    return shown.kind;
  }

  async claim(body: string, gone: AbortSignal): Promise<BootAnswer> {
    const caller = readCaller(body);
    if (!caller.ok) return refusal(400, caller.error);
    if (!matchesFromInside(this.#expected.identity, caller.value.identity))
      return refusal(403, 'not the machine of this token');
    const { next } = this.#expected;
    // The work is done: whoever boots now is only sent on, and nobody can gain anything by it.
    if (next !== null) return thenAnswer(next === 'halt' ? 'halt' : 'disk');
    const shown = this.show(caller.value.boot);
    switch (shown) {
      case 'contested':
        return contestedAnswer;
      case 'later':
        return waitAnswer(5);
      case 'ours':
        return this.counter.ask(caller.value, gone);
    }
  }

  report(body: string): BootAnswer {
    const read = readReport(body);
    if (!read.ok) return refusal(400, read.error);
    const report = read.value;
    const shown = this.show(report.boot);
    if (shown === 'contested') return contestedAnswer;
    if (shown === 'later' || report.grant !== this.#expected.grant) return waitAnswer(5);
    this.#keep(report);
    const { next } = this.#expected;
    // Whoever still writes is not told to stop, whatever we think of it.
    if (next === null || report.state === 'working') return waitAnswer(5);
    return thenAnswer(next);
  }

  #keep(report: Report): void {
    this.#heard = { report, at: this.#options.clock.monotonic() };
    // We may have died since it was given its work.
    if (this.#run !== null) this.#run = { ...this.#run, handed: true };
  }

  /** Holds the secrets of the node: only for who was given the work. */
  seed(file: string): BootAnswer {
    if (this.#contested) return contestedAnswer;
    const { seed } = this.#expected;
    if (seed === undefined) return refusal(404, 'there is no seed');
    // After a restart of ours it is not known who was given the work until that one reports.
    if (this.#run === null) return refusal(503, 'report first');
    if (!this.#run.handed) return refusal(403, 'no work was handed out');
    const text = seedText(seed, file);
    return text === null ? refusal(404, 'no such file of the seed') : textAnswer(200, text);
  }

  image(sha256: string): BootAnswer {
    if (this.#contested) return contestedAnswer;
    const { image } = this.#expected;
    const files = image === undefined ? [] : image.format === 'kernel' ? [image, image.initrd] : [image];
    const file = files.find((one) => one.sha256 === sha256);
    if (file === undefined) return refusal(403, 'not the image of this machine');
    return fileAnswer(file, 'application/octet-stream');
  }

  #pack(item: WorkItem): BootAnswer | string {
    const { facility, machine, keys, server } = this.#options;
    const { grant, image, seed } = this.#expected;
    const right = item.facility === facility && item.machine === machine && item.grant === grant;
    if (!right || (item.verb === 'Install' && item.image.sha256 !== image?.sha256)) {
      throw new Error(`${item.verb} of ${item.machine} is not what ${machine} was expected for`);
    }
    const written = writeWorkItem(item, server(), seed);
    if (!written.ok) return written.error;
    const text = written.value;
    return textAnswer(
      200,
      writeLines([
        ['then', 'work'],
        ['item', base64(text)],
        ['signature', keys.sign(text)],
      ]),
    );
  }
}

/** Through the site cache; nothing of the manifest goes along but what finds it. */
export const fileAnswer = ({ name, url, sha256 }: ImageFile, type: string): BootAnswer => ({
  status: 200,
  headers: { 'content-type': type },
  body: { kind: 'image', image: { name, url, sha256 } },
});

const thenAnswer = (then: 'disk' | 'halt' | 'reboot'): BootAnswer => textAnswer(200, writeLines([['then', then]]));

export const diskAnswer = thenAnswer('disk');
export const contestedAnswer = refusal(403, 'two agents show this token');

const base64 = (text: string): string =>
  btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
