/**
 * Calls `run` once any of the signals aborts; what is returned takes that back. `AbortSignal.any` would do it too, but
 * leaves a trace on a long-lived signal for each short-lived use.
 */
export function onAbort(signals: readonly AbortSignal[], run: () => void): () => void {
  for (const signal of signals) signal.addEventListener('abort', run);
  if (signals.some((signal) => signal.aborted)) run();
  return () => {
    for (const signal of signals) signal.removeEventListener('abort', run);
  };
}
