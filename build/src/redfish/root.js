import { flag, link, number, part, text } from "./fields.js";
import { within } from "./uri.js";
export const rootPath = '/redfish/v1/';
export function readRoot(body, origin) {
    const place = (from, name, usual) => {
        const named = link(from, name);
        return (named === undefined ? undefined : within(origin, named)) ?? `${rootPath}${usual}`;
    };
    return {
        sessions: place(part(body, 'Links'), 'Sessions', 'SessionService/Sessions'),
        systems: place(body, 'Systems', 'Systems'),
        managers: place(body, 'Managers', 'Managers'),
        taskService: place(body, 'Tasks', 'TaskService'),
        updateService: place(body, 'UpdateService', 'UpdateService'),
        expands: expands(body),
    };
}
/** AMI advertises `$expand` and then leaves required fields out of the members. */
function expands(body) {
    const query = part(part(body, 'ProtocolFeaturesSupported'), 'ExpandQuery');
    const ami = /^AMI\b/i.test(text(body, 'Vendor') ?? '') || part(part(body, 'Oem'), 'Ami') !== undefined;
    return flag(query, 'NoLinks') === true && (number(query, 'MaxLevels') ?? 1) >= 1 && !ami;
}
//# sourceMappingURL=root.js.map