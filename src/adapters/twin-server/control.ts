import { setFaults } from '../../twin/bmc.ts';
import { checkFaultPlan, rulesFor } from '../../twin/faults-file.ts';
import { losePart, replaceBoard, replacePart } from '../../twin/hands.ts';
import { type JsonObject, parseBody } from '../../twin/json.ts';
import { ejectMedium, insertMedium, slotsOf } from '../../twin/media.ts';
import { pressPower } from '../../twin/power.ts';
import { openTask } from '../../twin/task.ts';
import { tick } from '../../twin/tick.ts';
import type { Twin } from './twin.ts';

export interface ControlAnswer {
  readonly status: number;
  readonly body: JsonObject;
}

export const controlPath = '/_twin';

/**
 * What happens to a machine other than through its BMC, for tests and demonstrations, on the machine's own port:
 *
 * GET  /_twin          name, power and counts
 * POST /_twin/faults   `{ faults: [...] }` as in a faults file, without `machines`; times count from now; replaces all
 * POST /_twin/power    `{ power: "On" | "Off" }`: somebody presses the button
 * POST /_twin/task     `{ name, forMs? }`: the BMC begins something; without `forMs` it never ends
 * POST /_twin/media    `{ insert: "http://…" }` or `{ eject: true }`: somebody at the BMC's own page
 * POST /_twin/hardware `{ lose: "DIMM01" }`, `{ replace: "NIC01" }` or `{ replace: "board" }`: somebody opens the chassis
 */
export function control(twin: Twin, method: string, path: string, body: string, now: number): ControlAnswer {
  if (method === 'GET' && path === controlPath) return { status: 200, body: show(twin, now) };
  if (method !== 'POST') return { status: 405, body: { error: 'expected GET /_twin or POST /_twin/<what>' } };
  const given = parseBody(body);
  if (given === null) return { status: 400, body: { error: 'expected a JSON object' } };
  const problem = act(twin, path.slice(controlPath.length + 1), given, now);
  return problem === null ? { status: 200, body: show(twin, now) } : { status: 400, body: { error: problem } };
}

/** What is wrong with the request, or `null` when it is done. */
function act(twin: Twin, what: string, given: JsonObject, now: number): string | null {
  switch (what) {
    case 'faults': {
      const plan = checkFaultPlan(given);
      if (!plan.ok) return plan.error;
      twin.bmc = setFaults(twin.bmc, rulesFor(plan.value, twin.bmc.spec.name, now));
      return null;
    }
    case 'power': {
      const { power } = given;
      if (power !== 'On' && power !== 'Off') return 'power must be On or Off';
      twin.bmc = pressPower(twin.bmc, power, now);
      return null;
    }
    case 'task': {
      const { name, forMs } = given;
      if (typeof name !== 'string' || name === '') return 'name must be text';
      if (forMs !== undefined && (typeof forMs !== 'number' || forMs < 0)) return 'forMs must be milliseconds';
      twin.bmc = openTask(twin.bmc, name.slice(0, 100), forMs === undefined ? null : now + forMs, now);
      return null;
    }
    case 'media':
      return changeMedia(twin, given);
    case 'hardware':
      return openChassis(twin, given);
    default:
      return 'expected faults, power, task, media or hardware';
  }
}

/** The CD, whatever is in it. */
function changeMedia(twin: Twin, { insert, eject }: JsonObject): string | null {
  const slot = slotsOf(twin.bmc).find(({ types }) => types.includes('CD'))?.id;
  if (slot === undefined) return 'it has no slot for CDs';
  if (eject === true && insert === undefined) twin.bmc = ejectMedium(twin.bmc, slot);
  else if (typeof insert === 'string' && eject === undefined && URL.canParse(insert)) {
    twin.bmc = insertMedium(twin.bmc, { slot, image: insert, writeProtected: true });
  } else return 'expected insert with a URL, or eject with true';
  return null;
}

function openChassis(twin: Twin, { lose, replace }: JsonObject): string | null {
  const { bmc } = twin;
  if (lose === undefined && replace === 'board') {
    // It stays the machine of its name to whoever looks at the effect log.
    const { spec, ...fresh } = replaceBoard(bmc, bmc.spec.seed, false);
    twin.bmc = { ...fresh, spec: { ...spec, name: bmc.spec.name } };
    return null;
  }
  const part = lose ?? replace;
  if (typeof part !== 'string' || (lose !== undefined && replace !== undefined))
    return 'expected lose or replace, with the id of a part, or replace with board';
  const after = lose === undefined ? replacePart(bmc, part) : losePart(bmc, part);
  if (after === null) return `there is no part ${part.slice(0, 100)}`;
  twin.bmc = after;
  return null;
}

function show(twin: Twin, now: number): JsonObject {
  const bmc = tick(twin.bmc, now);
  return {
    machine: bmc.spec.name,
    power: bmc.host.power,
    progress: bmc.host.progress,
    bootedFrom: bmc.host.bootedFrom,
    media: bmc.media.map(({ slot, image }) => ({ slot, image })),
    lastReset: new Date(bmc.host.lastReset).toISOString(),
    sessions: bmc.sessions.length,
    openTasks: bmc.tasks.filter((task) => task.state === 'Running').length,
    faults: bmc.faults.length,
  };
}
