import { Client } from '../../../redfish/client.ts';
import type { RedfishLimits } from '../../../redfish/limits.ts';
import type { FinishedTasks } from '../../../redfish/tasks.ts';
import type { DriverPorts, Subject } from '../../define.ts';
import type { Place } from './place.ts';
/** What is kept of one machine between two looks. Losing it costs a few requests and nothing else. */
export interface Connection {
    readonly client: Client;
    readonly finished: FinishedTasks;
    place: Place | null;
}
/** What was finished belongs to a machine and a BMC start: its ids may come again behind another. */
export declare function settle(connection: Connection, place: Place): void;
/** One client per BMC and credentials, shared by the machines behind it; one lane per BMC, whatever the credentials. */
export declare class Connections {
    #private;
    constructor(ports: DriverPorts, limits: RedfishLimits);
    /** `null`: the BMC's address is not one. */
    open({ bmc, within }: Subject): Connection | null;
    close(): Promise<void>;
}
