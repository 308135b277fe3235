/** What one Git operation may take at most. Times in milliseconds, sizes in bytes. */
export interface GitLimits {
  /** Until a connection stands. */
  readonly connectMs: number;
  /** Longest silence on a connection. A server hook may be silent for long, so this is generous. */
  readonly idleMs: number;
  /** One fetch or one push, from beginning to end. */
  readonly totalMs: number;
  /** One answer of the long-lived reader. */
  readonly readMs: number;
  /** How long somebody else's lock on a ref is waited for. */
  readonly lockWaitMs: number;
  /** One pack on the wire, or one answer that holds it. */
  readonly packBytesMax: number;
  /** The list of a remote's refs: some 200,000 of them. */
  readonly refsBytesMax: number;
  /** One object, unpacked. */
  readonly objectBytesMax: number;
  /** Objects in one pack: each costs some hundred bytes of memory, however small it is. */
  readonly objectsMax: number;
  /** All objects of one pack, unpacked: what stops a small pack from becoming a large problem. */
  readonly inflatedBytesMax: number;
}

const MiB = 1024 * 1024;

export const defaultLimits: GitLimits = {
  connectMs: 10_000,
  idleMs: 90_000,
  totalMs: 300_000,
  readMs: 60_000,
  lockWaitMs: 2_000,
  packBytesMax: 512 * MiB,
  refsBytesMax: 16 * MiB,
  objectBytesMax: 64 * MiB,
  objectsMax: 2_000_000,
  inflatedBytesMax: 2048 * MiB,
};

/**
 * Commits and folders are Git's own bookkeeping. A folder of 100,000 machines takes five million bytes; what is larger
 * than this is no bookkeeping of a fleet, and reading it would hold up the process.
 */
export const structureBytesMax = 8 * MiB;
