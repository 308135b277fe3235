import { isPulledRequest } from '../diff/boot-attempt.ts';
import type { MachineMemory, Memory } from '../model/memory.ts';
import type { Agents, Home } from '../ports/agents.ts';
import type { Events } from '../ports/events.ts';
import type { Journal } from '../ports/journal.ts';
import type { Knowledge } from './knowledge.ts';

/** Hears installed systems that call home. Whoever was told that he was heard does not call again: it is on disk first. */
export interface Homes {
  /** Listens from now on. */
  tend(signal: AbortSignal): void;
  /** Takes in who has called since. */
  land<Known extends Pick<Knowledge, 'memory'>>(known: Known): Known;
  end(): Promise<void>;
}

export function createHomes({
  agents,
  journal,
  events,
}: {
  readonly agents: Pick<Agents, 'unable' | 'home'>;
  readonly journal: Pick<Journal, 'damage' | 'append'>;
  readonly events: Events;
}): Homes {
  let running: Promise<void> | null = null;
  let came: Home[] = [];
  /** A disk that is full ends the pass that takes in what came: nobody waits for who listens. */
  let broken: { readonly error: unknown } | null = null;
  const over = new AbortController();

  async function listen(signal: AbortSignal): Promise<void> {
    for (;;) {
      const home = await agents.home(signal);
      if (home === null) return;
      const { machine, grant, evidence } = home;
      await journal.append([{ kind: 'HOME', machine, grant, evidence }]);
      events.emit({ kind: 'called-home', machine, evidence });
      came.push(home);
      home.heard();
    }
  }

  return {
    tend(signal) {
      if (running !== null || agents.unable !== null || journal.damage !== null) return;
      running = listen(AbortSignal.any([signal, over.signal])).then(
        () => {
          running = null;
        },
        (error: unknown) => {
          broken = { error };
        },
      );
    },
    land(known) {
      if (broken) throw broken.error;
      const all = came;
      came = [];
      const memory = all.reduce(withHome, known.memory);
      return memory === known.memory ? known : { ...known, memory };
    },
    async end() {
      over.abort(null);
      await running;
    },
  };
}

/** By its grant, because the machine may have got another name; one that nobody waits for any more changes nothing. */
export function withHome(memory: Memory, { grant, evidence }: Pick<Home, 'grant' | 'evidence'>): Memory {
  for (const [name, known] of memory.machines) {
    const found = Object.entries(known.requests).find(
      ([, request]) => isPulledRequest(request) && request.state === 'pending' && request.work.grant === grant,
    );
    const [id, request] = found ?? [];
    if (id === undefined || !request?.work || request.steps.Install !== 'done') continue;
    const heard: MachineMemory = {
      ...known,
      requests: { ...known.requests, [id]: { ...request, work: { ...request.work, home: evidence } } },
    };
    return { ...memory, machines: new Map(memory.machines).set(name, heard) };
  }
  return memory;
}
