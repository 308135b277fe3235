import type { Instant } from '../model/names.ts';
import { isObject, type Json, parseBody } from './json.ts';
import { hostOf } from './media.ts';

/** What a request changed, as `from→to`: `{ power: "Off→On" }`, `{ bios: { LogicalProc: "Enabled→Disabled" } }`. */
export type Effect = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** `session`: logins and logouts. `disruptive`: resets other than On, of the host or the BMC. `target`: the rest. */
export type RequestClass = 'session' | 'target' | 'disruptive';

/**
 * One line of the effect log: a mutating request that the hardware received. `effect` is what it changed, whether or
 * not anybody was told: `status` is null where the request was not answered, or not in HTTP.
 */
export interface EffectEntry {
  readonly at: string;
  readonly machine: string;
  readonly method: string;
  readonly path: string;
  readonly body: Json;
  readonly status: number | null;
  readonly class: RequestClass;
  readonly effect: Effect | null;
}

export const isMutation = (method: string): boolean => method !== 'GET' && method !== 'HEAD';

const sessionPath = /^\/redfish\/v1\/(?:SessionService\/)?Sessions(?:\/|$)/i;
const resetPath = /\/Actions\/(ComputerSystem|Manager)\.Reset$/i;

/** By what the request asks for, whether or not it is granted; a reset that cannot be read counts as disruptive. */
export function classify(path: string, body: string): RequestClass {
  if (sessionPath.test(path)) return 'session';
  const reset = resetPath.exec(path);
  if (reset === null) return 'target';
  const powersOn = reset[1]?.toLowerCase() === 'computersystem' && parseBody(body)?.ResetType === 'On';
  return powersOn ? 'target' : 'disruptive';
}

/** `machine` is who received it, which is not always who was meant. */
export function logEntry(
  received: { readonly at: Instant; readonly machine: string; readonly method: string; readonly path: string },
  body: string,
  status: number | null,
  effect: Effect | null,
): EffectEntry {
  return {
    at: new Date(received.at).toISOString(),
    machine: received.machine,
    method: received.method,
    path: received.path,
    body: redact(body),
    status,
    class: classify(received.path, body),
    effect,
  };
}

/** A body that is no JSON object may hold a password anywhere, so only its length is kept. */
function redact(body: string): Json {
  if (body === '') return null;
  const parsed = parseBody(body);
  return parsed === null ? `[unreadable, ${body.length} characters]` : withoutSecrets(parsed);
}

const secretName = /password|passphrase|secret|token|community|privatekey/i;

function withoutSecrets(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, redactMember(name, member)]));
}

/** Where something is fetched from: the path may be all that keeps others from fetching it. */
const addressName = /^(?:Image|HttpBootUri)$/;

function redactMember(name: string, member: Json | undefined): Json | undefined {
  if (secretName.test(name)) return '[redacted]';
  if (typeof member === 'string' && addressName.test(name)) return hostOf(member);
  return member === undefined ? undefined : withoutSecrets(member);
}
