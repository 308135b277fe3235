/** One call of a port by the process under test. */
export interface Call {
  readonly port: string;
  readonly method: string;
  readonly args: readonly unknown[];
}

/** Stands between a process and a port: may do something first, answer otherwise, or never come back. */
export type Hook = (call: Call, proceed: () => Promise<unknown>) => Promise<unknown>;

/** A port whose asynchronous methods go through `hook`; what is no method, or is synchronous by its name, stays. */
export function hooked<T extends object>(port: string, target: T, hook: Hook): T {
  return new Proxy(target, {
    get(real, key) {
      const value: unknown = Reflect.get(real, key, real);
      if (typeof value !== 'function' || typeof key !== 'string') return value;
      return (...args: readonly unknown[]): unknown => {
        const proceed = async (): Promise<unknown> => Reflect.apply(value, real, args);
        return hook({ port, method: key, args }, proceed);
      };
    },
  });
}

/** Never answers: what a dead process hears. */
export const silence = (): Promise<never> => new Promise(() => {});
