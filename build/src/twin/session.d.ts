import type { Instant } from '../model/names.ts';
import type { Bmc, Session } from './bmc.ts';
import type { JsonObject } from './json.ts';
import { type Change } from './route.ts';
/** As small as on real BMCs: a client that forgets to log out meets it soon. */
export declare const sessionsMax = 16;
export declare const sessionsPath = "/redfish/v1/SessionService/Sessions";
/** The BMC with the session's clock wound up, or `null` for a request that proves nothing. */
export declare function authenticate(bmc: Bmc, headers: Readonly<Record<string, string>>, now: Instant): Bmc | null;
export declare function openSession(bmc: Bmc, body: JsonObject, now: Instant): Change;
/** Never with its token. */
export declare const showSession: (session: Session) => JsonObject;
