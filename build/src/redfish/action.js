import { ok } from "../model/result.js";
import { isResource, list, part, text, texts } from "./fields.js";
import { getOptional, pathOf } from "./reader.js";
import { within } from "./uri.js";
/** `null`: it is not offered. The values are beside the action, or in an ActionInfo that it links to. */
export async function findAction(reader, resource, name, parameter) {
    const offered = part(part(resource, 'Actions'), name);
    const posted = text(offered, 'target');
    const target = posted === undefined ? undefined : within(reader.origin, posted);
    if (offered === undefined || target === undefined)
        return ok(null);
    const values = texts(offered, `${parameter}@Redfish.AllowableValues`);
    if (values.length > 0)
        return ok({ target, values });
    const info = pathOf(reader, offered, '@Redfish.ActionInfo');
    if (info === undefined)
        return ok({ target, values });
    const found = await getOptional(reader, info);
    if (!found.ok)
        return found;
    const parameters = list(found.value?.body, 'Parameters').filter(isResource);
    const described = parameters.find((entry) => text(entry, 'Name') === parameter);
    return ok({ target, values: texts(described, 'AllowableValues') });
}
//# sourceMappingURL=action.js.map