import { refuse, reply } from "../answer.js";
import { isObject } from "../json.js";
import { unchanged } from "../route.js";
import { biosChoices } from "./bios-attributes.js";
import { link } from "./collection.js";
import { biosPath, biosSettingsPath } from "./paths.js";
const type = '#Bios.v1_2_1.Bios';
/** Settings are written beside the current ones and taken up at the next boot (DSP0266, "Settings resource"). */
export const biosRoutes = [
    {
        pattern: biosPath,
        tagged: true,
        get: (bmc) => ({
            '@odata.id': biosPath,
            '@odata.type': type,
            Id: 'Bios',
            Name: 'BIOS settings',
            Attributes: bmc.bios.current,
            '@Redfish.Settings': {
                '@odata.type': '#Settings.v1_3_5.Settings',
                SettingsObject: link(biosSettingsPath),
                SupportedApplyTimes: ['OnReset'],
            },
        }),
    },
    {
        pattern: biosSettingsPath,
        tagged: true,
        get: (bmc) => ({
            '@odata.id': biosSettingsPath,
            '@odata.type': type,
            Id: 'Settings',
            Name: 'BIOS settings after the next boot',
            Attributes: { ...bmc.bios.current, ...bmc.bios.pending },
        }),
        patch: writePending,
    },
];
/** All attributes, or none. Writing what is current takes a pending change back. */
function writePending(bmc, body) {
    const attributes = isObject(body.Attributes) ? body.Attributes : {};
    const complaints = [
        ...complainAboutBody(body),
        ...Object.entries(attributes).flatMap(([name, value]) => complainAboutAttribute(bmc, name, value ?? null)),
    ];
    if (complaints.length > 0)
        return unchanged(bmc, refuse(400, complaints.slice(0, 20)));
    const pending = { ...bmc.bios.pending };
    const written = {};
    for (const [name, value] of Object.entries(attributes)) {
        if (!isBiosValue(value))
            continue;
        const before = Object.hasOwn(pending, name) ? pending[name] : bmc.bios.current[name];
        if (before !== value)
            written[name] = `${before}→${value}`;
        if (bmc.bios.current[name] === value)
            delete pending[name];
        else
            pending[name] = value;
    }
    return {
        bmc: { ...bmc, bios: { ...bmc.bios, pending } },
        reply: reply(204),
        effect: Object.keys(written).length > 0 ? { bios: written } : null,
    };
}
function complainAboutBody(body) {
    return Object.entries(body).flatMap(([name, value]) => {
        if (name.startsWith('@odata.'))
            return [];
        if (name === 'Attributes') {
            return isObject(value) ? [] : [['PropertyValueTypeError', JSON.stringify(value), name]];
        }
        if (name !== '@Redfish.SettingsApplyTime')
            return [['PropertyUnknown', name]];
        const time = isObject(value) ? value.ApplyTime : undefined;
        return time === 'OnReset' ? [] : [['PropertyValueNotInList', JSON.stringify(time ?? null), `${name}/ApplyTime`]];
    });
}
function complainAboutAttribute(bmc, name, value) {
    const path = `Attributes/${name}`;
    if (!Object.hasOwn(bmc.bios.current, name))
        return [['PropertyUnknown', path]];
    if (typeof value !== typeof bmc.bios.current[name] || !isBiosValue(value)) {
        return [['PropertyValueTypeError', JSON.stringify(value), path]];
    }
    const choices = biosChoices.get(name);
    if (choices === undefined || choices.some((choice) => choice === value))
        return [];
    return [['PropertyValueNotInList', String(value), path]];
}
const isBiosValue = (value) => value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
//# sourceMappingURL=bios.js.map