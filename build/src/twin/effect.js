import { isObject, parseBody } from "./json.js";
export const isMutation = (method) => method !== 'GET' && method !== 'HEAD';
const sessionPath = /^\/redfish\/v1\/(?:SessionService\/)?Sessions(?:\/|$)/i;
const resetPath = /\/Actions\/(ComputerSystem|Manager)\.Reset$/i;
/** By what the request asks for, whether or not it is granted; a reset that cannot be read counts as disruptive. */
export function classify(path, body) {
    if (sessionPath.test(path))
        return 'session';
    const reset = resetPath.exec(path);
    if (reset === null)
        return 'target';
    const powersOn = reset[1]?.toLowerCase() === 'computersystem' && parseBody(body)?.ResetType === 'On';
    return powersOn ? 'target' : 'disruptive';
}
/** `machine` is who received it, which is not always who was meant. */
export function logEntry(received, body, status, effect) {
    return {
        at: new Date(received.at).toISOString(),
        machine: received.machine,
        method: received.method,
        path: received.path,
        body: redact(body),
        status,
        class: classify(received.path, body),
        effect,
    };
}
/** A body that is no JSON object may hold a password anywhere, so only its length is kept. */
function redact(body) {
    if (body === '')
        return null;
    const parsed = parseBody(body);
    return parsed === null ? `[unreadable, ${body.length} characters]` : withoutSecrets(parsed);
}
const secretName = /password|passphrase|secret|token|community|privatekey/i;
function withoutSecrets(value) {
    if (Array.isArray(value))
        return value.map(withoutSecrets);
    if (!isObject(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [
        name,
        secretName.test(name) ? '[redacted]' : member === undefined ? undefined : withoutSecrets(member),
    ]));
}
//# sourceMappingURL=effect.js.map