import type { BootAnswer, BootBody, BootRequest } from '../boot/message.ts';
import type { Fates } from './fate.ts';
import type { Kernel } from './kernel.ts';
import type { Life } from './life.ts';

/** A call that a machine makes, or its BMC. */
export interface MachineCall {
  /** Address of the caller. */
  readonly from: string;
  readonly method: string;
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The caller hangs up. */
  readonly over?: AbortSignal;
}

export interface Heard {
  readonly status: number;
  readonly body: Uint8Array;
}

/** The way from machines to the boot service. */
export interface Calls {
  /** `https://10.1.2.1:8443`: where an agent asks that was booted without settings. */
  readonly secure: string;
  /** `http://10.1.2.1:8080`: where firmware asks. */
  readonly plain: string;
  /** Null: nobody answered. */
  make(call: MachineCall): Promise<Heard | null>;
}

/** A process that serves the boot address. */
export interface Serving {
  readonly life: Life;
  readonly fates: Fates;
  answer(request: BootRequest): Promise<BootAnswer>;
  /** What an answer says, byte for byte. */
  bytesOf(body: BootBody): Promise<Uint8Array | null>;
}

/** What all images go through that are on their way at one time, one after the other. */
export interface Pipe {
  /** Of every image, whatever it holds. */
  readonly imageBytes: number;
  readonly bytesPerSecond: number;
}

/** Whoever waits longer takes it for lost: as curl is told to. An image may take as long as something of it comes. */
const patienceMs = 30_000;

/** `serving`: who has the boot address in that moment; null: nobody. */
export function openCalls(
  kernel: Kernel,
  places: Pick<Calls, 'secure' | 'plain'>,
  serving: () => Serving | null,
  pipe?: Pipe,
): Calls {
  let freeAt = 0;
  /** How long the bytes of an answer take, behind those of others. */
  const transferMs = ({ method, url }: MachineCall): number => {
    if (!pipe || method !== 'GET' || !url.includes('/images/')) return 0;
    freeAt = Math.max(freeAt, kernel.ticks) + (1000 * pipe.imageBytes) / pipe.bytesPerSecond;
    return freeAt - kernel.ticks;
  };
  return {
    ...places,
    make: (call) =>
      new Promise((resolve) => {
        const gone = new AbortController();
        let over = false;
        const end = (heard: Heard | null): void => {
          if (over) return;
          over = true;
          callOff();
          gone.abort();
          resolve(heard);
        };
        const isImage = call.url.includes('/images/');
        const callOff = isImage && pipe ? () => {} : kernel.after(patienceMs, () => end(null));
        call.over?.addEventListener('abort', () => end(null), { once: true });
        const to = serving();
        // Nobody listens: the connection is refused at once.
        if (!to || to.life.isDead) kernel.after(1, () => end(null));
        else arrive(kernel, to, call, gone.signal, () => transferMs(call), end);
      }),
  };
}

function arrive(
  kernel: Kernel,
  { life, fates, answer, bytesOf }: Serving,
  { from, method, url, headers, body }: MachineCall,
  gone: AbortSignal,
  transferMs: () => number,
  end: (heard: Heard | null) => void,
): void {
  const { protocol, pathname, search } = new URL(url);
  const fate = fates({ port: 'agents', method, about: pathname, content: body, writes: method === 'POST' });
  const die = (): void => {
    life.kill();
    end(null);
  };
  if (fate.dies === 'before') {
    die();
    return;
  }
  life.onDeath(() => end(null));
  kernel.after(fate.thereMs, () => {
    if (life.isDead) return end(null);
    if (fate.trouble === 'unheard') return;
    if (fate.trouble === 'refused') return end({ status: 503, body: new Uint8Array() });
    const request = {
      peer: from,
      secure: protocol === 'https:',
      method,
      target: pathname + search,
      headers,
      body,
      gone,
    };
    // A process that is stopped takes no request before it goes on.
    life.answer(() => {
      void answer(request).then(async (answered) => {
        const bytes = await bytesOf(answered.body);
        if (fate.dies === 'after') return die();
        // What the kernel of our host took counts as sent, whatever becomes of it on the way.
        answered.sent?.(bytes !== null);
        if (fate.trouble === 'unanswered' || bytes === null) return;
        kernel.after(fate.backMs + transferMs(), () => end({ status: answered.status, body: bytes }));
      });
    });
  });
}
