import type { Identity } from '../model/inventory.ts';
import type { Instant } from '../model/names.ts';
import { never } from '../model/never.ts';
import { type Answer, refuse, reply } from './answer.ts';
import type { Bmc } from './bmc.ts';
import { createDealer, hash } from './dice.ts';
import type { Effect } from './effect.ts';
import type { Oddity } from './faults.ts';
import { dealIdentity } from './identity.ts';
import { pathOf, serve, type TwinRequest } from './serve.ts';

interface Odd {
  readonly bmc: Bmc;
  readonly answer: Answer;
  readonly effect: Effect | null;
}

/** What a sweep meets: nothing is broken, and it is not the machine that one would expect. */
export function serveOddly(bmc: Bmc, oddity: Oddity, request: TwinRequest, now: Instant): Odd {
  const { identity, seed } = bmc.spec;
  switch (oddity) {
    case 'printer':
      return { bmc, answer: printer(request), effect: null };
    case 'password-change':
      return changeFirst(bmc, request, now);
    case 'empty-uuid':
      return as(bmc, { ...identity, uuid: '' }, request, now);
    case 'same-uuid': {
      const digits = hash(`uuid of ${seed}`).toString(16).padStart(12, '5');
      return as(bmc, { ...identity, uuid: `9d4c1f7a-52e0-4b6d-8f31-${digits}` }, request, now);
    }
    case 'proxy':
      return as(bmc, dealIdentity(createDealer(hash(`${seed} proxy`)), 'proxy'), request, now);
    default:
      return never(oddity);
  }
}

/** A page for browsers, and no word of Redfish. */
function printer({ target }: TwinRequest): Answer {
  const html = { 'content-type': 'text/html', server: 'ink/2.1' };
  return pathOf(target) === '/'
    ? reply(200, html, '<!DOCTYPE html><html><title>Printer</title><p>Toner low</p></html>')
    : reply(404, html, '<!DOCTYPE html><html><title>Not found</title></html>');
}

/** It lets the factory's password in, and shows nothing until it is another (DSP0266, password change required). */
function changeFirst(bmc: Bmc, request: TwinRequest, now: Instant): Odd {
  const { reply: answer, ...change } = serve(bmc, request, now);
  const isOpen = /^\/redfish(?:\/v1(?:\/SessionService\/Sessions(?:\/.*)?)?)?$/.test(pathOf(request.target));
  if (isOpen || answer.status === 401) return { ...change, answer };
  const { username } = bmc.spec.account;
  const account = `/redfish/v1/AccountService/Accounts/1`;
  return { bmc, answer: refuse(403, [['PasswordChangeRequired', account, username]]), effect: null };
}

/** Under another name, with its own state. */
function as(bmc: Bmc, identity: Identity, request: TwinRequest, now: Instant): Odd {
  const { reply: answer, ...change } = serve({ ...bmc, spec: { ...bmc.spec, identity } }, request, now);
  return { bmc: { ...change.bmc, spec: bmc.spec }, answer, effect: change.effect };
}
