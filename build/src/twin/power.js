import { never } from "../model/never.js";
import { tick } from "./tick.js";
/** Reset.ResetType values that the twin takes (Redfish Resource schema). */
export const resetTypes = [
    'On',
    'ForceOff',
    'GracefulShutdown',
    'GracefulRestart',
    'ForceRestart',
    'PowerCycle',
];
export const isResetType = (value) => resetTypes.some((type) => type === value);
/** Between two states: the machine takes no second power action. POST is not a transition. */
export const isInTransition = (bmc) => bmc.agenda.some((due) => due.step !== 'OsRunning');
export function resetSystem(bmc, type, now) {
    if (isInTransition(bmc))
        return { kind: 'in-transition' };
    const on = bmc.host.power === 'On';
    switch (type) {
        case 'On':
            return on ? already(bmc) : begin(bmc, type, now, { power: 'Off→On' });
        case 'ForceOff':
        case 'GracefulShutdown':
            return on ? begin(bmc, type, now, { power: 'On→Off' }) : already(bmc);
        case 'ForceRestart':
        case 'GracefulRestart':
        case 'PowerCycle':
            return on ? begin(bmc, type, now, { power: 'On→On', reset: type }) : { kind: 'off' };
        default:
            return never(type);
    }
}
/** Somebody presses the button on the chassis, or pulls the plug: no request, and no line in the effect log. */
export function pressPower(bmc, power, now) {
    const outcome = resetSystem(tick(bmc, now), power === 'On' ? 'On' : 'ForceOff', now);
    return outcome.kind === 'accepted' ? outcome.bmc : bmc;
}
const already = (bmc) => ({ kind: 'accepted', bmc, effect: null });
/** What is still to come of an earlier boot (POST) is forgotten. */
const begin = (bmc, type, now, effect) => ({
    kind: 'accepted',
    bmc: tick({ ...bmc, agenda: agendaOf(type, now, bmc.spec.timings) }, now),
    effect,
});
function agendaOf(type, now, timings) {
    const { onMs, offMs, gracefulMs, postMs } = timings;
    const plan = (...steps) => {
        let at = now;
        return steps.map(([step, afterMs]) => {
            at += afterMs;
            return { at, step };
        });
    };
    switch (type) {
        case 'On':
            return plan(['PoweringOn', 0], ['Boot', onMs], ['OsRunning', postMs]);
        case 'ForceOff':
            return plan(['PoweringOff', 0], ['Off', offMs]);
        case 'GracefulShutdown':
            return plan(['PoweringOff', 0], ['Off', gracefulMs]);
        // A warm restart: the power stays on, and PowerState says so all along.
        case 'ForceRestart':
            return plan(['Boot', offMs], ['OsRunning', postMs]);
        case 'GracefulRestart':
            return plan(['Boot', gracefulMs], ['OsRunning', postMs]);
        case 'PowerCycle':
            return plan(['PoweringOff', 0], ['Off', offMs], ['PoweringOn', offMs], ['Boot', onMs], ['OsRunning', postMs]);
        default:
            return never(type);
    }
}
//# sourceMappingURL=power.js.map