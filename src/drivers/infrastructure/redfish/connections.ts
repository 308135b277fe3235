import type { Capabilities } from '../../../model/inventory.ts';
import { Client } from '../../../redfish/client.ts';
import { Lane } from '../../../redfish/lane.ts';
import type { RedfishLimits } from '../../../redfish/limits.ts';
import type { FinishedTasks } from '../../../redfish/tasks.ts';
import { type Endpoint, endpointOf } from '../../../redfish/wire.ts';
import type { DriverPorts, Subject } from '../../define.ts';
import { secretsOf } from './medium-image.ts';
import type { Place } from './place.ts';

/** What is kept of one machine between two looks. Losing it costs a few requests and nothing else. */
export interface Connection {
  readonly client: Client;
  readonly finished: FinishedTasks;
  place: Place | null;
  /** Learned in full looks, and by the first of all; `null`: not yet, or not of this machine. */
  virtualMedia: Capabilities['virtualMedia'] | null;
}

/** What was finished belongs to a machine and a BMC start: its ids may come again behind another. */
export function settle(connection: Connection, place: Place): void {
  if (connection.place !== place) connection.finished.clear();
  if (connection.place && connection.place.machine !== place.machine) {
    connection.client.meetAnew();
    connection.virtualMedia = null;
  }
  connection.place = place;
}

/** Kept connections; the one that was not used for longest makes room. */
const connectionsMax = 20_000;

/** One client per BMC and credentials, shared by the machines behind it; one lane per BMC, whatever the credentials. */
export class Connections {
  readonly #ports: DriverPorts;
  readonly #limits: RedfishLimits;
  readonly #lanes = new Map<string, Lane>();
  readonly #clients = new Map<string, Client>();
  readonly #connections = new Map<string, Connection>();

  constructor(ports: DriverPorts, limits: RedfishLimits) {
    this.#ports = ports;
    this.#limits = limits;
  }

  /** `null`: the BMC's address is not one. */
  open({ machine, bmc, within, logins, medium }: Subject): Connection | null {
    const endpoint = endpointOf(bmc, within);
    if (endpoint === null) return null;
    const service = serviceOf(endpoint, bmc);
    const key = JSON.stringify([service, bmc.system]);
    const lane = remember(this.#lanes, endpoint.origin, () => new Lane(this.#limits.waitingMax));
    const client = remember(
      this.#clients,
      service,
      () => new Client(this.#ports, endpoint, bmc.credentials, lane, this.#limits),
      (old) => void old.close(),
    );
    if (medium !== undefined) client.confide(machine, secretsOf(medium));
    client.present(logins.map(({ grant, ...login }) => ({ mark: grant, ...login })));
    const kept = this.#connections.get(key);
    if (kept !== undefined && kept.client !== client) this.#connections.delete(key);
    return remember(this.#connections, key, () => ({ client, finished: new Set(), place: null, virtualMedia: null }));
  }

  /** Ends the session at one service with these credentials, and forgets all that was kept of it. */
  async leave({ bmc, within }: Subject): Promise<void> {
    const endpoint = endpointOf(bmc, within);
    if (endpoint === null) return;
    const service = serviceOf(endpoint, bmc);
    const client = this.#clients.get(service);
    this.#clients.delete(service);
    for (const [key, kept] of this.#connections) if (kept.client === client) this.#connections.delete(key);
    await client?.close();
  }

  async close(): Promise<void> {
    const clients = [...this.#clients.values()];
    this.#clients.clear();
    this.#connections.clear();
    this.#lanes.clear();
    await Promise.all(clients.map((client) => client.close()));
  }
}

/** One client for these credentials at this service. */
const serviceOf = (endpoint: Endpoint, { credentials, account }: Subject['bmc']): string =>
  JSON.stringify([endpoint, credentials, account?.username]);

function remember<T>(map: Map<string, T>, key: string, make: () => T, drop: (old: T) => void = () => {}): T {
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
