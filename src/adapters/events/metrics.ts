import { never } from '../../model/never.ts';
import { type HoldReason, holdReasons } from '../../model/plan.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Event, Events } from '../../ports/events.ts';
import { rememberReachability } from './reachability.ts';
import { createRegistry } from './registry.ts';
import { describeSeries } from './series.ts';

export interface Metrics extends Events {
  /** Prometheus' text exposition format 0.0.4. */
  render(): string;
}

/** Events turned into numbers. No label names a machine: how many series there are does not depend on the fleet. */
export function openMetrics(clock: Pick<Clock, 'now' | 'monotonic'>): Metrics {
  const registry = createRegistry();
  const series = describeSeries(registry);
  const looks = rememberReachability(clock);
  let machines = 0;
  series.started.set([], clock.now() / 1000);

  const count = (event: Event): void => {
    switch (event.kind) {
      case 'accepted':
        machines = event.machines;
        return;
      case 'rejected':
        series.rejections.add([event.rejection.reason]);
        return;
      case 'looked':
        looks.looked(event.machine, event.look.kind === 'seen');
        series.looks.add([]);
        if (event.look.kind === 'missed') series.lookFailures.add([event.look.reason]);
        return;
      case 'planned': {
        const holds = new Map<HoldReason, number>();
        for (const { reason } of event.plan.holds) holds.set(reason, (holds.get(reason) ?? 0) + 1);
        for (const reason of holdReasons) series.holds.set([reason], holds.get(reason) ?? 0);
        return;
      }
      case 'answered':
        series.requests.add([event.action.args.verb, event.started.kind]);
        return;
      case 'ended':
        series.actions.add([plain(event.verb), event.outcome.kind]);
        return;
      case 'published':
        series.commits.add([]);
        return;
      case 'leased':
        series.epoch.set([], event.epoch);
        series.leaseHeld.set([], 1);
        return;
      case 'standby':
      case 'handed-over':
        series.epoch.set([], event.epoch);
        series.leaseHeld.set([], 0);
        return;
      case 'repo-failed':
        series.repoFailures.add([]);
        return;
      case 'halted':
        series.halted.set([], 1);
        return;
      case 'passed':
        series.passes.add([]);
        series.passSeconds.observe(event.ms / 1000);
        series.lastPass.set([], clock.now() / 1000);
        series.open.set([], event.open);
        return;
      case 'started':
      case 'stopped':
      case 'memory':
      case 'intended':
      case 'sent':
      case 'called-home':
      case 'reached':
      case 'applying':
        return;
      case 'applied':
        series.applies.add([event.applied.kind]);
        return;
      default:
        never(event);
    }
  };

  return {
    emit: count,
    render() {
      for (const [name, value] of Object.entries(looks.count(machines))) series.machines.set([name], value);
      return registry.render();
    },
  };
}

/** A step that repeats a verb in a harder form (`PowerOff/force`) counts as the verb. */
const plain = (step: string): string => step.split('/', 1)[0] ?? step;
