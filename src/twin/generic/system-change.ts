import { refuse, reply } from '../answer.ts';
import type { Bmc, BootOverride } from '../bmc.ts';
import type { Effect } from '../effect.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import { hostOf } from '../media.ts';
import type { MessageId } from '../messages.ts';
import { type Change, unchanged } from '../route.ts';

/** What the twin allows of the Boot object (Redfish ComputerSystem schema). */
export const bootEnabled = ['Disabled', 'Once', 'Continuous'];
export const bootTargets = ['None', 'Pxe', 'Cd', 'Usb', 'Hdd', 'BiosSetup', 'UefiHttp'];
export const bootModes = ['UEFI', 'Legacy'];

/** What of the system a client may write. */
interface Writable {
  readonly boot: BootOverride;
  readonly locatorLit: boolean;
}

type Complaint = readonly [MessageId, ...string[]];
type Verdict = { readonly complaint: Complaint } | { readonly apply: (to: Writable) => Writable };

/** PATCH of the system: everything in the body is taken, or nothing. `shown` tells read-only from unknown. */
export function changeSystem(bmc: Bmc, body: JsonObject, shown: JsonObject): Change {
  const verdicts = Object.entries(body)
    .filter(([name]) => !name.startsWith('@odata.'))
    .flatMap(([name, value]) => judge(name, value ?? null, shown));
  const complaints = verdicts.flatMap((verdict) => ('complaint' in verdict ? [verdict.complaint] : []));
  if (complaints.length > 0) return unchanged(bmc, refuse(400, complaints.slice(0, 20)));
  const before: Writable = { boot: bmc.boot, locatorLit: bmc.locatorLit };
  const after = verdicts.reduce((state, verdict) => ('apply' in verdict ? verdict.apply(state) : state), before);
  return { bmc: { ...bmc, ...after }, reply: reply(204), effect: effectOf(before, after) };
}

function judge(name: string, value: Json, shown: JsonObject): readonly Verdict[] {
  switch (name) {
    case 'LocationIndicatorActive':
      return typeof value === 'boolean'
        ? [{ apply: (to) => ({ ...to, locatorLit: value }) }]
        : [{ complaint: ['PropertyValueTypeError', JSON.stringify(value), name] }];
    case 'IndicatorLED':
      return [choose(name, value, ['Lit', 'Blinking', 'Off'], (to, led) => ({ ...to, locatorLit: led !== 'Off' }))];
    case 'Boot':
      return isObject(value)
        ? Object.entries(value).map(([member, setting]) => judgeBoot(member, setting ?? null, shown))
        : [{ complaint: ['PropertyValueTypeError', JSON.stringify(value), name] }];
    default:
      return [{ complaint: [Object.hasOwn(shown, name) ? 'PropertyNotWritable' : 'PropertyUnknown', name] }];
  }
}

function judgeBoot(name: string, value: Json, shown: JsonObject): Verdict {
  switch (name) {
    case 'BootSourceOverrideEnabled':
      return choose(name, value, bootEnabled, (to, enabled) => ({ ...to, boot: { ...to.boot, enabled } }));
    case 'BootSourceOverrideTarget':
      return choose(name, value, bootTargets, (to, target) => ({ ...to, boot: { ...to.boot, target } }));
    case 'BootSourceOverrideMode':
      return choose(name, value, bootModes, (to, mode) => ({ ...to, boot: { ...to.boot, mode } }));
    default: {
      const known = isObject(shown.Boot) && Object.hasOwn(shown.Boot, name);
      if (known && name === 'HttpBootUri') return judgeHttpUri(name, value);
      return { complaint: [known ? 'PropertyNotWritable' : 'PropertyUnknown', `Boot/${name}`] };
    }
  }
}

/** Nothing, or a URI of at most 2048 characters that firmware can fetch from. */
function judgeHttpUri(name: string, value: Json): Verdict {
  if (value !== null && typeof value !== 'string') {
    return { complaint: ['PropertyValueTypeError', JSON.stringify(value), name] };
  }
  const uri = value === '' ? null : value;
  const fetchable = uri === null || (uri.length <= 2_048 && /^https?:\/\/[^/]/.test(uri) && URL.canParse(uri));
  if (!fetchable) return { complaint: ['PropertyValueFormatError', '(hidden)', name] };
  return { apply: (to) => ({ ...to, boot: { ...to.boot, httpUri: uri } }) };
}

function choose(
  name: string,
  value: Json,
  allowed: readonly string[],
  apply: (to: Writable, value: string) => Writable,
): Verdict {
  if (typeof value !== 'string') return { complaint: ['PropertyValueTypeError', JSON.stringify(value), name] };
  if (!allowed.includes(value)) return { complaint: ['PropertyValueNotInList', value, name] };
  return { apply: (to) => apply(to, value) };
}

function effectOf(before: Writable, after: Writable): Effect | null {
  const boot: Record<string, string> = {};
  for (const name of ['target', 'enabled', 'mode'] as const) {
    if (before.boot[name] !== after.boot[name]) boot[name] = `${before.boot[name]}→${after.boot[name]}`;
  }
  if (before.boot.httpUri !== after.boot.httpUri) {
    const [was, is] = [before, after].map(({ boot: { httpUri } }) => (httpUri === null ? 'none' : hostOf(httpUri)));
    boot.httpUri = `${was}→${is}`;
  }
  const effect: Effect = {
    ...(Object.keys(boot).length > 0 ? { boot } : {}),
    ...(before.locatorLit === after.locatorLit ? {} : { indicator: after.locatorLit ? 'Off→Lit' : 'Lit→Off' }),
  };
  return Object.keys(effect).length > 0 ? effect : null;
}
