import { message } from "./messages.js";
export const reply = (status, headers = {}, body = '') => ({
    kind: 'reply',
    status,
    headers: { 'odata-version': '4.0', 'cache-control': 'no-cache', ...headers },
    body,
});
export const replyJson = (status, body, headers = {}) => reply(status, { 'content-type': 'application/json; charset=utf-8', ...headers }, JSON.stringify(body));
/** An error as DSP0266 shapes it: `error.code`, `error.message` and the extended information. */
export function refuse(status, messages, headers = {}) {
    const infos = messages.map(([id, ...args]) => message(id, ...args));
    const only = infos.length === 1 ? infos[0] : undefined;
    const head = only ?? message('GeneralError');
    const error = { code: head.MessageId, message: head.Message, '@Message.ExtendedInfo': infos };
    return replyJson(status, { error }, headers);
}
//# sourceMappingURL=answer.js.map