import { explainMismatch, matches } from "./identity.js";
import { mismatches } from "./match.js";
import { isOpen } from "./windows.js";
/** The longest jobs of BMCs, firmware and RAID, take less. */
const taskStuckMs = 3600_000;
/** A reading older than this decides nothing. */
export const freshMs = 10 * 60_000;
/** Why nothing at all is sent to this machine now, whatever is asked; null: nothing stands against it. */
export function whyNotNow(fleet, machine, holds, wall) {
    const paused = standing(fleet.paused, wall);
    if (paused)
        return { reason: 'Paused', message: `the facility is paused: ${paused.reason}`, ...ends(paused) };
    const parked = standing(machine.parked, wall);
    if (parked)
        return { reason: 'Parked', message: parked.reason, ...ends(parked) };
    const hold = holds.find((h) => h.until > wall && [machine.name, `rack/${machine.rack}`, 'all'].includes(h.what));
    if (hold)
        return { reason: 'Paused', message: `held by an operator (${hold.what}): ${hold.reason}`, until: hold.until };
    return null;
}
const standing = (pause, wall) => pause && (pause.until === undefined || pause.until > wall) ? pause : null;
const ends = (pause) => (pause.until === undefined ? {} : { until: pause.until });
/** Why we cannot rely on what we know of this machine; null: it was seen just now, and it is the one that was enrolled. */
export function whyNotSure(machine, seen, ticks) {
    if (seen?.miss?.reason === 'CredentialsRefused') {
        return { reason: 'CredentialsRefused', message: seen.miss.message };
    }
    if (seen?.miss)
        return { reason: 'Unreachable', message: seen.miss.message };
    if (!seen?.last)
        return { reason: 'Stale', message: 'not seen yet', settling: true };
    if (ticks - seen.last.at > freshMs)
        return { reason: 'Stale', message: 'not seen for more than ten minutes' };
    const { facts } = seen.last;
    if (!matches(machine.identity, facts.identity)) {
        return {
            reason: 'Identity',
            message: `${explainMismatch(machine.identity, facts.identity)}; if the hardware was replaced, say so in spec.identity`,
        };
    }
    const wrong = facts.hardware ? mismatches(machine.class.expects, facts.hardware) : [];
    if (wrong.length > 0)
        return { reason: 'Quarantined', message: `not a ${machine.class.name}: ${wrong.join('; ')}` };
    return null;
}
/** Why this step is not taken now. */
export function whyNotThis(fleet, machine, args, facts, taskOpenMs, { started, disruptive }, wall) {
    // BMCs refuse, or worse, when the power goes under a task that is running; ResetBmc and ClearTasks are the way out.
    if (facts.tasks.length > 0 && args.verb !== 'ResetBmc' && args.verb !== 'ClearTasks' && args.verb !== 'Identify') {
        const names = facts.tasks.map((task) => `${task.name} (${task.state})`).join(', ');
        if (taskOpenMs > taskStuckMs) {
            return {
                reason: 'TaskStuck',
                message: `the BMC has had an open task for more than an hour: ${names}; look at it, or ask for ResetBmc`,
            };
        }
        return { reason: 'TaskOpen', message: `the BMC has an open task: ${names}` };
    }
    if (!disruptive)
        return null;
    if (machine.protected)
        return { reason: 'Protected', message: 'spec.protected is true' };
    if (started)
        return null;
    if (!isOpen(fleet.policy.windows, wall)) {
        return { reason: 'Window', message: 'outside the maintenance windows of the facility' };
    }
    return null;
}
//# sourceMappingURL=safety.js.map