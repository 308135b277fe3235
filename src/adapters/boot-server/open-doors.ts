import type { FacilityName } from '../../model/names.ts';
import { fail, ok, type Result } from '../../model/result.ts';
import type { Clock } from '../../ports/clock.ts';
import { openAgentFolder } from './agent-folder.ts';
import { Doors, type DoorsOptions } from './doors.ts';
import { FarDesk } from './far-desk.ts';
import type { Place } from './front.ts';
import type { Told } from './wire.ts';

export interface FarDoorsOptions
  extends Pick<DoorsOptions, 'stateFolder' | 'imageCacheBytes' | 'listenHost' | 'caFile'> {
  readonly clock: Clock;
  /** Where a reconciler with `--boot-socket` is. */
  readonly socket: string;
  readonly agentFolder: string;
  readonly told: (news: DoorsNews) => void;
}

/** What there is to tell people. */
export type DoorsNews =
  /** `place` null: the facility has no boot service. */
  | { readonly kind: 'open'; readonly facility: FacilityName; readonly place: Place | null }
  | { readonly kind: 'failed'; readonly facility: FacilityName; readonly why: string }
  | { readonly kind: 'reconciler'; readonly why: string | null };

export interface FarDoors {
  close(): Promise<void>;
}

/** The two ports of the boot service, for a reconciler that is another process of this host. */
export async function openDoors(options: FarDoorsOptions): Promise<Result<FarDoors, string>> {
  const { clock, socket, agentFolder } = options;
  const agent = await openAgentFolder(agentFolder);
  if (!agent.ok) return fail(agent.error);
  let said = '';
  const say = (news: DoorsNews): void => {
    const text = JSON.stringify(news);
    if (text !== said) options.told(news);
    said = text;
  };
  let last: Told | null = null;
  const report = (): void => {
    if (last === null) return;
    const { facility, turn, place } = last;
    const { failure } = doors;
    desk.report({ turn, failure });
    say(failure === null ? { kind: 'open', facility, place } : { kind: 'failed', facility, why: failure });
  };
  const doors = new Doors({ ...options, agent, answer: (request) => desk.answer(request), tried: report });
  const desk = new FarDesk({
    path: socket,
    clock,
    told: (now) => {
      last = now;
      doors.move(now.place);
      void doors.moved.then(report);
    },
    reached: (why) => {
      // Perhaps another process is with it by now: nothing is reported before we are told anew.
      if (why !== null) last = null;
      say({ kind: 'reconciler', why });
    },
  });
  return ok({
    async close() {
      await desk.close();
      await doors.close();
    },
  });
}
