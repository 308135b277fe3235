import { refuse, reply } from "../answer.js";
import { isObject } from "../json.js";
import { unchanged } from "../route.js";
/** What the twin allows of the Boot object (Redfish ComputerSystem schema). */
export const bootEnabled = ['Disabled', 'Once', 'Continuous'];
export const bootTargets = ['None', 'Pxe', 'Cd', 'Usb', 'Hdd', 'BiosSetup', 'UefiHttp'];
export const bootModes = ['UEFI', 'Legacy'];
/** PATCH of the system: everything in the body is taken, or nothing. `shown` tells read-only from unknown. */
export function changeSystem(bmc, body, shown) {
    const verdicts = Object.entries(body)
        .filter(([name]) => !name.startsWith('@odata.'))
        .flatMap(([name, value]) => judge(name, value ?? null, shown));
    const complaints = verdicts.flatMap((verdict) => ('complaint' in verdict ? [verdict.complaint] : []));
    if (complaints.length > 0)
        return unchanged(bmc, refuse(400, complaints.slice(0, 20)));
    const before = { boot: bmc.boot, locatorLit: bmc.locatorLit };
    const after = verdicts.reduce((state, verdict) => ('apply' in verdict ? verdict.apply(state) : state), before);
    return { bmc: { ...bmc, ...after }, reply: reply(204), effect: effectOf(before, after) };
}
function judge(name, value, shown) {
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
function judgeBoot(name, value, shown) {
    switch (name) {
        case 'BootSourceOverrideEnabled':
            return choose(name, value, bootEnabled, (to, enabled) => ({ ...to, boot: { ...to.boot, enabled } }));
        case 'BootSourceOverrideTarget':
            return choose(name, value, bootTargets, (to, target) => ({ ...to, boot: { ...to.boot, target } }));
        case 'BootSourceOverrideMode':
            return choose(name, value, bootModes, (to, mode) => ({ ...to, boot: { ...to.boot, mode } }));
        default: {
            const known = isObject(shown.Boot) && Object.hasOwn(shown.Boot, name);
            return { complaint: [known ? 'PropertyNotWritable' : 'PropertyUnknown', `Boot/${name}`] };
        }
    }
}
function choose(name, value, allowed, apply) {
    if (typeof value !== 'string')
        return { complaint: ['PropertyValueTypeError', JSON.stringify(value), name] };
    if (!allowed.includes(value))
        return { complaint: ['PropertyValueNotInList', value, name] };
    return { apply: (to) => apply(to, value) };
}
function effectOf(before, after) {
    const boot = {};
    for (const name of ['target', 'enabled', 'mode']) {
        if (before.boot[name] !== after.boot[name])
            boot[name] = `${before.boot[name]}→${after.boot[name]}`;
    }
    const effect = {
        ...(Object.keys(boot).length > 0 ? { boot } : {}),
        ...(before.locatorLit === after.locatorLit ? {} : { indicator: after.locatorLit ? 'Off→Lit' : 'Lit→Off' }),
    };
    return Object.keys(effect).length > 0 ? effect : null;
}
//# sourceMappingURL=system-change.js.map