import type { Kernel } from './kernel.ts';
import type { Life } from './life.ts';

/** One call of a port by a program. */
export interface Call {
  readonly port: 'disk' | 'repo' | 'http' | 'agents' | 'reach';
  readonly method: string;
  /** The path, the ref, or the URL. */
  readonly about: string;
  /** What is written, said or pushed. */
  readonly content: string;
  /** Something may be other than before when it was made. */
  readonly writes: boolean;
}

/** What becomes of a call. */
export interface Fate {
  /** Until it has its effect, and from there until its answer is heard; milliseconds. */
  readonly thereMs: number;
  readonly backMs: number;
  /** `unheard`: it never arrives. `unanswered`: it arrives, and nobody says so. `refused`: a definite no. */
  readonly trouble?: 'unheard' | 'unanswered' | 'refused';
  /** The program dies right before it makes the call, or right after it had its effect. */
  readonly dies?: 'before' | 'after';
}

/** Decides for each call, when it is made. */
export type Fates = (call: Call) => Fate;

/** What a port does for a call that may go wrong. */
export interface Deed<T> {
  /** Its effect, and the answer to it. */
  readonly act: () => Promise<T>;
  /** What is heard when it went wrong. */
  readonly troubled: (trouble: NonNullable<Fate['trouble']>) => T;
  /** After its maker's death it has its effect all the same: it is on its way over a network. */
  readonly travels: boolean;
}

/** Makes the call as its fate will have it. */
export function undergo<T>(kernel: Kernel, life: Life, fate: Fate, deed: Deed<T>): Promise<T> {
  if (life.isDead) return new Promise(() => {});
  if (fate.dies === 'before') {
    life.kill();
    return new Promise(() => {});
  }
  return new Promise((resolve, reject) => {
    const hear = (settle: () => void): void => {
      if (fate.dies === 'after') life.kill();
      else kernel.after(fate.backMs, () => life.answer(settle));
    };
    kernel.after(fate.thereMs, () => {
      if (life.isDead && !deed.travels) return;
      const { trouble } = fate;
      if (trouble === 'unheard' || trouble === 'refused') {
        hear(() => settleBy(() => deed.troubled(trouble), resolve, reject));
        return;
      }
      deed.act().then(
        (value) => hear(() => settleBy(() => (trouble ? deed.troubled(trouble) : value), resolve, reject)),
        (error) => hear(() => reject(error)),
      );
    });
  });
}

function settleBy<T>(make: () => T, resolve: (value: T) => void, reject: (error: unknown) => void): void {
  try {
    resolve(make());
  } catch (error) {
    reject(error);
  }
}
