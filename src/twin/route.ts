import type { Instant } from '../model/names.ts';
import type { Reply } from './answer.ts';
import type { Bmc } from './bmc.ts';
import type { Effect } from './effect.ts';
import type { JsonObject } from './json.ts';

/** What a request made of the BMC, what it is told, and what of the hardware it changed. */
export interface Change {
  readonly bmc: Bmc;
  readonly reply: Reply;
  readonly effect: Effect | null;
}

/** What stands for `{name}` in the pattern. */
export type Params = Readonly<Record<string, string>>;

/** One resource, or all of one kind. A persona is a list of these; absent methods are 405. */
export interface Route {
  /** `/redfish/v1/Systems/1/Processors/{id}` */
  readonly pattern: string;
  /** May be read without login, as DSP0266 asks of the service root. */
  readonly open?: true;
  /** Carries an ETag, and honours If-Match. */
  readonly tagged?: true;
  /** Not shown and not done where the licence for it is missing. */
  readonly licensed?: true;
  /** `null`: there is no such member. */
  readonly get?: (bmc: Bmc, params: Params, now: Instant) => JsonObject | null;
  /** For what is not JSON: `$metadata`. */
  readonly text?: { readonly type: string; readonly body: string };
  readonly patch?: (bmc: Bmc, body: JsonObject, now: Instant, params: Params) => Change;
  readonly post?: (bmc: Bmc, body: JsonObject, now: Instant, params: Params) => Change;
  /** May be posted to without login: where sessions are made. */
  readonly openPost?: true;
  readonly delete?: (bmc: Bmc, params: Params, now: Instant) => Change | null;
}

export const unchanged = (bmc: Bmc, reply: Reply): Change => ({ bmc, reply, effect: null });

export function findRoute(
  routes: readonly Route[],
  path: string,
): { readonly route: Route; readonly params: Params } | null {
  const asked = path.split('/');
  for (const route of routes) {
    const params = matchSegments(route.pattern.split('/'), asked);
    if (params !== null) return { route, params };
  }
  return null;
}

function matchSegments(pattern: readonly string[], asked: readonly string[]): Params | null {
  if (pattern.length !== asked.length) return null;
  const params: Record<string, string> = {};
  for (const [index, segment] of pattern.entries()) {
    const given = asked[index];
    if (given === undefined) return null;
    if (segment.startsWith('{')) params[segment.slice(1, -1)] = given;
    else if (segment !== given) return null;
  }
  return params;
}

export const methodsOf = (route: Route): readonly string[] => [
  ...(route.get || route.text ? ['GET', 'HEAD'] : []),
  ...(route.patch ? ['PATCH'] : []),
  ...(route.post ? ['POST'] : []),
  ...(route.delete ? ['DELETE'] : []),
];
