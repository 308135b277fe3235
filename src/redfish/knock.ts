import { digestOf } from '../manifest/digest.ts';
import type { Digest } from '../model/names.ts';
import type { Http, HttpLimits, HttpOutcome } from '../ports/http.ts';
import { part, text } from './fields.ts';
import { parseResource } from './json.ts';
import { type Missed, missedBy } from './reply.ts';
import { rootPath } from './root.ts';
import { isExposed } from './wire.ts';

/** A BMC that answers at all answers its root soon: it is a few lines that need no look at the hardware. */
const knockLimits: HttpLimits = { connectMs: 3_000, idleMs: 8_000, totalMs: 12_000, bodyBytesMax: 256 * 1024 };
const depthMax = 32;

export type Knocked =
  | { readonly kind: 'service'; readonly address: string; readonly tlsPin?: string; readonly mark: Digest }
  | { readonly kind: 'stranger'; readonly message: string }
  | { readonly kind: 'silent'; readonly message: string }
  | ({ readonly kind: 'missed' } & Missed);

/**
 * Asks for the service root, which is for everybody (DSP0266, service root request): one GET, without credentials. An
 * address without a scheme is asked with TLS, and without it only on loopback, where nobody listens in.
 */
export async function knock(
  http: Http,
  address: string,
  within: readonly string[],
  signal: AbortSignal,
): Promise<Knocked> {
  const explicit = /^https?:\/\//.test(address);
  const secure = await ask(http, explicit ? address : `https://${address}`, within, signal);
  if (explicit || (secure.kind !== 'missed' && secure.kind !== 'stranger')) return secure;
  const plain = `http://${address}`;
  if (isExposed({ origin: plain, insecure: false, within })) return secure;
  const second = await ask(http, plain, within, signal);
  return second.kind === 'silent' ? secure : second;
}

async function ask(http: Http, origin: string, within: readonly string[], signal: AbortSignal): Promise<Knocked> {
  const outcome = await http.request(
    {
      method: 'GET',
      url: `${origin}${rootPath}`,
      headers: { accept: 'application/json', 'odata-version': '4.0' },
      limits: knockLimits,
      tls: { learn: true },
      // Nothing of a guest's connection is kept for whoever comes after.
      fresh: true,
      within,
    },
    signal,
  );
  return judge(outcome, origin);
}

function judge(outcome: HttpOutcome, origin: string): Knocked {
  if (outcome.kind === 'failed') {
    const nobody = outcome.sent === 'no' && (outcome.reason === 'refused' || outcome.reason === 'timeout');
    return nobody ? { kind: 'silent', message: outcome.message } : { kind: 'missed', ...missedBy(outcome) };
  }
  const { status, body, peerKey } = outcome;
  const parsed = parseResource(body, depthMax);
  if (status < 300 && parsed.ok && isRoot(text(parsed.value, '@odata.type'), text(parsed.value, 'RedfishVersion'))) {
    const mark = digestOf(parsed.value);
    return { kind: 'service', address: origin, ...(peerKey === undefined ? {} : { tlsPin: peerKey }), mark };
  }
  if (status === 408 || status === 429 || (status >= 500 && status !== 501)) {
    return { kind: 'missed', reason: 'Busy', message: `${rootPath} answers ${status}` };
  }
  // Some keep even the root behind the login. Whoever does not say so in Redfish's own form is shown no password.
  if (status === 401 && parsed.ok && '@Message.ExtendedInfo' in (part(parsed.value, 'error') ?? {})) {
    const mark = digestOf(parsed.value);
    return { kind: 'service', address: origin, ...(peerKey === undefined ? {} : { tlsPin: peerKey }), mark };
  }
  const what = parsed.ok ? 'JSON that is no service root' : `what is ${parsed.error}`;
  return { kind: 'stranger', message: `it answers ${rootPath} with ${status} and ${what}` };
}

const isRoot = (type: string | undefined, version: string | undefined): boolean =>
  version !== undefined || /^#ServiceRoot\./.test(type ?? '');
