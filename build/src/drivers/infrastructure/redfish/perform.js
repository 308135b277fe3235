import { never } from "../../../model/never.js";
import { openReader } from "../../../redfish/reader.js";
import { isMachine } from "../../define.js";
import { notReached } from "./approach.js";
import { setBootOnce } from "./boot-once.js";
import { settle } from "./connections.js";
import { readForms } from "./form.js";
import { identify } from "./identify.js";
import { readIdentity } from "./identity.js";
import { stand } from "./place.js";
import { resetBmc } from "./reset-bmc.js";
import { resetSystem } from "./reset-system.js";
import { notOffered } from "./send.js";
import { setBios } from "./set-bios.js";
/**
 * Reads what the request depends on, which also shows that the session is still good, and then sends the one request.
 * What cannot be read beforehand is not sent.
 */
export async function perform(connection, subject, args, quirk, limits, signal) {
    if (args.verb === 'ClearTasks')
        return notOffered('there is no standard way to clear the tasks of a BMC');
    const reader = await openReader(connection.client, limits, signal);
    if (!reader.ok)
        return notReached(reader.error);
    const seen = connection.place;
    const standing = await stand(reader.value, subject.bmc.system, seen);
    if (!standing.ok)
        return notReached(standing.error);
    const { place, system } = standing.value;
    // Whoever asked has judged the machine that was seen last, and knows nothing of this one.
    if (seen !== null && seen.machine !== place.machine)
        return otherMachine(subject);
    if (!isMachine(subject.identity, readIdentity(system.body, place)))
        return otherMachine(subject);
    settle(connection, place);
    const { client } = connection;
    return dispatch({ ...standing.value, client, reader: reader.value, forms: readForms(quirk), signal }, args);
}
const otherMachine = ({ machine }) => ({
    kind: 'unsent',
    message: `another machine answers than the one that is enrolled as ${machine}; it is to be looked at first`,
});
function dispatch(to, args) {
    switch (args.verb) {
        case 'PowerOn':
        case 'PowerOff':
        case 'Reboot':
        case 'PowerCycle':
            return resetSystem(to, args);
        case 'Identify':
            return identify(to, args.indicator);
        case 'SetBootOnce':
            return setBootOnce(to, args.target);
        case 'SetBios':
            return setBios(to, args.attributes);
        case 'ResetBmc':
            return resetBmc(to);
        default:
            return never(args);
    }
}
//# sourceMappingURL=perform.js.map