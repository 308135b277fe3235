import { runScenario } from './run.ts';
import type { Act } from './scenario.ts';
import { type CrashPoint, type Story, withCrash } from './stories.ts';

export interface CrashResult {
  readonly points: number;
  readonly broken: readonly string[];
}

/**
 * Every `stride`-th call of the story at which its process can die, before and after it, on each kind of host; infinite: the
 * first alone.
 */
export async function everyCrash(
  story: Story,
  {
    atReads = false,
    stride = 1,
    first = 0,
    beside,
    hosts = ['stays', 'restarts'],
  }: {
    readonly atReads?: boolean;
    readonly stride?: number;
    readonly first?: number;
    readonly beside?: { readonly name: string; readonly act: Act };
    readonly hosts?: readonly CrashPoint['host'][];
  } = {},
): Promise<CrashResult> {
  const acts = beside ? [beside.act] : [];
  const broken: string[] = [];
  let points = 0;
  for (let calls = first; Number.isFinite(calls); calls += stride) {
    let met = false;
    for (const when of ['before', 'after'] as const) {
      for (const host of hosts) {
        const point: CrashPoint = { calls, when, host };
        const verdict = await runScenario(withCrash(story, point, atReads, acts));
        // A call that is never made ends the story's calls.
        if (verdict.evidence.deaths.every(({ at }) => at >= verdict.evidence.healedAt)) continue;
        met = true;
        points += 1;
        for (const { law, why } of verdict.broken) {
          broken.push(
            `${story.name}${beside ? `, ${beside.name}` : ''}: dead ${when} call ${calls}${toldOf[host]}: law ${law}: ${why}`,
          );
        }
      }
    }
    if (!met) return { points, broken };
  }
  return { points, broken };
}

const toldOf = { stays: '', restarts: ' with its host', lost: ', its host being lost' } as const;
