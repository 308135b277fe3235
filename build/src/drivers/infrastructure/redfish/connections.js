import { Client } from "../../../redfish/client.js";
import { Lane } from "../../../redfish/lane.js";
import { endpointOf } from "../../../redfish/wire.js";
/** What was finished belongs to a machine and a BMC start: its ids may come again behind another. */
export function settle(connection, place) {
    if (connection.place !== place)
        connection.finished.clear();
    connection.place = place;
}
/** Kept connections; the one that was not used for longest makes room. */
const connectionsMax = 20_000;
/** One client per BMC and credentials, shared by the machines behind it; one lane per BMC, whatever the credentials. */
export class Connections {
    #ports;
    #limits;
    #lanes = new Map();
    #clients = new Map();
    #connections = new Map();
    constructor(ports, limits) {
        this.#ports = ports;
        this.#limits = limits;
    }
    /** `null`: the BMC's address is not one. */
    open({ bmc, within }) {
        const endpoint = endpointOf(bmc, within);
        if (endpoint === null)
            return null;
        const service = JSON.stringify([endpoint, bmc.credentials]);
        const key = JSON.stringify([service, bmc.system]);
        const lane = remember(this.#lanes, endpoint.origin, () => new Lane(this.#limits.waitingMax));
        const client = remember(this.#clients, service, () => new Client(this.#ports, endpoint, bmc.credentials, lane, this.#limits), (old) => void old.close());
        const kept = this.#connections.get(key);
        if (kept !== undefined && kept.client !== client)
            this.#connections.delete(key);
        return remember(this.#connections, key, () => ({ client, finished: new Set(), place: null }));
    }
    async close() {
        const clients = [...this.#clients.values()];
        this.#clients.clear();
        this.#connections.clear();
        this.#lanes.clear();
        await Promise.all(clients.map((client) => client.close()));
    }
}
function remember(map, key, make, drop = () => { }) {
    const value = map.get(key) ?? make();
    // Taken out and put in again, so that the map is in the order of use.
    map.delete(key);
    map.set(key, value);
    const [oldest] = map;
    if (map.size > connectionsMax && oldest !== undefined) {
        map.delete(oldest[0]);
        drop(oldest[1]);
    }
    return value;
}
//# sourceMappingURL=connections.js.map