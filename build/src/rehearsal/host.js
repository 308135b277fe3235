import { openJournal } from "../adapters/journal/open.js";
import { redfish } from "../drivers/infrastructure/redfish/driver.js";
import { createRegistry } from "../drivers/registry.js";
import { run } from "../reconciler/run.js";
import { createDealer, hash } from "../twin/dice.js";
import { openDisk } from "./disk.js";
import { openHttp } from "./http.js";
import { createClock } from "./kernel.js";
import { Life } from "./life.js";
import { overNetwork } from "./remote.js";
import { openMemoryRepo } from "./repo.js";
export const createHost = (name, kernel) => ({
    name,
    bootId: `${name}-boot-1`,
    disk: new Map(),
    clone: new Map(),
    clock: createClock(kernel),
    processes: 0,
});
/** Far longer than anything is rehearsed. */
const runMsMax = 365 * 24 * 3600_000;
/** The production reconciler, driver, Redfish client and journal; only what is outside of them is simulated. */
export function startProcess(host, settings, around) {
    const { kernel, fates, watched = (repo) => repo } = around;
    host.processes += 1;
    const seed = hash(`${around.seed} ${host.name} ${host.processes}`);
    const dealer = createDealer(seed);
    const life = new Life();
    const stop = new AbortController();
    const clock = life.clock(host.clock);
    const bootId = host.bootId;
    const begin = async () => {
        const disk = openDisk(host.disk, kernel, life, fates, seed);
        const repo = overNetwork(watched(openMemoryRepo(around.remote, host.clone)), kernel, life, fates);
        const http = openHttp(around.network, kernel, life, fates);
        const registry = createRegistry([redfish], { http, secrets: around.secrets, clock });
        if (!registry.ok)
            throw new Error(registry.error);
        const ports = {
            fleetRepo: repo,
            statusRepo: repo,
            drivers: registry.value.drivers,
            journal: await openJournal(disk, { clock, host: { bootId } }),
            disk,
            clock,
            random: { fraction: () => dealer.below(1 << 30) / (1 << 30), hex: (bytes) => dealer.hex(2 * bytes) },
            host: { name: host.name, bootId, pid: host.processes },
            events: life.events(around.events),
            wake: { next: (ms, signal) => sleepUntilMoved(around.onMove, clock, ms, signal), close: async () => { } },
        };
        return run(ports, settings, runMsMax, stop.signal);
    };
    return { life, end: begin(), stop: () => stop.abort() };
}
async function sleepUntilMoved(onMove, clock, ms, signal) {
    const moved = new AbortController();
    const end = onMove(() => moved.abort());
    await clock.sleep(ms, AbortSignal.any([signal, moved.signal]));
    end();
}
//# sourceMappingURL=host.js.map