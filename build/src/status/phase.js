/** One word for people, derived anew each time; nothing branches on it. */
export function phaseOf(machine, verified) {
    if (!machine)
        return 'Unmanaged';
    if (machine.lifecycle === 'decommission')
        return 'Releasing';
    if (machine.management === 'observe')
        return 'Discovered';
    return machine.management === 'manage' && verified ? 'Available' : 'Enrolled';
}
//# sourceMappingURL=phase.js.map