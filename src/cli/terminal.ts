import { codeOf } from '../adapters/error-code.ts';
import type { Instant } from '../model/names.ts';
import { exitCode } from './exit-code.ts';

export type Colour = 'red' | 'yellow' | 'green' | 'dim';

/** The colour of a whole line, by what it says. Texts are made without colour, so that a pipe gets the same words. */
export type Tint = (line: string) => Colour | null;

/** Where a command runs: what it may ask of its surroundings, and where its words go. */
export interface Terminal {
  /** Results. Ends without a line break of its own. */
  out(text: string, tint?: Tint): void;
  /** Progress and errors. */
  err(text: string): void;
  /** Makes room for what is written next, where somebody looks at it; does nothing in a pipe. */
  clear(): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  now(): Instant;
  /** Aborts when the user has seen enough. Asked for only by commands that go on until then. */
  untilStopped(): AbortSignal;
}

/** https://no-color.org: set and not empty, whatever the value. */
export const isColoured = (stream: { readonly isTTY?: boolean }, env: Terminal['env']): boolean =>
  stream.isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb';

export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  const stop = new AbortController();
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error) => {
      stop.abort();
      // Whoever reads may have read enough (`| head`): what was begun is brought to its end, and told to nobody.
      if (codeOf(error) === 'EPIPE') return;
      process.exitCode = exitCode.failed;
      if (stream === stdout) stderr.write(`nanometal: the output cannot be written: ${error.message}\n`);
    });
  }
  const coloured = isColoured(stdout, env);
  return {
    out: (text, tint) => void stdout.write(tint && coloured ? paint(harmless(text), tint) : harmless(text)),
    err: (text) => void stderr.write(harmless(text)),
    clear: () => void (stdout.isTTY === true && stdout.write('\u001b[H\u001b[2J')),
    env,
    cwd: process.cwd(),
    now: () => Date.now(),
    untilStopped() {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
      return stop.signal;
    },
  };
}

/** What hardware and manifests say must not move a cursor, hide or reorder text. */
export const harmless = (text: string): string =>
  text.replace(/(?!\n)[\p{C}\p{Zl}\p{Zp}]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);

const escapes: Readonly<Record<Colour, string>> = {
  red: '\u001b[31m',
  yellow: '\u001b[33m',
  green: '\u001b[32m',
  dim: '\u001b[2m',
};

const paint = (text: string, tint: Tint): string =>
  text
    .split('\n')
    .map((line) => {
      const colour = tint(line);
      return colour === null ? line : `${escapes[colour]}${line}\u001b[0m`;
    })
    .join('\n');
