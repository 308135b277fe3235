/** What firmware says where nobody filled in a value; compared in lower case, without blanks and punctuation. */
const placeholders = new Set([
    'notavailable',
    'notapplicable',
    'notspecified',
    'notpresent',
    'notset',
    'notprovided',
    'na',
    'none',
    'null',
    'nil',
    'empty',
    'unknown',
    'undefined',
    'invalid',
    'default',
    'defaultstring',
    'tobefilledbyoem',
    'tobefilledbyo',
    'oem',
    'systemserialnumber',
    'chassisserialnumber',
    'baseboardserialnumber',
    'serialnumber',
    'systemproductname',
    'systemmanufacturer',
    'nodeserialnumber',
    'xxxxxxxxxx',
    '0123456789',
    '123456789',
    '1234567890',
    '12345678',
    '123456',
    '12345',
    '1234',
    '03000200040005000006000700080009',
    '12345678123456789012123456789012',
    '00112233445566778899aabbccddeeff',
    '000102030405060708090a0b0c0d0e0f',
]);
/** A value that tells one machine from another, trimmed; `undefined` for what any machine might say. */
export function telling(value) {
    const trimmed = value?.trim() ?? '';
    const core = trimmed.toLowerCase().replace(/[^a-z0-9]/g, '');
    // One character over and over: 0000, ffff, xxxx.
    if (core === '' || core === '0' || /^(.)\1+$/.test(core) || placeholders.has(core))
        return undefined;
    // It will stand in files and messages.
    return trimmed.length > 128 || !/^[\x20-\x7e]+$/.test(trimmed) ? undefined : trimmed;
}
/** In lower case. Vendors give it with and without braces. */
export function readUuid(value) {
    const uuid = telling(value)
        ?.toLowerCase()
        .replace(/^\{(.*)\}$/, '$1');
    return uuid !== undefined && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(uuid) ? uuid : undefined;
}
/** Lower case with colons; no address of a group, and none that is all the same digit. */
export function readMac(value) {
    const digits = value?.trim().toLowerCase().replace(/[:-]/g, '') ?? '';
    if (!/^[0-9a-f]{12}$/.test(digits) || /^(.)\1*$/.test(digits))
        return undefined;
    const mac = digits.replace(/(..)(?=.)/g, '$1:');
    return Number.parseInt(digits.slice(0, 2), 16) % 2 === 1 ? undefined : mac;
}
/** Set by software and not by a maker (IEEE 802): two machines may have the same. */
export const isLocalMac = (mac) => (Number.parseInt(mac.slice(0, 2), 16) & 2) === 2;
//# sourceMappingURL=identity-value.js.map