import type { MarkerState } from '../../model/boot.ts';
import { never } from '../../model/never.ts';

/**
 * A simulated disk as plain data: not its bytes, but what somebody would find who read it. Places are those of docs/boot.md,
 * "The order of writing".
 */
export interface TwinDisk {
  readonly serial: string;
  readonly wwn?: string;
  readonly eui?: string;
  readonly model?: string;
  readonly bytes: number;
  readonly rotational: boolean;
  readonly removable: boolean;
  /** The first MiB: partition table, and what firmware boots by. */
  readonly head: Content;
  /** All between the first MiB and the last. */
  readonly body: Content;
  /** The backup partition table, in the last 33 sectors. */
  readonly backup: Content;
  /** In the second half of the last MiB. */
  readonly marker: Marker | null;
  /** In a partition of its own behind the image. */
  readonly seed: Seed | null;
  /** Requests to write that it ever received. */
  readonly writes: number;
}

export type Content =
  | { readonly kind: 'blank' }
  /** What was there when the machine was delivered, with the signatures that are found in it. */
  | { readonly kind: 'old'; readonly holds: readonly string[] }
  /** Of an image, by the digest of its file, as much as is there. */
  | { readonly kind: 'image'; readonly sha256: string; readonly pieces: number; readonly of: number }
  /** Power was lost while it was written. */
  | { readonly kind: 'torn' };

export interface Marker {
  readonly facility: string;
  readonly grant: string;
  readonly state: MarkerState;
}

/** What cloud-init finds, by the name of the file. */
export type Seed = Readonly<Record<string, string>>;

/** One request to write. */
export type DiskWrite =
  | { readonly place: 'head' | 'body' | 'backup'; readonly content: Content }
  /** Both halves of the last MiB: the backup table, and whatever marker was there. */
  | { readonly place: 'tail' }
  | { readonly place: 'marker'; readonly marker: Marker }
  | { readonly place: 'seed'; readonly seed: Seed }
  /** By a command of the disk itself: nothing is left. */
  | { readonly place: 'all' };

export const blank: Content = { kind: 'blank' };
const torn: Content = { kind: 'torn' };
export const pieces = 4;
export const imageOf = (sha256: string, there = pieces): Content => ({
  kind: 'image',
  sha256,
  pieces: there,
  of: pieces,
});

const mib = 1_048_576;
const sector = 512;

/** The first byte that is written, and the first that is not any more. */
export function rangeOf({ bytes }: TwinDisk, write: DiskWrite): readonly [number, number] {
  switch (write.place) {
    case 'head':
      return [0, mib];
    case 'body':
      return [mib, bytes - mib];
    case 'seed':
      return [bytes - 3 * mib, bytes - mib];
    case 'backup':
      return [bytes - 33 * sector, bytes];
    case 'tail':
      return [bytes - mib, bytes];
    case 'marker':
      return [bytes - mib / 2, bytes - mib / 2 + 4096];
    case 'all':
      return [0, bytes];
    default:
      return never(write);
  }
}

export function writeDisk(disk: TwinDisk, write: DiskWrite): TwinDisk {
  const next = { ...disk, writes: disk.writes + 1 };
  switch (write.place) {
    case 'head':
    case 'backup':
      return { ...next, [write.place]: write.content };
    case 'body':
      // What lay behind the image is written over with it.
      return { ...next, body: write.content, seed: null };
    case 'tail':
      return { ...next, backup: blank, marker: null };
    case 'marker':
      return { ...next, marker: write.marker };
    case 'seed':
      return { ...next, seed: write.seed };
    case 'all':
      return { ...next, head: blank, body: blank, backup: blank, marker: null, seed: null };
    default:
      return never(write);
  }
}

/** The same, with the power lost in the middle of it. A marker carries a digest of itself: a torn one is none. */
export function tearDisk(disk: TwinDisk, write: DiskWrite): TwinDisk {
  const next = { ...disk, writes: disk.writes + 1 };
  switch (write.place) {
    case 'head':
    case 'body':
    case 'backup':
      return { ...next, [write.place]: torn };
    case 'tail':
      return { ...next, backup: torn };
    case 'marker':
      return { ...next, marker: null };
    case 'seed':
      return { ...next, seed: null };
    case 'all':
      return { ...next, head: torn, body: torn, backup: torn };
    default:
      return never(write);
  }
}

/** Signatures that are found there; none: blank. */
export function holdsOf({ head, body, backup }: TwinDisk): readonly string[] {
  const found = new Set<string>();
  for (const content of [head, backup]) if (content.kind === 'old' || content.kind === 'image') found.add('gpt');
  // What lies in partitions is found by their table alone.
  if (found.has('gpt') && body.kind === 'old') for (const one of body.holds) found.add(one);
  if (found.has('gpt') && body.kind === 'image') found.add('ext4');
  return [...found];
}

/** The whole of an image, and nothing else. */
export const isWhole = (content: Content, sha256: string): boolean =>
  content.kind === 'image' && content.sha256 === sha256 && content.pieces === content.of;

/** What firmware finds that it could boot. */
export type Bootable =
  | { readonly kind: 'old' }
  | { readonly kind: 'image'; readonly sha256: string; readonly seed: Seed };

/** Null: nothing that boots. A first MiB with something else behind it boots, and dies: nothing comes of it either. */
export function bootableOf({ head, body, seed }: TwinDisk): Bootable | null {
  if (head.kind === 'old' && body.kind === 'old') return { kind: 'old' };
  if (head.kind !== 'image' || !isWhole(head, head.sha256) || !isWhole(body, head.sha256)) return null;
  return { kind: 'image', sha256: head.sha256, seed: seed ?? {} };
}

/** Firmware would start what is there, and only half of it is: what no power cut may ever leave. */
export const isTrap = (disk: TwinDisk): boolean =>
  (disk.head.kind === 'old' || disk.head.kind === 'image') && bootableOf(disk) === null;
