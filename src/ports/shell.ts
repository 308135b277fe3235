import type { ComponentHost } from '../model/component.ts';

/** One host, as whoever reaches it needs to know it. */
export interface HostSubject extends ComponentHost {
  /** CIDR ranges that it must be in. */
  readonly within: readonly string[];
}

/** The hosts of a facility; lines to them are kept open, one each. */
export interface Shells {
  of(host: HostSubject): Shell;
  close(): Promise<void>;
}

/** A host that runs what it is told, as root: over SSH, or this one. */
export interface Shell {
  /**
   * One script for `/bin/sh`, with `input` on its standard input. Standard output and error are each cut at `outputMax` bytes,
   * which then is a failure. Never repeats anything.
   */
  run(script: string, input: string, options: ShellOptions): Promise<ShellResult>;
}

export interface ShellOptions {
  readonly timeoutMs: number;
  readonly outputMax: number;
  readonly signal: AbortSignal;
  /** Asked in the moment before the script is sent; where it is false nothing is, as if it were called off. */
  readonly mayBegin?: () => boolean;
}

export type ShellResult =
  | { readonly kind: 'exited'; readonly code: number; readonly stdout: string; readonly stderr: string }
  /** `began`: the script may have run, or be running still. */
  | { readonly kind: 'failed'; readonly reason: ShellFailure; readonly began: boolean; readonly message: string };

export type ShellFailure = 'unreachable' | 'host-key' | 'credentials' | 'timeout' | 'aborted' | 'too-large' | 'cut-off';
