import type { Objects } from '../../src/rehearsal/objects.ts';
import { parseTrailers } from '../../src/status/commit-message.ts';
import { verbOf } from '../system/world/witness.ts';
import type { Evidence, Received } from './evidence.ts';
import { main, statusRef } from './names.ts';
import { biosOf, type MachineWish, type Wish } from './people.ts';
import { readJson } from './status-file.ts';

/** One open intent, as plan.json on the status branch says it. */
export interface Intent {
  readonly machine: string;
  readonly grant: string;
  readonly request: string;
  readonly commit: string;
  readonly verb: string;
  readonly force: boolean;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly target?: string;
  /** Install and Erase: `serial:S4X0NA0R`. */
  readonly disks: readonly string[];
  readonly serial: string;
}

/** A status commit of ours that the Git host took. */
export interface Landed {
  readonly at: number;
  readonly by: string;
  readonly id: string;
  readonly from: string | null;
  readonly parents: readonly string[];
  readonly epoch: number;
  readonly kind: string;
  /** The commit in force, as its trailer says. */
  readonly accepted: string | null;
  readonly intents: readonly Intent[];
}

/** A request that changed hardware, or may have, and the intent that it is taken for. */
export interface Effect extends Received {
  readonly verb: string;
  readonly force: boolean;
  readonly intent: Intent | null;
}

/** What the evidence says when it is put side by side. */
export interface Ledger {
  readonly evidence: Evidence;
  readonly landed: readonly Landed[];
  readonly effects: readonly Effect[];
  /** Heads of main, and from when. */
  readonly heads: readonly { readonly at: number; readonly head: string | null }[];
  /** Of a grant, its intent as it stood at the Git host by then. */
  granted(grant: string, by: number): Intent | null;
  wishAt(commit: string | null): Wish | null;
  descends(from: string, commit: string | null): boolean;
}

export function openLedger(evidence: Evidence): Ledger {
  const landed: Landed[] = [];
  for (const { at, ref, by, to, from } of evidence.moves) {
    if (ref !== statusRef || by === 'people' || to === null) continue;
    const object = evidence.objects.get(to);
    if (object?.kind !== 'commit') continue;
    const trailers = parseTrailers(object.body.message);
    landed.push({
      at,
      by,
      id: to,
      from,
      parents: object.body.parents,
      epoch: Number(trailers.get('Epoch')?.[0]),
      kind: trailers.get('Nanometal-Kind')?.[0] ?? '',
      accepted: trailers.get('Fleet-Commit')?.[0] ?? null,
      intents: intentsOf(evidence.objects, to),
    });
  }
  const heads = evidence.moves.filter(({ ref }) => ref === main).map(({ at, to }) => ({ at, head: to }));
  const isEffect = ({ entry }: Received): boolean =>
    entry.class !== 'session' && (entry.status === null || entry.status < 400 || entry.effect !== null);
  const effects = evidence.received.filter(isEffect).map((received): Effect => {
    const { method, path, body } = received.entry;
    const text = JSON.stringify(body) ?? '';
    const verb = verbOf(method, path, text);
    const force = verb === 'PowerOff' && text.includes('ForceOff');
    return { ...received, verb, force, intent: intentFor(landed, received, verb, force) };
  });
  const wishAt = (commit: string | null): Wish | null => evidence.commits.get(commit ?? '')?.wish ?? null;
  const firstOf = new Map<string, { readonly at: number; readonly intent: Intent }>();
  for (const { at, intents } of landed) {
    for (const intent of intents) if (!firstOf.has(intent.grant)) firstOf.set(intent.grant, { at, intent });
  }
  return {
    evidence,
    landed,
    effects,
    heads,
    granted(grant, by) {
      const first = firstOf.get(grant);
      return first && first.at <= by ? first.intent : null;
    },
    wishAt,
    descends(from, commit) {
      for (let id = commit; id !== null; id = evidence.commits.get(id)?.parent ?? null) if (id === from) return true;
      return false;
    },
  };
}

/** Of an effect, the intent that stood at the Git host before it: the newest that fits machine and verb. */
function intentFor(landed: readonly Landed[], received: Received, verb: string, force: boolean): Intent | null {
  for (let index = landed.length - 1; index >= 0; index--) {
    const commit = landed[index];
    if (!commit || commit.at > received.at) continue;
    if (received.at - commit.at > 30 * 60_000) return null;
    const found = commit.intents.find(
      (intent) => intent.verb === verb && intent.force === force && intent.serial === received.serial,
    );
    if (found) return found;
  }
  return null;
}

const known = new WeakMap<Objects, Map<string, readonly Intent[]>>();

function intentsOf(objects: Objects, commit: string): readonly Intent[] {
  const cache = known.get(objects) ?? new Map<string, readonly Intent[]>();
  known.set(objects, cache);
  const object = objects.get(commit);
  const tree = object?.kind === 'commit' ? objects.get(object.body.tree) : undefined;
  const blob = tree?.kind === 'tree' ? (tree.items.find(({ name }) => name === 'plan.json')?.id ?? '') : '';
  const before = cache.get(blob);
  if (before) return before;
  const intents = read(readJson(objects, commit, 'plan.json'));
  cache.set(blob, intents);
  return intents;
}

function read(plan: unknown): readonly Intent[] {
  if (!isRecord(plan) || !Array.isArray(plan.intents)) return [];
  return plan.intents.flatMap((item: unknown): Intent[] => {
    if (!isRecord(item) || !isRecord(item.intent)) return [];
    const { grant, request, commit, args, expect } = item.intent;
    if (!isRecord(args) || !isRecord(expect) || !isRecord(expect.identity)) return [];
    return [
      {
        machine: String(item.machine),
        grant: String(grant),
        request: String(request),
        commit: String(commit),
        verb: String(args.verb),
        force: args.force === true,
        attributes: isRecord(args.attributes) ? args.attributes : {},
        ...(typeof args.target === 'string' ? { target: args.target } : {}),
        disks: [args.disk, ...(Array.isArray(args.disks) ? args.disks : [])].flatMap((disk: unknown) =>
          isRecord(disk) ? [`${disk.by}:${disk.value}`] : [],
        ),
        serial: String(expect.identity.serial),
      },
    ];
  });
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The manifest of what stands in a rack place, whatever its name and its board were at that time. */
export function machineIn(wish: Wish | null, { station }: Pick<Received, 'station'>): MachineWish | null {
  const machine = wish?.machines.find((one) => one.station === station);
  return wish && machine ? { ...machine, bios: biosOf(wish, machine) } : null;
}

/** Whether a commit asks for what an intent does to a machine. */
export function asks(machine: MachineWish, intent: Intent): boolean {
  if (machine.management !== 'manage') return false;
  const [base = ''] = intent.request.split('#');
  if (base.endsWith(':power')) {
    return machine.power !== undefined && intent.verb === (machine.power === 'Off' ? 'PowerOff' : 'PowerOn');
  }
  if (base.endsWith(':bios')) {
    if (intent.verb === 'Reboot') return Object.keys(machine.bios).length > 0;
    return (
      intent.verb === 'SetBios' &&
      Object.entries(intent.attributes).every(([key, value]) => machine.bios[key] === value)
    );
  }
  if (intent.verb === 'RotateCredentials' && !machine.account) return false;
  if (base.startsWith('rotate:')) return intent.verb === 'RotateCredentials' && machine.account?.rotate !== undefined;
  if (base.endsWith(':account')) return intent.verb === 'RotateCredentials';
  if (base.endsWith(':release'))
    return machine.decommission === true && (intent.verb === 'Erase' || bootSteps.has(intent.verb));
  if (machine.install?.id === base) return installSteps.has(intent.verb);
  const operation = machine.operations.find(({ id }) => id === base);
  if (!operation) return false;
  if (operation.verb === 'Erase' || operation.verb === 'Inspect') {
    return operation.verb === intent.verb || bootSteps.has(intent.verb);
  }
  if (intent.verb === 'SetBootOnce') return operation.boot !== undefined && operation.boot === intent.target;
  return operation.verb === intent.verb;
}

/** What it takes until an agent runs, and until its medium is out again. */
export const bootSteps: ReadonlySet<string> = new Set([
  'InsertMedia',
  'SetBootOnce',
  'Reboot',
  'PowerOn',
  'PowerOff',
  'EjectMedia',
]);
const installSteps = new Set([...bootSteps, 'Install']);

const disruptive = new Set(['PowerOff', 'Reboot', 'PowerCycle', 'ResetBmc', 'Install', 'Erase']);
export const isDisruptive = (verb: string): boolean => disruptive.has(verb);

/** What of a commit forbids it to act on this machine, whatever it asks for. */
export const forbids = (wish: Wish, machine: MachineWish, verb: string): boolean =>
  wish.paused === true || machine.parked === true || (machine.protected === true && isDisruptive(verb));

export const tell = ({ at, verb, station, entry, intent }: Effect, began: number): string =>
  `${((at - began) / 1000).toFixed(3)} s: ${verb} at station ${station + 1} (${entry.status}), ${intent ? `${intent.request} of ${intent.commit.slice(0, 8)}` : 'no intent'}`;

/** Heads that main had between two times. */
export function headsWithin({ heads }: Ledger, from: number, to: number): readonly (string | null)[] {
  const before = heads.findLast(({ at }) => at <= from);
  return [...(before ? [before] : []), ...heads.filter(({ at }) => at > from && at <= to)].map(({ head }) => head);
}
