import { reply } from "../answer.js";
import { healthy, link, showCollection } from "./collection.js";
import { root, tasksPath } from "./paths.js";
export const taskRoutes = [
    {
        pattern: `${root}/TaskService`,
        get: (_bmc, _params, now) => ({
            '@odata.id': `${root}/TaskService`,
            '@odata.type': '#TaskService.v1_2_0.TaskService',
            Id: 'TaskService',
            Name: 'Task service',
            DateTime: new Date(now).toISOString(),
            CompletedTaskOverWritePolicy: 'Oldest',
            LifeCycleEventOnTaskStateChange: false,
            ServiceEnabled: true,
            Status: healthy,
            Tasks: link(tasksPath),
        }),
    },
    {
        pattern: tasksPath,
        get: (bmc) => showCollection(tasksPath, 'Task', bmc.tasks.map((task) => task.id)),
    },
    {
        pattern: `${tasksPath}/{id}`,
        get: (bmc, { id }) => {
            const task = bmc.tasks.find((one) => one.id === id);
            return task === undefined ? null : showTask(task);
        },
        delete: (bmc, { id }) => {
            const task = bmc.tasks.find((one) => one.id === id);
            if (task === undefined)
                return null;
            return {
                bmc: { ...bmc, tasks: bmc.tasks.filter((one) => one !== task) },
                reply: reply(204),
                effect: { task: `${task.state}→deleted` },
            };
        },
    },
];
const showTask = (task) => ({
    '@odata.id': `${tasksPath}/${task.id}`,
    '@odata.type': '#Task.v1_7_2.Task',
    Id: task.id,
    Name: task.name,
    TaskState: task.state,
    TaskStatus: 'OK',
    PercentComplete: task.state === 'Completed' ? 100 : 0,
    StartTime: new Date(task.startedAt).toISOString(),
    ...(task.state === 'Completed' && task.endsAt !== null ? { EndTime: new Date(task.endsAt).toISOString() } : {}),
    Messages: [],
});
//# sourceMappingURL=tasks.js.map