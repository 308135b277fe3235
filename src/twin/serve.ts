import type { Instant } from '../model/names.ts';
import { type Reply, refuse, reply, replyJson } from './answer.ts';
import type { Bmc } from './bmc.ts';
import { hash } from './dice.ts';
import { isHit } from './faults.ts';
import { type JsonObject, parseBody } from './json.ts';
import { personaOf } from './personas.ts';
import { type Change, findRoute, methodsOf, type Params, type Route, unchanged } from './route.ts';
import { authenticate } from './session.ts';

export interface TwinRequest {
  readonly method: string;
  /** As on the request line: path and query. */
  readonly target: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export const pathOf = (target: string): string => {
  const path = target.split(/[?#]/, 1)[0] ?? '';
  return path.replace(/\/+$/, '') || '/';
};

/** How a well BMC answers; DSP0266 for the order in which a request is judged. */
export function serve(bmc: Bmc, request: TwinRequest, now: Instant): Change {
  const path = pathOf(request.target);
  const found = findRoute(personaOf(bmc.spec.persona).routes, path);
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const open =
    found !== null && ((found.route.open && method === 'GET') || (found.route.openPost && method === 'POST'));
  const { bmc: served, known } = authenticate(bmc, request.headers, now);
  if (!known && !open) {
    return unchanged(served, refuse(401, [['NoValidSession']], { 'www-authenticate': 'Basic realm="twin"' }));
  }
  if (found === null) return unchanged(served, refuse(404, [['ResourceMissingAtURI', path]]));
  const { route, params } = found;
  const allow = methodsOf(route);
  if (!allow.includes(request.method)) {
    return unchanged(served, refuse(405, [['OperationNotAllowed']], { allow: allow.join(', ') }));
  }
  if (/[?&](?:\$|%24)/.test(request.target)) return unchanged(served, refuse(501, [['QueryNotSupportedOnResource']]));
  if (route.licensed && isHit(served.faults, 'unlicensed', now)) {
    return unchanged(served, refuse(403, [['OemLicenseNotPassed', 'virtual media']]));
  }
  return method === 'GET'
    ? unchanged(served, read(served, route, params, path, now))
    : mutate(served, route, params, path, request, now);
}

function read(bmc: Bmc, route: Route, params: Params, path: string, now: Instant): Reply {
  if (route.text) return reply(200, { 'content-type': route.text.type }, route.text.body);
  const resource = route.get?.(bmc, params, now) ?? null;
  if (resource === null) return refuse(404, [['ResourceMissingAtURI', path]]);
  if (!route.tagged) return replyJson(200, resource);
  const etag = tagOf(resource);
  return replyJson(200, { '@odata.etag': etag, ...resource }, { etag });
}

function mutate(bmc: Bmc, route: Route, params: Params, path: string, request: TwinRequest, now: Instant): Change {
  const missing = () => unchanged(bmc, refuse(404, [['ResourceMissingAtURI', path]]));
  if (route.get && route.get(bmc, params, now) === null) return missing();
  const expected = request.headers['if-match'];
  if (route.tagged && expected !== undefined && !matches(expected, currentTag(bmc, route, params, now))) {
    return unchanged(bmc, refuse(412, [['PreconditionFailed']]));
  }
  if (request.method === 'DELETE') return route.delete?.(bmc, params, now) ?? missing();
  const body = parseBody(request.body);
  if (body === null) return unchanged(bmc, refuse(400, [['MalformedJSON']]));
  const act = request.method === 'PATCH' ? route.patch : route.post;
  if (act === undefined) return unchanged(bmc, refuse(405, [['OperationNotAllowed']]));
  const change = act(bmc, body, now, params);
  if (!route.tagged || change.reply.status >= 300) return change;
  const etag = currentTag(change.bmc, route, params, now);
  return etag === null ? change : { ...change, reply: { ...change.reply, headers: { ...change.reply.headers, etag } } };
}

function currentTag(bmc: Bmc, route: Route, params: Params, now: Instant): string | null {
  const resource = route.get?.(bmc, params, now) ?? null;
  return resource === null ? null : tagOf(resource);
}

/** A strong tag over all that the resource says. */
function tagOf(resource: JsonObject): string {
  const text = JSON.stringify(resource);
  return `"${[text, `#${text}`].map((one) => hash(one).toString(16).padStart(8, '0')).join('')}"`;
}

const matches = (expected: string, tag: string | null): boolean =>
  tag !== null && expected.split(',').some((one) => one.trim() === '*' || one.trim() === tag);
