export const sleep = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Asks again and again until it is so; what is awaited is told when it never comes. */
export async function eventually<T>(
  what: string,
  ask: () => T | null | Promise<T | null>,
  patienceMs = 60_000,
): Promise<T> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const found = await ask();
    if (found !== null) return found;
    if (performance.now() > deadline) throw new Error(`after ${patienceMs} ms still not: ${what}`);
    await sleep(200);
  }
}
