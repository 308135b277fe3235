import type { Finding } from '../model/discovery.ts';
import type { Digest, Instant } from '../model/names.ts';
import type { Clock } from '../ports/clock.ts';
import type { Disk } from '../ports/disk.ts';

/** What a sweep has asked and learnt so far, so that one that was cut off need not ask it again. */
export interface Progress {
  readonly asked: ReadonlySet<string>;
  /** By address as asked; what is not told of has none. */
  readonly findings: ReadonlyMap<string, Finding>;
  note(address: string, finding: Finding | null): Promise<void>;
  /** Writes what was held back. */
  keep(): Promise<void>;
  /** All was asked: the next sweep begins anew. */
  end(): Promise<void>;
}

const file = 'sweep.ndjson';
/** What was learnt before that may no longer be so. */
const ageMsMax = 3_600_000;
/** Silent addresses are many, and each costs little to ask again. */
const batch = 64;

export async function openProgress(disk: Disk, clock: Clock, sweep: Digest): Promise<Progress> {
  const before = await disk.read(file);
  const [head, ...lines] = before === null ? [] : new TextDecoder().decode(before).split('\n').map(parse);
  const goesOn = isHead(head) && head.sweep === sweep && clock.now() - head.at < ageMsMax;
  const known = goesOn ? lines.filter(isLine) : [];
  const asked = new Set(known.map((line) => line.asked));
  const findings = new Map(known.flatMap(({ asked: address, finding }) => (finding ? [[address, finding]] : [])));
  if (!goesOn) await disk.write(file, bytesOf([{ sweep, at: clock.now() }]));
  let held: Line[] = [];
  const keep = async (): Promise<void> => {
    const lines = held;
    held = [];
    if (lines.length > 0) await disk.append(file, bytesOf(lines));
  };
  return {
    asked,
    findings,
    keep,
    async note(address, finding) {
      asked.add(address);
      if (finding) findings.set(address, finding);
      held.push({ asked: address, ...(finding ? { finding } : {}) });
      if (held.length >= batch || finding?.kind === 'machines') await keep();
    },
    end: () => disk.remove(file),
  };
}

interface Head {
  readonly sweep: Digest;
  readonly at: Instant;
}
interface Line {
  readonly asked: string;
  readonly finding?: Finding;
}

const bytesOf = (lines: readonly object[]): Uint8Array =>
  new TextEncoder().encode(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));

/** A last line that a crash cut off is no line; its address is asked again. */
function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const isHead = (value: unknown): value is Head =>
  isObject(value) && 'sweep' in value && 'at' in value && typeof value.at === 'number';
/** The file is ours alone, in a folder that nobody else may write. */
const isLine = (value: unknown): value is Line =>
  isObject(value) && 'asked' in value && typeof value.asked === 'string';
