import { loginOrder, withoutOlder, withStaged } from '../diff/keys.ts';
import { canonical } from '../model/canonical.ts';
import type { Fleet } from '../model/fleet.ts';
import type { Key, Keyring } from '../model/keyring.ts';
import type { Digest, MachineName } from '../model/names.ts';
import type { Action } from '../model/plan.ts';
import { Secret } from '../model/secret.ts';
import type { Vault } from '../ports/vault.ts';
import type { Knowledge, Tools } from './knowledge.ts';
import { newPassword } from './password.ts';

/**
 * The passwords of machines' own BMC accounts: staged with the intent, shown in the likeliest order, and forgotten when a
 * newer one was proved. They lie sealed on the status branch, `secrets/<machine>.age`, and open only in here.
 */
export type Keys = ReadonlyMap<MachineName, Keyring>;

export async function openKeys(vault: Vault, sealed: ReadonlyMap<MachineName, string>): Promise<Keys> {
  const keys = new Map<MachineName, Keyring>();
  for (const [name, text] of sealed) {
    const opened = await vault.open(text);
    const read = opened.ok ? readKeys(opened.value.reveal()) : null;
    const locked = opened.ok ? 'it does not hold what nanometal seals' : opened.error;
    keys.set(name, read ? { keys: read, sealed: text } : lock(name, text, locked));
  }
  return keys;
}

/** What others committed is kept as it lies, and is not believed. */
export const lockedKeys = (sealed: ReadonlyMap<MachineName, string>): Keys =>
  new Map([...sealed].map(([name, text]) => [name, lock(name, text, 'it was not written by nanometal')]));

const lock = (name: MachineName, sealed: string, why: string): Keyring => ({
  keys: [],
  sealed,
  locked: `secrets/${name}.age on the status branch: ${why}`,
});

/** Follows machines to new names, and forgets what was replaced. */
export async function settleKeys(tools: Tools, known: Knowledge): Promise<Knowledge> {
  const { fleet } = known.accepted ?? { fleet: null };
  if (!fleet || known.keys.size === 0) return known;
  let changed: Map<MachineName, Keyring> | null = null;
  for (const [name, memory] of known.memory.machines) {
    const proved = memory.account?.grant;
    const wanted = memory.open?.args.verb === 'RotateCredentials' ? memory.open.grant : proved;
    if (wanted === undefined) continue;
    const has = (ring: Keyring | undefined): boolean => ring?.keys.some(({ grant }) => grant === wanted) ?? false;
    const own = known.keys.get(name);
    const ring = has(own) ? own : ([...known.keys.values()].find(has) ?? own);
    if (!ring) continue;
    const keys = withoutOlder(ring.keys, proved);
    if (ring === own && keys.length === ring.keys.length) continue;
    const next = keys.length === ring.keys.length ? ring : await seal(tools.vault, keys, fleet);
    if (!next) continue;
    changed ??= new Map(known.keys);
    changed.set(name, next);
  }
  return changed ? { ...known, keys: changed } : known;
}

/** Makes and seals the passwords that these actions set, to be pushed with their intents. */
export async function stageKeys(tools: Tools, known: Knowledge, actions: readonly Action[]): Promise<Knowledge> {
  const { fleet } = known.accepted ?? { fleet: null };
  let next = known;
  for (const { machine, grant, args } of actions) {
    if (args.verb !== 'RotateCredentials' || !fleet) continue;
    const ring = next.keys.get(machine);
    const staged: Key = { grant, username: args.username, password: newPassword(tools.random) };
    const before = ring?.keys ?? [];
    const keys = withStaged(before, staged, next.memory.machines.get(machine)?.account?.grant);
    if (keys === before) continue;
    const sealed = await seal(tools.vault, keys, fleet);
    if (sealed) next = { ...next, keys: new Map(next.keys).set(machine, sealed) };
  }
  return next;
}

/** Passwords whose intents were withdrawn were never sent: showing one would only be a wrong try. */
export async function dropKeys(tools: Tools, known: Knowledge, withdrawn: ReadonlySet<Digest>): Promise<Knowledge> {
  const { fleet } = known.accepted ?? { fleet: null };
  let next = known;
  for (const [name, ring] of known.keys) {
    const keys = ring.keys.filter(({ grant }) => !withdrawn.has(grant));
    if (!fleet || keys.length === ring.keys.length) continue;
    const left = new Map(next.keys);
    const sealed = keys.length === 0 ? null : await seal(tools.vault, keys, fleet);
    if (sealed) left.set(name, sealed);
    else if (keys.length === 0) left.delete(name);
    next = { ...next, keys: left };
  }
  return next;
}

async function seal(vault: Vault, keys: readonly Key[], { recipients }: Fleet): Promise<Keyring | null> {
  if ((await vault.objection(recipients)) !== null) return null;
  const shown = keys.map(({ grant, username, password }) => ({ grant, username, password: password.reveal() }));
  return { keys, sealed: await vault.seal(new Secret(`${canonical({ keys: shown }, 2)}\n`), recipients) };
}

/** Why no new password could be kept; asked only where one may be wanted. */
export async function unsealable(
  tools: Tools,
  { keys }: Knowledge,
  { machines, recipients }: Fleet,
): Promise<{ readonly all: string | null; readonly machines: ReadonlyMap<MachineName, string> }> {
  const wanted = machines.some(({ bmc }) => bmc.account !== undefined);
  const locked = [...keys].flatMap(([name, ring]) => (ring.locked === undefined ? [] : [[name, ring.locked] as const]));
  return { all: wanted ? await tools.vault.objection(recipients) : null, machines: new Map(locked) };
}

/** From now on every look and every request at these machines shows them in this order. */
export function presentLogins(tools: Tools, { keys, memory }: Knowledge): void {
  const now = tools.clock.monotonic();
  for (const [name, ring] of keys) {
    const known = memory.machines.get(name);
    const order = known ? loginOrder(ring.keys, known, now) : [];
    tools.logins.set(
      name,
      order.map(({ grant, username, password }) => {
        // Nothing proved it, and its request may still be on the way.
        const isLast = !known?.account && (known?.open?.grant !== grant || known.open.flying === true);
        return { grant, credentials: { username, password }, ...(isLast ? { last: true } : {}) };
      }),
    );
  }
}

function readKeys(text: string): readonly Key[] | null {
  const value = parse(text);
  if (typeof value !== 'object' || value === null || !('keys' in value) || !Array.isArray(value.keys)) return null;
  const keys = value.keys.map(readKey);
  return keys.every((key) => key !== null) ? keys : null;
}

function readKey(value: unknown): Key | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!('grant' in value && 'username' in value && 'password' in value)) return null;
  const { grant, username, password } = value;
  if (typeof grant !== 'string' || typeof username !== 'string' || typeof password !== 'string') return null;
  return { grant, username, password: new Secret(password) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
