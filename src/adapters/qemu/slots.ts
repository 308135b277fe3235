/** At most so many at once; the others wait their turn. */
export interface Slots {
  /** Gives back the slot when it is called; `null` where the wait was called off. */
  take(signal: AbortSignal): Promise<(() => void) | null>;
}

export function createSlots(count: number): Slots {
  const waiting: (() => void)[] = [];
  let free = count;
  const give = (): (() => void) => {
    let given = true;
    return () => {
      if (!given) return;
      given = false;
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    };
  };
  return {
    take(signal) {
      if (signal.aborted) return Promise.resolve(null);
      if (free > 0) {
        free -= 1;
        return Promise.resolve(give());
      }
      return new Promise((resolve) => {
        const leave = (): void => {
          waiting.splice(waiting.indexOf(enter), 1);
          resolve(null);
        };
        const enter = (): void => {
          signal.removeEventListener('abort', leave);
          resolve(give());
        };
        waiting.push(enter);
        signal.addEventListener('abort', leave, { once: true });
      });
    },
  };
}
