import { defaultLimits } from "../../../redfish/limits.js";
import { defineInfrastructureDriver } from "../../define.js";
import { Connections } from "./connections.js";
import { observe } from "./observe.js";
import { perform } from "./perform.js";
/** Machines behind a BMC that speaks Redfish. It goes by what the BMC offers, and hardly ever by the vendor's name. */
export const redfishWith = (limits) => defineInfrastructureDriver({
    name: 'redfish',
    create: (ports) => {
        const connections = new Connections(ports, limits);
        return {
            verbs: ['PowerOn', 'PowerOff', 'Reboot', 'PowerCycle', 'Identify', 'SetBootOnce', 'SetBios', 'ResetBmc'],
            observe: async (subject, depth, signal) => {
                const connection = connections.open(subject);
                if (connection !== null)
                    return observe(connection, subject, depth, ports.clock, limits, signal);
                return { kind: 'missed', at: ports.clock.now(), reason: 'Unsupported', message: noAddress(subject.machine) };
            },
            perform: async (subject, args, quirk, signal) => {
                const connection = connections.open(subject);
                if (connection !== null)
                    return perform(connection, subject, args, quirk, limits, signal);
                return { kind: 'unsent', message: noAddress(subject.machine) };
            },
            close: () => connections.close(),
        };
    },
});
export const redfish = redfishWith(defaultLimits);
const noAddress = (machine) => `the BMC address of ${machine} is not http(s)://host[:port]`;
//# sourceMappingURL=driver.js.map