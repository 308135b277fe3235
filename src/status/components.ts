import type {
  ComponentName,
  ComponentPlan,
  ControlPlane,
  HostLook,
  HostName,
  Release,
  ReleaseHold,
} from '../model/component.ts';
import type { Memory } from '../model/memory.ts';
import type { Instant } from '../model/names.ts';
import type { Condition, Status } from '../model/status.ts';
import { type NewCondition, setConditions } from './conditions.ts';

export interface ComponentsSeen {
  readonly controlPlane: ControlPlane | undefined;
  readonly looks: ReadonlyMap<HostName, HostLook>;
  readonly plan: ComponentPlan;
}

/** What is so of every component on every host: declared now, or remembered and perhaps still there. */
export function summarizeComponents(
  memory: Memory,
  { controlPlane, looks, plan }: ComponentsSeen,
  previous: Status | null,
  now: Instant,
): Pick<Status, 'components'> {
  const said = new Map<ComponentName, Map<HostName, readonly Condition[]>>();
  const say = (component: ComponentName, host: HostName, conditions: readonly NewCondition[]): void => {
    const before = previous?.components?.get(component)?.get(host);
    const hosts = said.get(component) ?? new Map<HostName, readonly Condition[]>();
    hosts.set(host, setConditions(before, conditions, now));
    said.set(component, hosts);
  };
  const holds = new Map(plan.holds.map((hold) => [`${hold.component} ${hold.host}`, hold]));
  for (const release of controlPlane?.releases ?? []) {
    const { component, host } = release;
    const look = looks.get(host);
    const before = previous?.components?.get(component)?.get(host);
    // Between two looks, and after a start, what was said stands.
    if (look === undefined && before !== undefined) say(component, host, before);
    else say(component, host, [healthy(release, look), asDeclared(release, plan, holds.get(`${component} ${host}`))]);
  }
  for (const { component, host, reason, message } of plan.holds) {
    if (said.get(component)?.has(host)) continue;
    say(component, host, [{ type: 'AsDeclared', status: 'False', reason, message }]);
  }
  if (said.size === 0 && memory.components === undefined) return {};
  return { components: said };
}

function healthy({ component, host, state }: Release, look: HostLook | undefined): NewCondition {
  const type = 'Healthy';
  if (look === undefined)
    return { type, status: 'Unknown', reason: 'NotSeen', message: `${host} has not been seen yet` };
  if (look.kind === 'missed') return { type, status: 'Unknown', reason: 'HostMissed', message: look.message };
  const seen = look.components.get(component);
  if (state === 'absent') return { type, status: 'True', reason: 'Absent', message: '' };
  if (seen?.release === null) return { type, status: 'False', reason: 'NotInstalled', message: 'it is not installed' };
  // Told of what runs, which is not always what is declared.
  const running = seen?.inForce ?? seen;
  if (running?.healthy) return { type, status: 'True', reason: 'Healthy', message: '' };
  return { type, status: 'False', reason: 'Unhealthy', message: running?.message ?? 'nothing was seen of it' };
}

function asDeclared({ component, host }: Release, plan: ComponentPlan, hold: ReleaseHold | undefined): NewCondition {
  const type = 'AsDeclared';
  const action = plan.actions.find(({ release }) => release.component === component && release.host === host);
  if (action) {
    const message = action.differences.slice(0, 5).join('; ');
    return { type, status: 'False', reason: 'Applying', message: message || action.because };
  }
  // One thing at a time: that it waits for moments is not worth a line in history.
  if (hold?.settling) return { type, status: 'False', reason: 'Applying', message: '' };
  if (hold) return { type, status: 'False', reason: hold.reason, message: hold.message };
  return { type, status: 'True', reason: 'AsDeclared', message: '' };
}
