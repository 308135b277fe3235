import { beginApplying, endApplying, learnFromLooks } from '../diff/component-memory.ts';
import { planComponents, retryKey } from '../diff/components.ts';
import type { ComponentMemory, ComponentPlan, ReleaseAction } from '../model/component.ts';
import type { Fleet } from '../model/fleet.ts';
import type { OperatorHold, Plan } from '../model/plan.ts';
import { backoffMs } from '../status/backoff.ts';
import type { Accepted, Knowledge, Tools } from './knowledge.ts';
import { isFenced } from './lease.ts';
import { applyMessage } from './message.ts';
import { publish } from './publish.ts';
import { stillStands } from './read.ts';
import { statusOf } from './tell.ts';

/**
 * The control plane's share of a pass: what has been applied is taken in, hosts are looked at, and what is to be applied is
 * pushed as an intent first, like everything that changes something. It goes on in the background; no pass waits for it.
 */
export async function tendHosts(
  tools: Tools,
  known: Knowledge,
  accepted: Accepted,
  plan: Plan,
  operatorHolds: readonly OperatorHold[],
  signal: AbortSignal,
): Promise<Knowledge> {
  const { hosts } = tools;
  const { fleet } = accepted;
  const { controlPlane } = fleet;
  const next = takeInLanded(tools, known);
  if (!controlPlane) return withPlan(next, planComponents({ ...nothing, controlPlane, memory: componentsOf(next) }));
  hosts.tend(controlPlane, next.components.plan.actions.length > 0 || hosts.busy.size > 0, signal);
  const looks = hosts.looks(controlPlane);
  const memory = learnFromLooks(componentsOf(next), controlPlane.releases, looks, hosts.busy);
  const components = planComponents({
    controlPlane,
    stopped: stoppedBy(fleet, operatorHolds, tools.clock.now()),
    memory,
    looks,
    busy: hosts.busy,
    retries: next.components.retries,
    now: tools.clock.monotonic(),
    windows: fleet.policy.windows,
    wall: tools.clock.now(),
  });
  const planned = withPlan(withMemory(next, memory), components);
  if (components.actions.length === 0) return planned;
  return begin(tools, planned, accepted, plan, components.actions, signal);
}

const nothing = {
  stopped: null,
  looks: new Map(),
  busy: new Set<string>(),
  retries: new Map(),
  now: 0,
  windows: [],
  wall: 0,
} as const;

const componentsOf = ({ memory }: Knowledge): ComponentMemory => memory.components ?? new Map();

function withMemory(known: Knowledge, components: ComponentMemory): Knowledge {
  const { components: before, ...rest } = known.memory;
  if (before === components || (before === undefined && components.size === 0)) return known;
  return { ...known, memory: components.size === 0 ? rest : { ...rest, components } };
}

const withPlan = (known: Knowledge, plan: ComponentPlan): Knowledge => ({
  ...known,
  components: { ...known.components, plan },
});

function takeInLanded(tools: Tools, known: Knowledge): Knowledge {
  let memory = componentsOf(known);
  const retries = new Map(known.components.retries);
  let { failures } = known;
  for (const { release, applied } of tools.hosts.landed()) {
    memory = endApplying(memory, release, applied);
    tools.events.emit({ kind: 'applied', release, applied });
    const key = retryKey(release);
    if (applied.kind === 'rolled-back') failures += 1;
    if (applied.kind === 'healthy' || applied.kind === 'rolled-back') retries.delete(key);
    else {
      const count = (retries.get(key)?.count ?? 0) + 1;
      const at = tools.clock.monotonic() + Math.max(retryMsMin, backoffMs(count));
      retries.set(key, { count, at, message: applied.message });
    }
  }
  const components = { ...known.components, retries };
  return withMemory({ ...known, failures, components }, memory);
}

const retryMsMin = 15_000;

function stoppedBy(fleet: Fleet, operatorHolds: readonly OperatorHold[], now: number) {
  const { paused } = fleet;
  if (paused && (paused.until ?? Number.POSITIVE_INFINITY) > now)
    return { reason: 'Paused', message: `the facility is paused: ${paused.reason}` } as const;
  const held = operatorHolds.find(({ what, until }) => what === 'all' && until > now);
  return held ? ({ reason: 'Held', message: `held on the reconciler's host: ${held.reason}` } as const) : null;
}

async function begin(
  tools: Tools,
  known: Knowledge,
  accepted: Accepted,
  plan: Plan,
  actions: readonly ReleaseAction[],
  signal: AbortSignal,
): Promise<Knowledge> {
  const { settings, clock, events, hosts } = tools;
  const { controlPlane } = accepted.fleet;
  let memory = componentsOf(known);
  for (const { release } of actions) memory = beginApplying(memory, release);
  const begun = withMemory(known, memory);
  const told = await publish(tools, begun, await statusOf(tools, begun, plan), applyMessage(actions));
  if (!told.isSaid) return { ...told.known, memory: known.memory };
  const next = told.known;
  const stands = await stillStands(tools, next, accepted);
  if (stands.kind === 'moved') {
    events.emit({ kind: 'repo-failed', message: stands.message });
    return { ...next, fetchedAt: Number.NEGATIVE_INFINITY };
  }
  if (!controlPlane || !isFenced(next.lease, settings.leaseTermMs, clock.monotonic())) return next;
  for (const action of actions) {
    events.emit({ kind: 'applying', action });
    hosts.start(controlPlane, action, signal);
  }
  return next;
}
