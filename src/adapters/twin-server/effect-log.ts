import { closeSync, openSync, writeSync } from 'node:fs';
import type { EffectEntry } from '../../twin/effect.ts';

/**
 * What the simulated hardware received, as JSON lines. An entry is in the file when `append` returns, and `append` is
 * called before the answer leaves: whoever kills a client cannot hide what it did. A log that cannot be written throws,
 * and ends the simulation rather than let it act unrecorded.
 */
export interface EffectLog {
  append(entries: readonly EffectEntry[]): void;
  close(): void;
}

/** Creates the file, or goes on where it ends. Throws the system's error when it cannot. */
export function openEffectLog(path: string): EffectLog {
  const file = openSync(path, 'a', 0o600);
  return {
    append: (entries) => {
      if (entries.length > 0)
        writeAll(file, Buffer.from(entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')));
    },
    close: () => closeSync(file),
  };
}

function writeAll(file: number, bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(file, bytes, written);
}
