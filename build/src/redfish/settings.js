import { part, texts } from "./fields.js";
import { pathOf } from "./reader.js";
export function settingsOf(reader, resource) {
    const settings = part(resource, '@Redfish.Settings');
    const path = pathOf(reader, settings, 'SettingsObject');
    return path === undefined ? undefined : { path, applyTimes: texts(settings, 'SupportedApplyTimes') };
}
//# sourceMappingURL=settings.js.map