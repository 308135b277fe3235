/** Old tasks that are over give way to new ones. */
const tasksMax = 100;
/** Something that the BMC does by itself: running until `endsAt`, or for ever. Opened by a test, not by a request. */
export function openTask(bmc, name, endsAt, now) {
    const task = { id: String(bmc.nextId), name, startedAt: now, endsAt, state: 'Running' };
    return { ...bmc, nextId: bmc.nextId + 1, tasks: [...bmc.tasks, task].slice(-tasksMax) };
}
//# sourceMappingURL=task.js.map