import { isResource, list, part, text } from "./fields.js";
import { parseResource } from "./json.js";
import { printable } from "./printable.js";
const messageMax = 200;
/** Characters that are looked at for a message: to clean megabytes would keep the whole process waiting. */
const wordsMax = 16_384;
const depthMax = 16;
/** Reads `@Message.ExtendedInfo` as list or single object, inside `error` or beside it, and else the text as it stands. */
export function readRefusal(status, body, conceal) {
    const parsed = parseResource(body, depthMax);
    const error = parsed.ok ? (part(parsed.value, 'error') ?? parsed.value) : undefined;
    const infos = extendedInfo(error);
    const ids = [...infos.map((info) => text(info, 'MessageId')), text(error, 'code')].filter((id) => id !== undefined);
    const said = infos
        .map((info) => text(info, 'Message') ?? text(info, 'MessageId'))
        .filter((line) => line !== undefined);
    const words = said.length > 0 ? said.join(' ') : (text(error, 'message') ?? plain(body));
    const message = printable(conceal(words.slice(0, wordsMax)), messageMax) || `status ${status}`;
    return { status, messageIds: [...new Set(ids.map((id) => id.split('.').at(-1) ?? id))], message };
}
function extendedInfo(error) {
    const single = part(error, '@Message.ExtendedInfo');
    return single === undefined ? list(error, '@Message.ExtendedInfo').filter(isResource) : [single];
}
/** Tags are left out: a page of HTML says little before its title. */
function plain(body) {
    const start = new TextDecoder().decode(body.subarray(0, wordsMax));
    return start.replace(/<(?:script|style)[\s\S]*?<\/(?:script|style)>|<[^>]*>?/gi, ' ');
}
//# sourceMappingURL=refusal.js.map