/** Where the generic persona keeps its resources: one system, one chassis, one manager. */
export declare const root = "/redfish/v1";
export declare const systemPath = "/redfish/v1/Systems/1";
export declare const biosPath = "/redfish/v1/Systems/1/Bios";
export declare const biosSettingsPath = "/redfish/v1/Systems/1/Bios/Settings";
export declare const chassisPath = "/redfish/v1/Chassis/1";
export declare const controllerPath = "/redfish/v1/Managers/1";
export declare const tasksPath = "/redfish/v1/TaskService/Tasks";
