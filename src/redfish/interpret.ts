import { fail, ok } from '../model/result.ts';
import type { HttpOutcome } from '../ports/http.ts';
import { etagOf } from './etag.ts';
import type { Resource } from './fields.ts';
import { parseResource } from './json.ts';
import { wantsLicence } from './licence.ts';
import { type Conceal, readRefusal, wantsNewPassword } from './refusal.ts';
import { missedBy, type Reply } from './reply.ts';

/** Dell and HPE say with a 400 that they have only just started, or are still at it. */
const notReady = /^(?:SWC0700|SYS518|UnableToModifyDuringSystemPOST|iLOResetInProgress|ResetInProgress)$/;

/** What the answer to a GET means. Only a 404 and its kin say that something is not there; the rest is not knowing. */
export function interpret(path: string, outcome: HttpOutcome, depthMax: number, conceal: Conceal): Reply {
  if (outcome.kind === 'failed') return fail(missedBy(outcome));
  const { status, headers, body } = outcome;
  if (status >= 200 && status < 300) {
    const parsed = parseResource(body, depthMax);
    if (!parsed.ok) return fail({ reason: 'Garbage', message: `${path} is ${parsed.error}` });
    if (!isNamed(parsed.value)) return fail({ reason: 'Garbage', message: `${path} is JSON, but no Redfish resource` });
    const etag = etagOf(headers, parsed.value);
    return ok({ kind: 'found', path, body: parsed.value, ...(etag === undefined ? {} : { etag }) });
  }
  if (status >= 300 && status < 400) {
    return ok({ kind: 'absent', status, message: `${path} redirects, and redirects are not followed` });
  }
  const refusal = readRefusal(status, body, conceal);
  const message = `${path} answers ${status}: ${refusal.message}`;
  if (status === 401 || wantsNewPassword(refusal)) {
    const hint = wantsNewPassword(refusal) ? ({ hint: 'password-change' } as const) : {};
    return fail({ reason: 'CredentialsRefused', message, ...hint });
  }
  const busy = status === 408 || status === 429 || (status >= 500 && status !== 501);
  if (busy || refusal.messageIds.some((id) => notReady.test(id))) return fail({ reason: 'Busy', message });
  if (status < 400) return fail({ reason: 'Garbage', message });
  return ok({ kind: 'absent', status, message, ...(wantsLicence(refusal) ? { unlicensed: true } : {}) });
}

/**
 * Whether it says what it is, as every resource must (DSP0266, resource properties). One word of it is enough, since
 * some leave out others. What has none is some other object, and taken for a machine it would be one that has nothing.
 */
const isNamed = (body: Resource): boolean =>
  ['@odata.id', '@odata.type', 'Id', 'Name', 'Members'].some((name) => (body[name] ?? null) !== null);
