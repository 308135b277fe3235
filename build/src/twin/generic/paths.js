/** Where the generic persona keeps its resources: one system, one chassis, one manager. */
export const root = '/redfish/v1';
export const systemPath = `${root}/Systems/1`;
export const biosPath = `${systemPath}/Bios`;
export const biosSettingsPath = `${biosPath}/Settings`;
export const chassisPath = `${root}/Chassis/1`;
export const controllerPath = `${root}/Managers/1`;
export const tasksPath = `${root}/TaskService/Tasks`;
//# sourceMappingURL=paths.js.map